import ServiceKit

extension Main {
    /// Of papers issued again.
    static let reissueMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.not-in-force",
            409,
            zh: "证书未颁发或不在有效状态,不能补发。",
            en: "Only a certificate that is issued and in force is issued again."
        ),
        .init(
            "certificate.statement-missing",
            400,
            zh: "补发须附持证人的遗失声明或损毁情况说明。",
            en: "The holder's statement of the loss or damage is missing."
        ),
        .init(
            "certificate.statement-too-long",
            400,
            zh: "声明不得超过{limit}字。",
            en: "The statement has more than {limit} characters."
        ),
        .init(
            "certificate.not-a-blank",
            400,
            zh: "印制流水码应为4至40位数字、字母或短横线。",
            en: "A blank's serial has 4 to 40 digits, letters or hyphens."
        ),
        .init(
            "certificate.blank-used",
            400,
            zh: "该印制流水码已用于另一本证书。",
            en: "The blank of this serial was used for another paper."
        ),
    ]
}
