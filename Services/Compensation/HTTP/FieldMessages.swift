import ServiceKit

extension Main {
    /// Of fields that every part has.
    static let fieldMessages: [MessageCatalogue.Message] = [
        .init("compensation.required", 400, zh: "此项必填。", en: "This is required."),
        .init("compensation.too-long", 400, zh: "此项不超过{most}个字。", en: "At most {most} characters."),
    ]
}
