import ServiceKit

extension Main {
    /// Of attestations.
    static let attestationMessages: [MessageCatalogue.Message] = [
        .init(
            "compensation.correction-needs-reason",
            409,
            zh: "该月已作不同确认,如需更正请填写更正原因。",
            en: "Something else was attested for this month; say why it is corrected."
        ),
        .init("compensation.month", 400, zh: "请填写月份,如2026-11。", en: "Give a month like 2026-11."),
        .init(
            "compensation.month-ahead",
            400,
            zh: "该月尚未开始,不能提前确认。",
            en: "The month has not begun; it cannot be attested."
        ),
        .init(
            "compensation.month-not-due",
            400,
            zh: "该聘用在{month}没有应兑现的待遇,不需确认。",
            en: "Nothing is due for this appointment in {month}."
        ),
        .init(
            "compensation.not-appointed-here",
            400,
            zh: "本企业没有该聘用,请核对聘用编号。",
            en: "This enterprise has no such appointment."
        ),
        .init(
            "compensation.other-band",
            400,
            zh: "薪酬档次与聘用档次({band})不一致;未按聘用档次兑现的,请选“未兑现”并说明原因。",
            en: "The band is not that of the appointment ({band}); say not met, with the reason."
        ),
        .init(
            "compensation.reason-required",
            400,
            zh: "未兑现或不适用的,请说明原因。",
            en: "Say why it was not met or not due."
        ),
        .init(
            "compensation.amount-in-text",
            400,
            zh: "请勿填写工资金额:本系统不收集个人工资数据。",
            en: "Leave amounts out: no pay of a person is collected here."
        ),
        .init(
            "compensation.amount-in-band",
            400,
            zh: "薪酬档次请填写本企业薪酬制度中的简短代码(如ZG-2),不得填写金额或四位以上数字。",
            en: "Give the short code of the band, like ZG-2, never an amount or four digits and more."
        ),
        .init("compensation.person-twice", 400, zh: "该聘用在本次中重复。", en: "This appointment comes twice."),
        .init("compensation.lines", 400, zh: "每次应为1至{most}人。", en: "Between 1 and {most} persons at a time."),
    ]
}
