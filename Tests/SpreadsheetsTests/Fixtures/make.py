"""Makes the workbooks beside it: python3 make.py, with openpyxl 3.1 and XlsxWriter 3.2 from PyPI.

The hand-made ones have the shapes that other programs write: prefixes, absolute targets, no references, phonetic runs.
"""
import datetime
import io
import pathlib
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.styles import Font

here = pathlib.Path(__file__).parent
TYPES = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/></Types>')
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def rels(*targets):
    body = "".join(f'<Relationship Id="rId{n + 1}" Type="{REL}/{kind}" Target="{target}"{extra}/>'
                   for n, (kind, target, extra) in enumerate(targets))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{body}</Relationships>'


def book(name, sheet, strings=None, styles=None, workbook=None, book_rels=None, more=(), method=zipfile.ZIP_DEFLATED):
    targets = [("worksheet", "worksheets/sheet1.xml", "")]
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": rels(("officeDocument", "xl/workbook.xml", "")),
        "xl/workbook.xml": workbook or f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>'
                                       '<sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings:
        targets.append(("sharedStrings", "sharedStrings.xml", ""))
        parts["xl/sharedStrings.xml"] = strings
    if styles:
        targets.append(("styles", "styles.xml", ""))
        parts["xl/styles.xml"] = styles
    parts["xl/_rels/workbook.xml.rels"] = book_rels or rels(*targets)
    parts.update(more)
    with zipfile.ZipFile(here / name, "w", method) as archive:
        for part, content in parts.items():
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, content)


