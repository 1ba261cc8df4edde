import ServiceKit

extension Main {
    /// Of persons who cannot be appointed.
    static let holderMessages: [MessageCatalogue.Message] = [
        .init(
            "compensation.not-determined",
            409,
            zh: "该人员未经本企业公示核准确定为获评人员,不能聘用。",
            en: "The enterprise has not determined this person."
        ),
        .init(
            "compensation.no-certificate",
            409,
            zh: "该人员尚无本企业颁发的该特级技师证书,不能聘用。",
            en: "This person has no such certificate yet."
        ),
        .init(
            "compensation.before-determination",
            409,
            zh: "聘期开始日早于企业确定获评人员之日,请调整聘期。",
            en: "The term begins before the determination."
        ),
        .init(
            "compensation.other-occupation",
            409,
            zh: "岗位的职业(工种)与证书不一致。",
            en: "The post is of another occupation than the certificate."
        ),
        .init(
            "compensation.already-appointed",
            409,
            zh: "该人员在此聘期内已有聘用。",
            en: "This person is appointed during the term already."
        ),
        .init(
            "compensation.certificate-there",
            409,
            zh: "该人员的证书已经颁发,请填写证书(certificate)后聘用。",
            en: "The certificate is there: name it."
        ),
    ]
}
