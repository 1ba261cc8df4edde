import ServiceKit

extension Main {
    /// Of what was found short.
    static let parityMessages: [MessageCatalogue.Message] = [
        .init("compensation.shortfall-settled", 409, zh: "该问题已经整改。", en: "It was settled already."),
        .init("compensation.no-shortfall", 409, zh: "没有需要整改的问题。", en: "Nothing was found short."),
        .init(
            "compensation.still-short",
            409,
            zh: "聘用档位仍低于正高级工程师对标,请先调整档位(band)。",
            en: "The band still begins below the benchmark; change it first."
        ),
    ]
}
