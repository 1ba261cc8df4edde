import ServiceKit

extension Main {
    /// Of dated documents.
    static let configurationMessages: [MessageCatalogue.Message] = [
        .init(
            "compensation.configuration-too-large",
            413,
            zh: "文件超过 {most} KB,不予接收。",
            en: "The document is larger than {most} KB."
        ),
        .init(
            "compensation.configuration-in-past",
            422,
            zh: "施行日期不能早于今天({today}):已按旧规定办理的事项不受影响。",
            en: "It cannot be followed from a day before today ({today}): what was done stays as it was done."
        ),
        .init(
            "compensation.configuration-days",
            422,
            zh: "工作日数应在 1 至 250 之间。",
            en: "The number of working days has to be between 1 and 250."
        ),
        .init("compensation.letter-words", 422, zh: "文字不能为空,且不超过{most}字。", en: "Some text, at most {most} characters."),
        .init(
            "compensation.letter-place-missing",
            422,
            zh: "聘书文本缺少必须填入的内容:{place}。",
            en: "The letter has no place for {place}."
        ),
        .init(
            "compensation.letter-place-unknown",
            422,
            zh: "聘书文本中的“{place}”不是可以填入的内容。",
            en: "Nothing can be filled in at {place}."
        ),
    ]
}
