import ServiceKit

extension Main {
    /// Of treatment beside pay.
    static let treatmentItemMessages: [MessageCatalogue.Message] = [
        .init("compensation.treatment-not-owed", 409, zh: "没有该待遇事项。", en: "No such item is owed."),
        .init("compensation.treatment-done", 409, zh: "该待遇事项已经落实。", en: "It was granted already."),
        .init("compensation.treatment-waived", 409, zh: "该待遇事项已经免除。", en: "It was waived already."),
        .init(
            "compensation.treatment-still-owed",
            409,
            zh: "该待遇事项尚未登记落实或免除,不需撤回。",
            en: "Nothing was recorded of it that could be taken back."
        ),
        .init(
            "compensation.treatment-owed-by-other",
            403,
            zh: "该待遇事项由其他单位负责,应由责任单位登记。",
            en: "Another owes it; whoever owes it records it."
        ),
        .init(
            "compensation.evidence-file",
            400,
            zh: "佐证文件(file)不是为本待遇事项上传的完整文件。",
            en: "It is no complete file of this item."
        ),
        .init(
            "compensation.treatment-count",
            422,
            zh: "待遇事项应为1至{most}项。",
            en: "Between 1 and {most} items."
        ),
        .init(
            "compensation.treatment-code",
            422,
            zh: "事项代码由大写字母、数字和连字符组成,不超过20位。",
            en: "A code is up to 20 capital letters, digits and hyphens."
        ),
        .init("compensation.treatment-code-twice", 422, zh: "事项代码重复。", en: "The code comes twice."),
        .init(
            "compensation.treatment-debtor",
            422,
            zh: "由企业负责的事项不填部门名称。",
            en: "What the enterprise owes names no department."
        ),
    ]
}
