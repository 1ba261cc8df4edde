import ServiceKit

extension Main {
    /// Of posts.
    static let postMessages: [MessageCatalogue.Message] = [
        .init("compensation.post-not-established", 409, zh: "该岗位尚未设立。", en: "The post is not set up."),
        .init("compensation.post-established", 409, zh: "该岗位已经设立。", en: "The post is already set up."),
        .init(
            "compensation.headcount-full",
            409,
            zh: "该岗位职数({headcount}个)在聘期内已满,不能再聘用。",
            en: "All {headcount} seats of the post are taken during the term."
        ),
        .init("compensation.headcount", 400, zh: "岗位职数应为1至{most}。", en: "The headcount is 1 to {most}."),
    ]
}