def sheet(rows, before="", after=""):
    return f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def stamp(path):
    """Takes the time of making out of a workbook, so that the same script makes the same bytes."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for item in source.infolist():
            if item.filename == "docProps/core.xml":
                continue
            info = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            content = source.read(item)
            if item.filename in ("[Content_Types].xml", "_rels/.rels"):
                import re
                content = re.sub(rb"<(Override|Relationship) [^>]*core[^>]*/>", b"", content)
            archive.writestr(info, content)


def by_openpyxl():
    workbook = openpyxl.Workbook()
    hidden = workbook.active
    hidden.title = "隐藏的"
    hidden["A1"] = "不该读这张"
    hidden.sheet_state = "hidden"
    shown = workbook.create_sheet("备案")
    shown["A1"] = "企业备案名册"
    shown.merge_cells("A1:F1")
    shown.append(["*企业名称", "统一社会信用代码", "起始日期", "人数", "是否", "比例"])
    shown.append(["滨州𬭎科技", "91371600MA3N00011J", datetime.date(2026, 9, 30), 42, True, 0.15])
    shown.append(["乙  公司", "9137160270000001X7", datetime.datetime(2026, 1, 2, 8, 30), -3, False, 1e-7])
    shown.append([None, None, datetime.time(8, 30), 372323198501012345, "=1+1", None])
    shown.append(["丙公司", None, None, 12, None, None])
    shown.append([None, None, None, 13, None, None])
    shown.merge_cells("A6:A7")
    shown["C3"].number_format = "yyyy\"年\"m\"月\"d\"日\""
    shown["D6"].number_format = "000000"
    shown["A3"].font = Font(bold=True)
    shown.row_dimensions[4].hidden = True
    workbook.save(here / "openpyxl.xlsx")
    stamp(here / "openpyxl.xlsx")


def by_xlsxwriter():
    path = here / "xlsxwriter.xlsx"
    workbook = xlsxwriter.Workbook(path, {"constant_memory": True, "date_1904": True})
    day = workbook.add_format({"num_format": "[$-804]yyyy-mm-dd"})
    money = workbook.add_format({"num_format": "[Red]#,##0.00;-#,##0.00"})
    one = workbook.add_worksheet("一")
    one.write_row(0, 0, ["名称", "日期", "金额", "公式", "错误"])
    one.write_string(1, 0, "甲 & <乙>\n第二行")
    one.write_datetime(1, 1, datetime.datetime(2020, 2, 29), day)
    one.write_number(1, 2, 1234.5, money)
    one.write_formula(1, 3, '="合"&"格"', None, "合格")
    one.write_formula(1, 4, "=1/0", None, "#DIV/0!")
    workbook.add_worksheet("二").write(0, 0, "第二张")
    workbook.close()
    stamp(path)


def by_hand():
    book("phonetic.xlsx", sheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
                                '<c r="C1" t="inlineStr"><is><t>行内</t><rPh sb="0" eb="1"><t>こう</t></rPh></is></c>'
                                '<c r="D1" t="s"><v>2</v></c><c r="E1" t="d"><v>2026-09-30T08:30:00</v></c></row>'),
         strings=f'<sst xmlns="{MAIN}"><si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si>'
                 '<si><r><rPr><b/></rPr><t>特级</t></r><r><t xml:space="preserve">技师 </t></r></si>'
                 '<si><t>一_x000D_二_x005F_x0041_</t></si></sst>')
    x = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>无引用</x:t></x:is></x:c>' \
        '<x:c><x:v>7</x:v></x:c></x:row><x:row><x:c/><x:c><x:v>8</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    book("prefixed.xlsx", x,
         workbook=f'<x:workbook xmlns:x="{MAIN}" xmlns:r="{REL}"><x:sheets><x:sheet name="Sheet1" sheetId="1" r:id="rId1"/>'
                  '</x:sheets></x:workbook>', book_rels=rels(("worksheet", "/xl/worksheets/sheet1.xml", "")))
    styles = f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="G/通用格式"/>' \
             '<numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' \
             '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="31"/></cellXfs></styleSheet>'
    cells = "".join(f'<c r="{chr(65 + n)}1" s="{style}"><v>{value}</v></c>'
                    for n, (style, value) in enumerate([(0, 45000), (1, 59), (1, 60), (1, 61), (2, 45000), (3, 45000.75),
                                                        (4, 2958465), (1, -1), (1, 0.25)]))
    book("days.xlsx", sheet(f'<row r="1">{cells}</row>'), styles=styles)
    laughs = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(8)) + "]>"
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
    book("entities.xlsx", sheet(row.format("&i;"), before=laughs))
    book("external-entity.xlsx", sheet(row.format("&x;"), before='<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))
    book("external-sheet.xlsx", sheet(row.format("x")),
         book_rels=rels(("worksheet", "file:///etc/passwd", ' TargetMode="External"')))
    book("climbing.xlsx", sheet(row.format("x")), book_rels=rels(("worksheet", "../../../../etc/passwd", "")))
    book("bomb.xlsx", sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>' + " " * (12 << 20)))
    book("bad-shared.xlsx", sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), strings=f'<sst xmlns="{MAIN}"/>')
    book("backwards.xlsx", sheet('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'))
    book("macros.xlsx", sheet('<row r="1"><c r="A1"><v>1</v></c></row>'), more={"xl/vbaProject.bin": b"\0" * 16})
    with zipfile.ZipFile(here / "word.docx", "w") as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), TYPES)
        archive.writestr(zipfile.ZipInfo("word/document.xml"), "<w/>")
    with zipfile.ZipFile(here / "calc.ods", "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(zipfile.ZipInfo("content.xml"), "<o/>")
    with zipfile.ZipFile(here / "binary.xlsb", "w") as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), TYPES)
        archive.writestr(zipfile.ZipInfo("_rels/.rels"), rels(("officeDocument", "xl/workbook.bin", "")))
        archive.writestr(zipfile.ZipInfo("xl/workbook.bin"), "x")
    empties = "".join(f'<row r="{n}" spans="1:2"/>' for n in range(2, 6_000))
    book("empty-rows.xlsx", sheet('<row r="1"><c r="A1"><v>1</v></c></row>' + empties
                                  + '<row r="6000"><c r="A6000"><v>2</v></c></row>'))


by_openpyxl()
by_xlsxwriter()
by_hand()
