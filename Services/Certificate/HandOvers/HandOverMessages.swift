import ServiceKit

extension Main {
    /// Of handing certificates over.
    static let handOverMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.hand-over-not-issued",
            409,
            zh: "证书尚未颁发,不能登记发放。",
            en: "The certificate is not issued, so it cannot have been handed over."
        ),
        .init(
            "certificate.hand-over-before-issue",
            400,
            zh: "发放日期不得早于发证日期{day}。",
            en: "The day lies before {day}, when the certificate was issued."
        ),
        .init(
            "certificate.hand-over-in-future",
            400,
            zh: "发放日期不得晚于今天({today})。",
            en: "The day lies after today ({today})."
        ),
        .init(
            "certificate.hand-over-unknown",
            409,
            zh: "没有该发放记录,请刷新后重试。",
            en: "Nothing was handed over."
        ),
        .init(
            "certificate.hand-over-undone",
            409,
            zh: "该发放记录已撤回,无需重复办理。",
            en: "It was undone before."
        ),
        .init(
            "certificate.hand-over-too-long",
            400,
            zh: "领取人和代领依据均不得超过{limit}字。",
            en: "Neither the receiver nor the ground has more than {limit} characters."
        ),
        .init(
            "certificate.hand-over-ground-missing",
            400,
            zh: "领取人不是持证人本人的,请填写代领依据(如委托书)。",
            en: "Where the receiver is not the holder, say on what ground they receive it."
        ),
    ]
}
