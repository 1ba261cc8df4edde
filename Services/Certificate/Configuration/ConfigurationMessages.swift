import ServiceKit

extension Main {
    /// Of dated documents.
    static let configurationMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.configuration-too-large",
            413,
            zh: "文件超过 {most} KB,不予接收。",
            en: "The document is larger than {most} KB."
        ),
        .init(
            "certificate.configuration-in-past",
            422,
            zh: "施行日期不能早于今天({today}):已按旧规定办理的事项不受影响。",
            en: "It cannot be followed from a day before today ({today}): what was done stays as it was done."
        ),
        .init(
            "certificate.configuration-days",
            422,
            zh: "工作日数应在 1 至 250 之间。",
            en: "The number of working days has to be between 1 and 250."
        ),
    ]
}
