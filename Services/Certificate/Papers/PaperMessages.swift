import ServiceKit

extension Main {
    /// Of certificates on paper and their template.
    static let paperMessages: [MessageCatalogue.Message] = [
        .init("certificate.template-words", 400, zh: "不能为空,最多{most}个字", en: "Needed, at most {most} characters."),
        .init("certificate.template-issuer", 400, zh: "正文中应有 {issuer},代表颁发证书的企业", en: "The text has to name {issuer}."),
        .init("certificate.template-queries", 400, zh: "查询网址最多三个", en: "At most three addresses."),
        .init(
            "certificate.template-address",
            400,
            zh: "网址应以 http:// 或 https:// 开头,最多200个字符",
            en: "An address has to begin with http."
        ),
        .init(
            "certificate.template-official",
            400,
            zh: "证书由企业颁发,不得使用“{word}”字样",
            en: "The enterprise issues the certificate; {word} may not stand on it."
        ),
        .init(
            "certificate.not-on-paper",
            409,
            zh: "证书尚未颁发,或者已不在有效状态,不能打印",
            en: "The certificate is not issued, or not in force."
        ),
        .init(
            "certificate.photo-unreadable",
            422,
            zh: "不是完整的 JPEG 或 PNG 照片,请重新选择",
            en: "Not a whole JPEG or PNG picture."
        ),
        .init(
            "certificate.photo-shape",
            422,
            zh: "照片应为一寸免冠照(宽高比约 5:7,不小于 {least} 像素),现为 {found}",
            en: "A one-inch portrait, 5 to 7 and at least {least} pixels; this is {found}."
        ),
        .init(
            "certificate.copy-purpose",
            400,
            zh: "请写明副本的用途,最多30个字",
            en: "Say what the copy is for, in at most 30 characters."
        ),
        .init("certificate.copy-in-past", 400, zh: "有效期不能早于今天", en: "Its last day has gone by."),
        .init("certificate.copy-too-long", 400, zh: "副本最长有效{days}天", en: "A copy is good for at most {days} days."),
        .init(
            "certificate.paper-overfull",
            409,
            zh: "证书内容过长,一页纸排不下,请核对姓名、职业名称和机构名称。",
            en: "What the certificate says does not fit on its sheet."
        ),
        .init(
            "certificate.paper-job-unfinished",
            409,
            zh: "文件尚未打印完成,或没有可打印的证书。",
            en: "The file is not printed yet, or nothing could be printed."
        ),
        .init(
            "certificate.paper-job-over",
            410,
            zh: "文件已超过保存期限,请重新打印。",
            en: "The file was kept for its time; print it again."
        ),
    ]
}
