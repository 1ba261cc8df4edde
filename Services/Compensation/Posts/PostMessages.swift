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
        .init("compensation.post-frozen", 409, zh: "该岗位已冻结,不能新聘用人员。", en: "The post is frozen and takes nobody new."),
        .init("compensation.post-not-frozen", 409, zh: "该岗位未冻结,无需解冻。", en: "The post is not frozen."),
        .init("compensation.post-closed", 409, zh: "该岗位已撤销,不能再办理。", en: "The post was closed."),
        .init(
            "compensation.seats-taken",
            409,
            zh: "该岗位今天起仍有{count}人在聘(含尚未到岗的),请先办理聘用终止。",
            en: "{count} sit on the post today or later; end their appointments first."
        ),
        .init("compensation.same-headcount", 409, zh: "岗位职数(headcount)没有变化。", en: "The headcount is the same."),
        .init(
            "compensation.unknown-unit",
            400,
            zh: "所属单位不在本企业登记的单位之内。",
            en: "The enterprise has no such unit on record."
        ),
        .init("compensation.day-ahead", 400, zh: "日期不能晚于今天。", en: "The day is not after today."),
    ]
}
