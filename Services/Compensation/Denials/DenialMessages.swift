import ServiceKit

extension Main {
    /// Of what persons say is not so.
    static let denialMessages: [MessageCatalogue.Message] = [
        .init(
            "compensation.no-person",
            403,
            zh: "该账号尚未关联本人档案,请联系企业人事关联后再试。",
            en: "The account is tied to no person of the register."
        ),
        .init(
            "compensation.denial-open",
            409,
            zh: "您对该月提出的异议正在办理,办结前不必重复提出。",
            en: "What you said of this month is being handled."
        ),
        .init("compensation.denial-not-received", 409, zh: "该异议尚未受理。", en: "Nothing was received."),
        .init("compensation.denial-received", 409, zh: "该异议已经受理。", en: "It was received already."),
        .init("compensation.denial-answered", 409, zh: "企业已经答复。", en: "The enterprise has answered already."),
        .init(
            "compensation.denial-to-answer",
            409,
            zh: "企业的答复期限未满,尚不能作出处理决定。",
            en: "The enterprise may still answer; it cannot be decided yet."
        ),
        .init("compensation.denial-closed", 409, zh: "该异议已经办结。", en: "It is closed."),
    ]
}
