"""Workbooks of one sheet, as small as they can be or with the texts shared as Excel writes them."""

import io
import zipfile
from xml.sax.saxutils import escape

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def relations(*targets):
    return f'<Relationships xmlns="{PACKAGE}/relationships">' + "".join(
        f'<Relationship Id="r{n}" Type="{KIND}/{what}" Target="{target}"/>'
        for n, (what, target) in enumerate(targets)) + "</Relationships>"


def workbook(name, lines, shared=False):
    """The bytes of a workbook whose sheet has these lines of texts."""
    texts = {}

    def cell(text):
        if shared:
            return f'<c t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'
        return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'

    rows = "".join(f'<row r="{number}">{"".join(map(cell, cells))}</row>' for number, cells in enumerate(lines, 1))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KIND}"><sheets><sheet name="{name}" sheetId="1" r:id="r0"/>'
                           "</sheets></workbook>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'}
    targets = [("worksheet", "worksheets/sheet1.xml")]
    if shared:
        targets.append(("sharedStrings", "sharedStrings.xml"))
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{items}</sst>'
    parts["xl/_rels/workbook.xml.rels"] = relations(*targets)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return file.getvalue()
