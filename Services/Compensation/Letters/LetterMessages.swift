import ServiceKit

extension Main {
    /// Of the text of letters.
    static let letterMessages: [MessageCatalogue.Message] = [
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
