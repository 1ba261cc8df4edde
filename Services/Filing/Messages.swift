import ServiceKit

extension Main {
    /// What people are told: code, status, and a sentence in each language.
    static let messages: MessageCatalogue = [
        // Fields of a request.
        .init("filing.too-long", 400, zh: "最多{most}个字符", en: "At most {most} characters."),
        .init("filing.too-many", 400, zh: "最多{most}项", en: "At most {most} items."),
        .init("filing.unprintable", 400, zh: "含有不能显示的控制字符,请删除", en: "Contains control characters; remove them."),
        .init("filing.not-a-day", 400, zh: "日期应为真实日期,写作2026-09-30", en: "A real day, written 2026-09-30."),
        .init("filing.not-an-id", 400, zh: "编号格式不对,应为系统给出的UUID", en: "Not an id; a UUID given by the system."),
        .init("filing.out-of-range", 400, zh: "应在{least}至{most}之间", en: "Between {least} and {most}."),
        .init(
            "filing.occupation-code",
            400,
            zh: "职业编码应写作6-18-02-04(大类-中类-小类-细类)",
            en: "An occupation code is written 6-18-02-04."
        ),
        .init(
            "filing.occupation-edition",
            400,
            zh: "职业编码版本应为4位年份,如2022",
            en: "The edition of the classification is a year, like 2022."
        ),
        .init("filing.occupation-twice", 400, zh: "同一职业(工种)重复出现", en: "The same occupation appears twice."),
        .init(
            "filing.unknown-level",
            400,
            zh: "等级应为junior、intermediate、senior、technician、seniorTechnician之一;特级技师另行备案",
            en: "One of junior, intermediate, senior, technician, seniorTechnician; special grade is filed by itself."
        ),
        .init(
            "filing.unknown-jurisdiction",
            400,
            zh: "不在属地表中,请填写县(市、区)名称或代码,如滨城区或371602",
            en: "Not in the table of jurisdictions; give the name or code of a county, like 371602."
        ),
        .init(
            "filing.unknown-state",
            400,
            zh: "没有这种状态,可用:{states}",
            en: "No such state; one of {states}."
        ),
        .init("filing.term-backwards", 400, zh: "有效期止不能早于有效期起", en: "The term ends before it begins."),
        // Enterprises.
        .init(
            "filing.enterprise-already-registered",
            409,
            zh: "该统一社会信用代码的企业已登记",
            en: "An enterprise of this credit code is on the register."
        ),
        .init(
            "filing.agency-code-taken",
            409,
            zh: "该备案码已给予其他企业",
            en: "The agency code was given to another enterprise."
        ),
        // General filings.
        .init("filing.general-already-submitted", 409, zh: "该自主评价备案已提交", en: "The general filing was submitted."),
        .init("filing.general-not-submitted", 409, zh: "该自主评价备案尚未提交", en: "The general filing is not submitted."),
        .init(
            "filing.general-already-decided",
            409,
            zh: "该自主评价备案已受理或已不予备案,不能再办",
            en: "The general filing was accepted or refused."
        ),
        .init("filing.general-term-over", 409, zh: "有效期至{through},已过期,不能受理", en: "The term was over on {through}."),
        // Special-grade filings.
        .init("filing.not-drafted", 409, zh: "该特级技师评价备案尚未建立", en: "The filing does not exist yet."),
        .init("filing.already-drafted", 409, zh: "该特级技师评价备案已建立", en: "The filing exists already."),
        .init("filing.not-submitted", 409, zh: "备案尚未提交,不能办理", en: "The filing is not submitted."),
        .init(
            "filing.already-submitted",
            409,
            zh: "备案已提交,受理前不能再改",
            en: "The filing is submitted and cannot be changed."
        ),
        .init(
            "filing.already-decided",
            409,
            zh: "备案已受理或已不予备案,不能再办",
            en: "The filing was accepted or refused."
        ),
        .init(
            "filing.corrections-told-before",
            409,
            zh: "补正须一次性告知,本备案已告知过,不能再次要求补正",
            en: "Corrections are told once, and were told."
        ),
        .init(
            "filing.awaiting-resubmission",
            409,
            zh: "企业正在补正,须由企业重新提交后再办",
            en: "The enterprise is correcting; it must resubmit first."
        ),
        .init("filing.nothing-to-correct", 409, zh: "本备案没有待补正事项,不能重新提交", en: "Nothing is to be corrected."),
        .init("filing.no-requests", 409, zh: "请至少写明一项需补正的内容", en: "Name at least one thing to correct."),
        .init(
            "filing.general-filing-not-accepted",
            409,
            zh: "所依据的自主评价备案未获受理",
            en: "The general filing it rests on is not accepted."
        ),
        .init(
            "filing.general-filing-not-in-force",
            409,
            zh: "所依据的自主评价备案有效期为{from}至{through},今日不在有效期内",
            en: "The general filing is in force from {from} through {through} only."
        ),
        .init(
            "filing.outside-scope",
            409,
            zh: "以下职业(工种)未在自主评价备案中备案到一级/高级技师:{occupations}",
            en: "Not filed up to senior technician in the general filing: {occupations}."
        ),
        .init(
            "filing.work-plan-incomplete",
            409,
            zh: "工作方案缺少:{parts}",
            en: "The work plan lacks: {names}."
        ),
    ]
}
