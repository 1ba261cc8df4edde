import ServiceKit

extension Main {
    /// Of inspections.
    static let inspectionMessages: [MessageCatalogue.Message] = [
        .init("compensation.inspection-not-opened", 409, zh: "该检查尚未开展。", en: "It was not opened."),
        .init("compensation.inspection-opened", 409, zh: "该检查已经开展。", en: "It was opened already."),
        .init(
            "compensation.inspection-not-drawn",
            409,
            zh: "尚未抽取被检查人员,请先抽取。",
            en: "Nobody was drawn yet."
        ),
        .init("compensation.inspection-drawn", 409, zh: "被检查人员已经确定。", en: "The persons stand already."),
        .init(
            "compensation.not-inspected",
            409,
            zh: "该聘用不在本次检查的人员之中(appointment)。",
            en: "The appointment is none of those inspected."
        ),
        .init(
            "compensation.inspection-recorded",
            409,
            zh: "该人员已作不同记录,如需更正请填写更正原因(correction)。",
            en: "Something else was recorded; say why it is corrected."
        ),
        .init(
            "compensation.still-to-inspect",
            409,
            zh: "还有{count}人未记录检查结果,不能办结。",
            en: "Of {count} persons nothing was recorded yet."
        ),
        .init("compensation.inspection-closed", 409, zh: "该检查已经办结。", en: "It is closed."),
        .init(
            "compensation.inspection-month",
            400,
            zh: "该月尚未开始,不能检查。",
            en: "The month has not begun; it cannot be inspected."
        ),
        .init(
            "compensation.inspection-nobody",
            400,
            zh: "该企业该月没有应兑现待遇的人员。",
            en: "Nobody is due in this month."
        ),
        .init(
            "compensation.inspection-count",
            400,
            zh: "抽取人数应为1至{most}人。",
            en: "Between 1 and {most} persons are drawn."
        ),
        .init(
            "compensation.inspection-choice",
            400,
            zh: "请填写抽取人数(draw)或指定人员(appointments)之一。",
            en: "Give either how many are drawn or who is named."
        ),
        .init(
            "compensation.inspection-named",
            400,
            zh: "指定人员应为1至{most}人,且不重复。",
            en: "Between 1 and {most} persons are named, each once."
        ),
        .init(
            "compensation.inspection-not-due",
            400,
            zh: "该聘用在该月没有应兑现的待遇,不能指定。",
            en: "Nothing is due for this appointment in the month."
        ),
        .init("compensation.inspectors", 400, zh: "检查人员应为1至{most}人。", en: "Between 1 and {most} inspectors."),
        .init(
            "compensation.inspection-note",
            400,
            zh: "不相符或未出示的,请说明情况。",
            en: "Say what was found, or why nothing was shown."
        ),
    ]
}
