"""Lists of filings as the authority has them: a workbook and the rows in it."""

import io
import random
import zipfile
from xml.sax.saxutils import escape

HEADINGS = ["企业名称", "统一社会信用代码", "所属县区", "法定代表人", "联系人", "联系电话", "备案码", "有效期起", "有效期止", "职业名称", "工种",
            "职业编码", "职业编码版本", "等级"]
COUNTIES = ["滨城区", "沾化区", "惠民县", "阳信县", "无棣县", "博兴县", "邹平市", "BZ-KFQ"]
OCCUPATIONS = [("焊工", "--", "6-18-02-04"), ("车工", "数控车工", "6-18-01-01"), ("电工", "--", "6-31-01-03"),
               ("钳工", "装配钳工", "6-20-01-01"), ("铣工", "--", "6-18-01-02")]
PLACES = ["滨州", "山东", "邹平", "博兴", "惠民", "阳信", "无棣", "沾化", "黄河", "鲁北", "渤海", "孙武"]
WORDS = "盛世华恒瑞祥泰昌隆鑫宏达通顺利丰源茂森海川岳峰云龙飞腾金银铜铁钢木水火土东南西北中正大光明新兴永安康健和平友爱"
TRADES = ["机械", "化工", "纺织", "食品", "电子", "建材", "铝业", "石油", "农业科技", "装备制造", "新材料", "物流"]
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(number):
    body = "9137160" + f"{number:010d}"
    weight, total = 1, 0
    for character in body:
        total += weight * ALPHABET.index(character)
        weight = weight * 3 % 31
    return body + ALPHABET[(31 - total % 31) % 31]


def agency_code(number):
    return f"Y000037{number:06d}"


def name(chance):
    word = "".join(chance.choice(WORDS) for _ in range(chance.choice((2, 2, 3))))
    return chance.choice(PLACES) + word + chance.choice(TRADES) + chance.choice(("有限公司", "股份有限公司", "厂"))


def rows(count, wrong=0.03):
    """So many filings, some of them wrong."""
    chance = random.Random(1)
    for number in range(count):
        occupation = OCCUPATIONS[number % len(OCCUPATIONS)]
        code = credit_code(number)
        if chance.random() < wrong:
            code = code[:-1] + ("0" if code[-1] != "0" else "1")
        yield [name(chance), code, chance.choice(COUNTIES), "张三", "李四", f"0543-{8000000 + number}", agency_code(number),
               "2024-07-01", "2027-06-30", *occupation, "2022", "三级、二级、一级"]


def workbook(lines):
    """The smallest workbook there is."""
    def row(number, cells):
        return f'<row r="{number}">' + "".join(
            f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in cells) + "</row>"

    sheet = "".join(row(number, cells) for number, cells in enumerate([HEADINGS, *lines], 1))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    def relations(*targets):
        return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
            f'<Relationship Id="r{n}" Type="{kind}/{what}" Target="{target}"/>'
            for n, (what, target) in enumerate(targets)) + "</Relationships>")

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        archive.writestr("_rels/.rels", relations(("officeDocument", "xl/workbook.xml")))
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{kind}"><sheets>'
                         '<sheet name="备案名册" sheetId="1" r:id="r0"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", relations(("worksheet", "worksheets/sheet1.xml")))
        archive.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>')
    return file.getvalue()
