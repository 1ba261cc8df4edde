import ServiceKit

extension Main {
    /// Of the status of certificates and of revoking them.
    static let statusMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.not-issued",
            409,
            zh: "证书尚未颁发,没有状态可以变更。",
            en: "The certificate has not been issued; it has no status yet."
        ),
        .init(
            "certificate.already-suspended",
            409,
            zh: "证书已经暂停使用。",
            en: "The certificate is suspended already."
        ),
        .init(
            "certificate.not-suspended",
            409,
            zh: "证书没有因核查而暂停,无须恢复;因备案暂停的,随备案恢复。",
            en: "No examination suspends the certificate; what its filing suspends its filing brings back."
        ),
        .init(
            "certificate.already-withdrawn",
            409,
            zh: "证书已经撤销或注销,状态不能再变更。",
            en: "The certificate is revoked or cancelled for good."
        ),
        .init(
            "certificate.since-out-of-range",
            400,
            zh: "生效日期应在 {from} 至 {today} 之间。",
            en: "The status has to begin between {from} and {today}."
        ),
        .init(
            "certificate.unknown-status-reason",
            400,
            zh: "原因应为以下之一:{known}。",
            en: "The reason is none of {known}."
        ),
        .init(
            "certificate.suspension-not-provided",
            409,
            zh: "现行规则没有规定暂停使用证书;需要时由主管部门在证书签名与状态规则中开启。",
            en: "No rule in force provides for suspending a certificate."
        ),
        .init(
            "certificate.revocation-not-due",
            409,
            zh: "异议尚未成立或已了结,不能启动撤销。",
            en: "Nothing was upheld; revoking is not due."
        ),
        .init(
            "certificate.revocation-already-told",
            409,
            zh: "已经告知过拟撤销的事实和理由。",
            en: "Holder and enterprise were told already."
        ),
        .init(
            "certificate.revocation-not-told",
            409,
            zh: "尚未告知持证人和企业拟撤销的事实和理由。",
            en: "Holder and enterprise have to be told first."
        ),
        .init(
            "certificate.revocation-hearing-runs",
            409,
            zh: "陈述、申辩期限至 {until} 届满,此前未收到陈述申辩的,不能作出决定。",
            en: "They may be heard until {until}; nothing is decided before, unless they were heard."
        ),
        .init(
            "certificate.revocation-already-decided",
            409,
            zh: "已经作出决定。",
            en: "It has been decided."
        ),
        .init(
            "certificate.revocation-known",
            409,
            zh: "该证书已在撤销事项中。",
            en: "There is an item about this certificate already."
        ),
    ]
}
