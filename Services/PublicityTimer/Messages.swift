import Attachments
import ServiceKit

extension Main {
    /// What people are told when they are told no.
    static let messages = own.including(attachmentMessages).including(documentMessages)

    private static let own: MessageCatalogue = [
        .init(
            "publicity-timer.not-on-show",
            409,
            zh: "该名单尚未公示。",
            en: "This list is not on show."
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
            "publicity-timer.already-completed",
            409,
            zh: "公示期已满,不能再作变更。",
            en: "The period has run in full; nothing about it can be changed."
        ),
        .init(
            "publicity-timer.nothing-to-confirm",
            409,
            zh: "公示期各日均有国务院放假安排为据,无需确认。",
            en: "Every day of the period is settled by a document: there is nothing to confirm."
        ),
        .init(
            "publicity-timer.calendar-document",
            400,
            zh: "放假安排有误:{what}",
            en: "The document is not in order: {what}"
        ),
        .init("publicity-timer.name-removed", 409, zh: "该人员已不在名单中。", en: "This name has left the list."),
        .init(
            "publicity-timer.objection-already-examined",
            409,
            zh: "该异议已在查核中。",
            en: "The objection is being examined already."
        ),
        .init(
            "publicity-timer.objection-not-examined",
            409,
            zh: "该线索尚未认定为具体、可查证,请先认定。",
            en: "It is a lead; say first whether it is concrete and checkable."
        ),
        .init(
            "publicity-timer.objection-already-extended",
            409,
            zh: "办理期限只能延长一次,已经延长过。",
            en: "The time can be extended once, and has been."
        ),
        .init(
            "publicity-timer.objection-already-arguable",
            409,
            zh: "该程序异议已认定为有争议,名单已整体暂缓。",
            en: "It was found arguable already; the list is held."
        ),
        .init(
            "publicity-timer.objection-not-about-procedure",
            409,
            zh: "只有程序异议才能使整份名单暂缓。",
            en: "Only an objection to the procedure can hold the whole list."
        ),
        .init("publicity-timer.objection-already-closed", 409, zh: "该异议已经办结。", en: "The objection is closed."),
        .init(
            "publicity-timer.extension-too-late",
            409,
            zh: "办理期限已过,不能再延长;该异议已列入超期清单。",
            en: "The time has run out; it is on the overdue list and cannot be extended."
        ),
        .init(
            "publicity-timer.own-case",
            403,
            zh: "该异议涉及您本人,您应当回避,请由他人办理。",
            en: "The objection is about you; somebody else has to handle it."
        ),
        .init(
            "publicity-timer.answer-not-yet",
            409,
            zh: "该异议尚未办结,办结后可下载书面答复。",
            en: "It is not closed yet; the written answer follows."
        ),
        .init(
            "publicity-timer.answer-anonymous",
            409,
            zh: "匿名反映不出具书面答复,办理结果可凭回执码查询。",
            en: "There is no letter for an anonymous lead; ask with the receipt code."
        ),
        .init(
            "publicity-timer.about",
            400,
            zh: "请选择异议事项:name(对某人)、procedure(对程序)或omission(遗漏某人)。",
            en: "It is about a \"name\", the \"procedure\" or an \"omission\"."
        ),
        .init(
            "publicity-timer.person-not-asked",
            400,
            zh: "程序异议、遗漏异议不针对名单中的人,请勿填写此项。",
            en: "Only an objection to a name names a person."
        ),
        .init(
            "publicity-timer.objector",
            400,
            zh: "已填写异议人姓名,又注明匿名,请二者取一。",
            en: "An objector is named and yet said to be anonymous; choose one."
        ),
        .init(
            "publicity-timer.addressee",
            400,
            zh: "受理方应为enterprise(企业受理部门)或authority(备案机构)。",
            en: "It is addressed to the \"enterprise\" or the \"authority\"."
        ),
        .init(
            "publicity-timer.channel",
            400,
            zh: "收到方式应为paper、telephone、mail、email或visit。",
            en: "It came as \"paper\", by \"telephone\", \"mail\", \"email\" or \"visit\"."
        ),
        .init(
            "publicity-timer.received-in-future",
            400,
            zh: "收到时间晚于现在,请核对。",
            en: "The time of receipt lies in the future."
        ),
        .init(
            "publicity-timer.received-before-notice",
            400,
            zh: "收到时间早于公示发布,请核对。",
            en: "The time of receipt lies before the notice went on show."
        ),
        .init(
            "publicity-timer.names-objector",
            400,
            zh: "此处出现了异议人的姓名或联系方式;理由会告知他人,请勿写入。",
            en: "This names the objector or how to reach them; the reason is told to others."
        ),
        .init(
            "publicity-timer.outcome",
            400,
            zh: "处理结果应为“dismissed”(异议不成立)或“upheld”(异议成立)。",
            en: "The outcome is \"dismissed\" or \"upheld\"."
        ),
        .init(
            "publicity-timer.objection-state",
            400,
            zh: "状态应为“received”“examining”或“closed”。",
            en: "The state is \"received\", \"examining\" or \"closed\"."
        ),
        .init("publicity-timer.required", 400, zh: "此项必填。", en: "This is required."),
        .init("publicity-timer.too-long", 400, zh: "此项不超过{most}个字。", en: "At most {most} characters."),
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
        .init(
            "publicity-timer.sheet-ended",
            410,
            zh: "公示已经结束,不再打印公示单;已张贴的请取下。",
            en: "The notice is over; no sheet is printed any more."
        ),
        .init(
            "publicity-timer.page-channel",
            409,
            zh: "网页渠道由系统自动开设、自动检查和撤下,不能人工登记或撤下。",
            en: "The page is kept by the service itself; it is neither declared nor taken down by hand."
        ),
        .init("publicity-timer.channel-not-declared", 409, zh: "该公示渠道尚未登记。", en: "The channel is not declared."),
        .init("publicity-timer.channel-already-declared", 409, zh: "该公示渠道已经登记。", en: "It is declared already."),
        .init("publicity-timer.channel-already-down", 409, zh: "该公示渠道已经撤下。", en: "It was taken down before."),
        .init(
            "publicity-timer.channel-removed-before",
            409,
            zh: "撤下时间不能早于张贴或发布时间。",
            en: "It cannot have been taken down before it was put up."
        ),
        .init(
            "publicity-timer.channel-kind",
            400,
            zh: "渠道类别应为“board”(公示栏)“intranet”(内网)“dingtalk”(钉钉)“wecom”(企业微信)或“other”(其他)。",
            en: "The kind is board, intranet, dingtalk, wecom or other."
        ),
        .init("publicity-timer.instant", 400, zh: "请填写时间,如2026-09-30T09:00:00+08:00。", en: "Give an RFC 3339 time."),
        .init("publicity-timer.at-in-future", 400, zh: "时间不能晚于现在。", en: "This time has not come yet."),
        .init("publicity-timer.dark-day-not-flagged", 409, zh: "该日没有公示中断的记录。", en: "The day is not flagged."),
        .init("publicity-timer.dark-day-already-decided", 409, zh: "该日的公示中断已经处理。", en: "The day is decided."),
    ]
}
