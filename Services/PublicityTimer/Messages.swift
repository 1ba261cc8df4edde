import ServiceKit

extension Main {
    /// What people are told when they are told no.
    static let messages: MessageCatalogue = [
        .init(
            "publicity-timer.not-on-show",
            409,
            zh: "该名单尚未公示。",
            en: "This list is not on show."
        ),
        .init(
            "publicity-timer.period-over",
            409,
            zh: "公示期已于最后一日24时届满,不再受理异议。",
            en: "The period ended at 24:00 of its last day; objections are no longer taken."
        ),
        .init(
            "publicity-timer.list-withdrawn",
            409,
            zh: "该名单已撤回,公示终止。",
            en: "The list was taken back; its notice has ended."
        ),
        .init(
            "publicity-timer.not-on-list",
            400,
            zh: "该人员不在公示名单中,请核对后重新选择。",
            en: "This person is not on the list."
        ),
        .init(
            "publicity-timer.name-removed",
            409,
            zh: "该人员已因异议成立移出名单。",
            en: "This name has already left the list because an objection was upheld."
        ),
        .init(
            "publicity-timer.objection-not-received",
            409,
            zh: "尚未收到该异议。",
            en: "No objection was received."
        ),
        .init(
            "publicity-timer.objection-already-received",
            409,
            zh: "该异议已经收到。",
            en: "The objection was already received."
        ),
        .init(
            "publicity-timer.objection-already-accepted",
            409,
            zh: "该异议已经受理。",
            en: "The objection was already accepted."
        ),
        .init(
            "publicity-timer.objection-not-accepted",
            409,
            zh: "该异议尚未受理,请先受理再作出决定。",
            en: "The objection is not accepted yet; accept it first."
        ),
        .init(
            "publicity-timer.objection-already-decided",
            409,
            zh: "该异议已经办结。",
            en: "The objection was already decided."
        ),
        .init("publicity-timer.required", 400, zh: "此项必填。", en: "This is required."),
        .init("publicity-timer.too-long", 400, zh: "此项不超过{most}个字。", en: "At most {most} characters."),
        .init("publicity-timer.about", 400, zh: "请填写“name”:异议须针对名单中的一人。", en: "Only \"name\" is possible."),
        .init(
            "publicity-timer.objector",
            400,
            zh: "已填写异议人姓名,又注明匿名,请二者取一。",
            en: "An objector is named and yet said to be anonymous; choose one."
        ),
        .init(
            "publicity-timer.outcome",
            400,
            zh: "处理结果应为“dismissed”(异议不成立)或“upheld”(异议成立)。",
            en: "The outcome is \"dismissed\" or \"upheld\"."
        ),
        .init(
            "publicity-timer.state",
            400,
            zh: "状态应为“running”“completed”或“withdrawn”。",
            en: "The state is \"running\", \"completed\" or \"withdrawn\"."
        ),
        .init("publicity-timer.day", 400, zh: "请填写日期,如2026-09-30。", en: "Give a day like 2026-09-30."),
        .init(
            "publicity-timer.days",
            400,
            zh: "工作日数应为1至{most}。",
            en: "The number of working days is 1 to {most}."
        ),
        .init(
            "publicity-timer.range",
            400,
            zh: "结束日期不早于开始日期,且一次不超过{most}天。",
            en: "The end is not before the start, and at most {most} days are told at once."
        ),
    ]
}
