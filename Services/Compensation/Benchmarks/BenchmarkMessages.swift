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
        .init("compensation.amount", 400, zh: "金额以分为单位,应大于0。", en: "An amount in fen above 0."),
        .init("compensation.median", 400, zh: "中位值不得低于最低值。", en: "The median is not below the lowest."),
    ]
}
