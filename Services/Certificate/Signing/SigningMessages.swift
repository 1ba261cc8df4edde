import ServiceKit

extension Main {
    /// Of keys, statements and lists.
    static let signingMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.statement-elsewhere",
            400,
            zh: "二维码签名声明请提交到 POST /certificates/verification/statement;此处按证书编号和姓名核验。",
            en: "Statements are checked by POST /certificates/verification/statement; here number and name are."
        ),
        .init(
            "certificate.configuration-algorithm",
            422,
            zh: "签名算法应为 ES256 或 SM2-SM3。",
            en: "The algorithm has to be ES256 or SM2-SM3."
        ),
        .init(
            "certificate.no-signing-key",
            409,
            zh: "企业尚无经主管部门认证的签名密钥,不能颁发证书:请先生成密钥并等待认证。",
            en: "The enterprise has no certified signing key; make one and have it certified before issuing."
        ),
        .init(
            "certificate.cannot-be-stated",
            409,
            zh: "证书{number}的{member}含有不可见字符或过长,不能签名,请更正后再颁发。",
            en: "The {member} of certificate {number} holds characters nobody sees or is too long; it cannot be signed."
        ),
        .init(
            "certificate.key-unknown",
            409,
            zh: "密钥尚未生成。",
            en: "The key has not been made."
        ),
        .init(
            "certificate.key-already-certified",
            409,
            zh: "该密钥已经认证过。",
            en: "The key has been certified already."
        ),
        .init(
            "certificate.key-already-revoked",
            409,
            zh: "该密钥已撤销,不能再使用。",
            en: "The key is revoked for good."
        ),
        .init(
            "certificate.why-missing",
            400,
            zh: "必须写明理由。",
            en: "A reason has to be given."
        ),
        .init(
            "certificate.no-list-yet",
            404,
            zh: "名单尚未发布,请稍候再试。",
            en: "The list has not been published yet; try again in a moment."
        ),
    ]
}
