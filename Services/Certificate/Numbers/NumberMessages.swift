import ServiceKit

extension Main {
    /// Of numbers, where they come from and how they are put together.
    static let numberMessages: [MessageCatalogue.Message] =
        numberRefusals + provincialNumberMessages + numberingMessages

    private static let numberRefusals: [MessageCatalogue.Message] = [
        .init(
            "certificate.numbers-exhausted",
            409,
            zh: "评价机构{agency}在{year}年度的证书序列号已用完,请联系备案部门。",
            en: "Agency {agency} has no certificate numbers left for {year}."
        ),
        .init(
            "certificate.agency-outside-scheme",
            409,
            zh: "备案码{agency}的机构类别或省级代码不在现行编码规则范围内,不能编制证书编号。",
            en: "The scheme in force gives no numbers to agencies of the kind or province of {agency}."
        ),
        .init(
            "certificate.level-without-character",
            409,
            zh: "现行编码规则没有规定{level}的等级代码,不能编制证书编号。",
            en: "The scheme in force has no character for the level {level}."
        ),
        .init(
            "certificate.numbers-from-province",
            409,
            zh: "该批次证书编号由省级系统赋予,随回执返回,不在此编号。",
            en: "The province gives this batch its numbers; they come with its receipts."
        ),
        .init(
            "certificate.nothing-to-number",
            409,
            zh: "该批次没有待编号人员,也没有往年未颁发的编号。",
            en: "Nobody of the batch waits for a number, and no number is of a year gone by."
        ),
        .init(
            "certificate.number-of-other-year",
            409,
            zh: "有{count}人的证书编号属于{year}年度,发证日期{day}不在该年度;请由审核部门作废并重新编号后再颁发。",
            en:
                "{count} certificates have numbers of {year}, and {day} is not in it; an office gives them new numbers first."
        ),
        .init("certificate.not-an-agency", 400, zh: "备案码应为13位。", en: "The agency code is not one of 13 characters."),
        .init("certificate.not-a-year", 400, zh: "年度应为四位数字,如2026。", en: "The year has four digits."),
        .init("certificate.not-a-number", 400, zh: "证书编号应为22位。", en: "The number is not one of 22 characters."),
    ]

    private static let provincialNumberMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.provincial-number-malformed",
            409,
            zh: "省级系统返回的编号不符合22位编码规则。",
            en: "What the province returned is no number of 22 characters."
        ),
        .init(
            "certificate.provincial-number-agency",
            409,
            zh: "省级系统返回的编号不以本企业备案码{expected}开头。",
            en: "The number does not begin with the agency code {expected}."
        ),
        .init(
            "certificate.provincial-number-level",
            409,
            zh: "省级系统返回的编号等级代码不是{expected}。",
            en: "The number's level character is not {expected}."
        ),
        .init(
            "certificate.provincial-number-year",
            409,
            zh: "省级系统返回的编号年份不是赋号当年({expected})。",
            en: "The number's year is not {expected}, in which it was given."
        ),
        .init(
            "certificate.provincial-number-in-future",
            409,
            zh: "省级系统返回的赋号日期晚于今天({today})。",
            en: "The number was given on a day after today ({today})."
        ),
        .init(
            "certificate.provincial-number-taken",
            409,
            zh: "省级系统返回的编号已属于他人或已作废。",
            en: "The number is somebody else's, or void."
        ),
        .init(
            "certificate.provincial-number-differs",
            409,
            zh: "该人员已有编号{number},与省级系统返回的不一致。",
            en: "The holder has the number {number}, and the province returned another."
        ),
        .init(
            "certificate.provincial-number-of-nobody",
            409,
            zh: "省级系统返回的编号所属人员不在该批次。",
            en: "The number's holder is not in the batch."
        ),
        .init(
            "certificate.provincial-number-frozen",
            409,
            zh: "备案已暂停或取消,省级系统返回的编号暂不接收。",
            en: "The filing is out of force, and no number is taken meanwhile."
        ),
        .init(
            "certificate.numbers-given-here",
            409,
            zh: "该批次证书编号由本系统赋予,不接收省级系统返回的编号。",
            en: "Numbers of this batch are given here and not taken from the province."
        ),
    ]

    private static let numberingMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.numbering-segments",
            422,
            zh: "编号各段须为:备案码13位、年份2位、等级代码1位、序列码6位。",
            en: "The parts have to be agency 13, year 2, level 1, running number 6."
        ),
        .init(
            "certificate.numbering-agencies",
            422,
            zh: "机构类别应为Y或S,省级代码应为两位数字,均不能为空。",
            en: "Categories are Y or S and provinces two digits; neither may be empty."
        ),
        .init(
            "certificate.numbering-serials",
            422,
            zh: "序列码应在1至999999之间,起始不大于终止。",
            en: "Running numbers are between 1 and 999999, the first not above the last."
        ),
        .init(
            "certificate.numbering-level-missing",
            422,
            zh: "必须规定特级技师的等级代码。",
            en: "The level of special-grade technicians needs a character."
        ),
        .init(
            "certificate.numbering-level-unknown",
            422,
            zh: "没有这个职业技能等级。",
            en: "There is no such level."
        ),
        .init(
            "certificate.numbering-character",
            422,
            zh: "等级代码应为一位数字或大写字母(不用I、O),且不得与其他等级已用的代码相同。",
            en:
                "A level's character is a digit or a capital letter but I and O, and not one another level has ever had."
        ),
        .init(
            "certificate.numbering-character-twice",
            422,
            zh: "两个等级不能用同一个代码。",
            en: "Two levels cannot have the same character."
        ),
    ]
}
