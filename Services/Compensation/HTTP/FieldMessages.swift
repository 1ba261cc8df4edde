import ServiceKit

extension Main {
    /// Of fields that every part has.
    static let fieldMessages: [MessageCatalogue.Message] = [
        .init("compensation.required", 400, zh: "此项必填。", en: "This is required."),
        .init("compensation.too-long", 400, zh: "此项不超过{most}个字。", en: "At most {most} characters."),
        .init("compensation.not-a-day", 400, zh: "日期应写作 2026-09-30。", en: "A day is written 2026-09-30."),
    ]
}
