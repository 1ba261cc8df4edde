import ServiceKit

extension Main {
    /// Of corrections of issued certificates.
    static let correctionMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.corrected-on-request",
            409,
            zh: "证书已颁发,姓名、证件、工种须提交更正申请(correction-requests),由备案部门决定后更正。",
            en:
                "The certificate is issued; name, document and specialty are corrected on request, once the filing authority has decided."
        ),
        .init(
            "certificate.correction-pending",
            409,
            zh: "该证书已有一项更正申请待备案部门决定,决定或撤回前不能再次申请。",
            en: "A correction of this certificate waits to be decided."
        ),
        .init(
            "certificate.correction-unknown",
            409,
            zh: "没有提出过该更正申请。",
            en: "No such correction was asked for."
        ),
        .init(
            "certificate.correction-closed",
            409,
            zh: "该更正申请已办结({outcome})。",
            en: "This request is closed ({word})."
        ),
        .init(
            "certificate.correction-of-other-authority",
            409,
            zh: "该企业的备案部门是{office},由{office}决定。",
            en: "The authority of this enterprise's filing is the other office ({word}), which decides."
        ),
    ]
}
