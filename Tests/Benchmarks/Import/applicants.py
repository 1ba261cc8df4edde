"""Applicants as enterprises write them: the facts a round stands on, and lists of any length."""

import datetime
import json
import random
import uuid

CREDIT_CODE = "91371600MA3N00011J"
ENTERPRISE = {"id": "01990a3c-5b10-7c41-9e0d-2f6b7a8c9d01", "creditCode": CREDIT_CODE}
NAME = "滨州渤远机械制造有限公司"
FILING = "01990b51-0e22-7a10-8c3f-4d5e6f708192"
OCCUPATIONS = [
    {"code": "6-18-02-04", "edition": "2022", "name": "焊工"}, {"code": "6-18-01-01", "edition": "2022", "name": "车工"},
    {"code": "6-31-01-03", "edition": "2022", "name": "电工"}, {"code": "6-20-01-01", "edition": "2022", "name": "钳工"}]

FACTS = {
    "filing.enterprise-registered": {"registered": ENTERPRISE, "enterpriseName": NAME, "jurisdiction": "371602"},
    "filing.accepted": {
        "filing": FILING, "filer": ENTERPRISE, "enterpriseName": NAME, "agencyCode": "Y000037160001",
        "authority": "滨州市职业技能鉴定服务中心", "occupations": OCCUPATIONS, "workPlanVersion": 1, "workPlanDigest": "d",
        "receiptNumber": "滨特备2026-1", "acceptedOn": "2026-09-01", "validFrom": "2025-03-01", "validThrough": "2028-02-29"}}

PLAN = {
    "filing": FILING, "title": "2026年", "referenceDate": "2026-09-01", "publicityDays": 5,
    "posts": [{"occupation": occupation, "count": 3} for occupation in OCCUPATIONS],
    "methods": [{"name": "业绩评审", "weight": 100, "passMark": 60}], "organisation": "考核委员会",
    "panel": [{"evaluator": f"expert-{n}", "name": f"委员{n}", "unit": "技术中心"} for n in range(5)],
    "determination": {"rule": "on-completion",
                      "authorisedBy": {"name": "周明远", "office": "董事长", "basis": "第6号决议"}},
    "handlingOffice": "纪检监察室", "panelRule": {"size": 5, "selection": "named"}, "decision": "总经理办公会决议",
    "committee": {"kind": "expert-panel", "name": "专家评审委员会"},
    "postsDecision": {"paper": "设岗决定", "decidedOn": "2026-08-20"},
    "schedule": {"applications": {"from": "2026-09-01", "through": "2026-09-01"},
                 "review": {"from": "2026-09-02", "through": "2026-09-25"},
                 "vote": {"from": "2026-09-02", "through": "2026-09-26"},
                 "publicity": {"from": "2026-09-03", "through": "2026-10-31"}}}

DISCLOSURE = {"shownToEmployeesOn": "2026-09-01", "proof": "照片", "sentToAuthorityOn": "2026-09-01", "proofOfSending": "回执"}

HEADINGS = [
    "序号", "姓名", "证件类型", "证件号码", "文化程度", "手机号码", "所在单位", "部门车间", "岗位名称", "岗位类别", "用工形式", "在岗状态", "入职日期",
    "申报职业", "职业编码", "职业编码版本", "工种方向", "原证书类型", "原证书等级", "原证书编号", "原证书职业", "原证书发证机构", "原证书发证日期",
    "高级技师岗位起止", "是否仍从事本职业", "身体条件确认", "遵纪守法确认", "附加条件", "业绩摘要", "荣誉名称", "荣誉文号及日期", "放宽事由", "放宽的条件",
    "证明材料", "照片文件", "本人确认日期"]

FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏锺汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英建国志永兴海山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江超浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘"


def fact(name, content):
    """A fact of filing as the management API publishes it."""
    headers = {
        "specversion": "1.0", "id": str(uuid.uuid4()), "type": f"gongjiang.{name}.v1", "source": "/gongjiang/filing",
        "subject": content.get("filing", ENTERPRISE["id"]), "sequence": "1", "time": "2026-09-01T09:00:00.000+08:00",
        "actor": "benchmark", "correlationid": str(uuid.uuid4()), "enterprise": ENTERPRISE["id"], "creditcode": CREDIT_CODE}
    return {
        "routing_key": name, "payload": json.dumps(content, ensure_ascii=False), "payload_encoding": "string",
        "properties": {
            "user_id": "filing", "message_id": headers["id"], "type": headers["type"], "delivery_mode": 2,
            "content_type": "application/json", "headers": {"cloudEvents:" + key: text for key, text in headers.items()}}}


def document(number):
    """A valid number of an identity card, another for each."""
    day = datetime.date(1966, 1, 1) + datetime.timedelta(days=number // 400)
    body = f"372301{day:%Y%m%d}{number % 400 * 2 + 1:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)))
    return body + "10X98765432"[total % 11]


def rows(count, wrong=0.03):
    """So many applicants, some of them wrong, some not eligible."""
    chance = random.Random(count)
    yield HEADINGS
    for number in range(count):
        occupation = OCCUPATIONS[number % len(OCCUPATIONS)]
        # Another file has other people.
        digits = document(count + number)
        if chance.random() < wrong:
            digits = digits[:17] + ("1" if digits[17] != "1" else "2")
        since = f"{chance.choice((2014, 2016, 2019, 2021, 2022))}-{chance.randrange(1, 13):02d}-01"
        yield [
            str(number + 1), chance.choice(FAMILIES) + "".join(chance.choice(GIVEN) for _ in range(chance.choice((1, 2)))),
            "居民身份证", digits, chance.choice(("大专", "高中/中专", "本科")), f"1380543{number % 10000:04d}", NAME,
            chance.choice(("焊接一车间", "机加一车间", "总装车间", "电气车间")), chance.choice(("班长", "高级主操", "主操")),
            chance.choice(("生产一线", "生产一线", "生产一线", "技术支持")), "劳动合同", "在职在岗",
            f"{chance.randrange(1990, 2012)}-07-01", occupation["name"], occupation["code"], "2022", "--", "职业技能等级证书",
            "一级/高级技师", f"Y00003716000119{1}{number % 1000000:06d}", occupation["name"], NAME, "2019-05-20", since + "~",
            "是", "是", "是", f"二{chance.randrange(1, 4)}",
            f"革新工艺{chance.randrange(1, 9)}项,解决生产难题{chance.randrange(1, 20)}个,年节约{chance.randrange(10, 900)}万元,带徒{chance.randrange(1, 15)}人",
            "", "", "", "", f"业绩证明{number}.pdf", f"照片{number}.jpg", "2026-08-31"]
