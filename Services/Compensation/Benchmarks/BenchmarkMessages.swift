import ServiceKit

extension Main {
    /// Of benchmarks.
    static let benchmarkMessages: [MessageCatalogue.Message] = [
        .init(
            "compensation.benchmark-declared",
            409,
            zh: "该薪酬档位自该日起的对标已申报,如有变化请另定生效日期。",
            en: "This band has a benchmark from that day already."
        ),
        .init(
            "compensation.benchmark-back-dated",
            409,
            zh: "生效日期(effectiveFrom)早于{earliest}:已过去的日期只能作为更正申报,并在更正原因(correction)中说明。",
            en:
                "It would take effect before {earliest}: a day gone by is changed only as a correction, with its reason."
        ),
        .init(
            "compensation.amount",
            400,
            zh: "金额以分为单位,应大于0并低于每月{most}元。",
            en: "An amount in fen, above 0 and below {most} yuan a month."
        ),
        .init(
            "compensation.benchmark-file",
            400,
            zh: "文件(file)不是本企业为对标上传的完整文件,请先上传对标文件。",
            en: "It is no complete file this enterprise sent for a benchmark; send it first."
        ),
        .init(
            "compensation.benchmark-file-used",
            400,
            zh: "该文件(file)已用于另一对标申报,请为本次申报另行上传。",
            en: "Another benchmark was declared with this file; send one for this."
        ),
        .init(
            "compensation.benchmark-document-used",
            409,
            zh: "该文件已用于对标申报,应予留存,不能更改或删除。",
            en: "A benchmark was declared with it; it stays."
        ),
        .init("compensation.component-twice", 400, zh: "工资项目代码重复。", en: "Two components have the same code."),
        .init("compensation.median", 400, zh: "中位值不得低于最低值。", en: "The median is not below the lowest."),
    ]
}
