"""Lists of filings as the authority has them: a workbook and the rows in it."""

import random

import workbooks

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
    return workbooks.workbook("备案名册", [HEADINGS, *lines])
