import ServiceKit

extension Main {
    /// Of the register and the lists of certificates issued before it was kept.
    static let registerMessages: [MessageCatalogue.Message] = [
        // What is asked for.
        .init("certificate.unknown-grouping", 400, zh: "统计方式应为:{known}", en: "Counted by one of {known}."),
        .init("certificate.unknown-year", 400, zh: "年份应在2000至2099之间", en: "A year from 2000 to 2099."),
        .init("certificate.unknown-origin", 400, zh: "来源应为 here 或 historic", en: "One of here and historic."),
        // Cells of a list.
        .init("certificate.cell-uncalculated", 400, zh: "公式尚未计算,请在 Excel 中打开并保存后再上传", en: "A formula without a value."),
        .init("certificate.cell-error", 400, zh: "单元格是错误值{name},请改正", en: "The cell holds the error {name}."),
        .init("certificate.cell-too-long", 400, zh: "过长,最多{most}个字", en: "Too long, at most {most} characters."),
        .init(
            "certificate.cell-unprintable",
            400,
            zh: "含有不可见或不能打印的字符,请重新录入",
            en: "A character that cannot be printed."
        ),
        .init("certificate.cell-day", 400, zh: "不是日期,应写作2024-07-01", en: "Not a day such as 2024-07-01."),
        .init("certificate.historic-occupation-code", 400, zh: "职业编码应如6-18-02-04", en: "A code such as 6-18-02-04."),
        .init("certificate.historic-edition", 400, zh: "版本应为四位年份,如2022", en: "A year such as 2022."),
        .init("certificate.historic-future", 400, zh: "发证日期不能晚于今天", en: "The day of issue has not come."),
        .init(
            "certificate.historic-level",
            400,
            zh: "证书编号第16位为{level},不是特级技师的等级代码",
            en: "Position 16 is {level}, which does not stand for the special grade."
        ),
        .init(
            "certificate.historic-year",
            400,
            zh: "证书编号中的年份{year}与发证日期不一致",
            en: "The number is of {year}, the day of issue of another year."
        ),
        .init("certificate.historic-twice", 400, zh: "与第{row}行的证书编号相同", en: "The same number as in row {row}."),
        .init("certificate.historic-not-yours", 400, zh: "不是本企业颁发的证书", en: "Another enterprise issued it."),
        .init("certificate.historic-given-here", 400, zh: "该编号已由本系统编给其他证书", en: "The number was given here."),
        .init(
            "certificate.historic-taken",
            400,
            zh: "该编号在编号台账中{standing},不能补录给历史证书",
            en: "The ledger of numbers has it otherwise ({standing})."
        ),
        .init(
            "certificate.historic-differs",
            400,
            zh: "该编号的证书已在名册中,但内容不同;名册未作改动,请核对",
            en: "The register has another certificate of this number; it was not changed."
        ),
        .init(
            "certificate.historic-struck",
            400,
            zh: "该编号的证书曾因录入有误撤下,如需恢复请联系市中心",
            en: "The certificate of this number was struck."
        ),
        .init(
            "certificate.historic-by-office",
            403,
            zh: "历史证书由市中心导入:请先预检,改好后把名册交市中心",
            en: "An office enters historic certificates; look the list through (dryRun) and hand it to the city centre."
        ),
        // Taking one out again.
        .init("certificate.already-struck", 409, zh: "该证书已经撤下", en: "It is struck already."),
        .init("certificate.striking-reason-missing", 400, zh: "请说明撤下的原因", en: "Say why it is struck."),
    ]
}
