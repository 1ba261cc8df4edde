import ServiceKit

extension Main {
    /// Of audits made elsewhere, and of persons who go their own way.
    static let auditMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.not-audited",
            409,
            zh: "审核尚未全部通过,不能登记省级赋予的编号。",
            en: "The audits have not all passed, so no numbers of the province can be taken."
        ),
        .init(
            "certificate.audit-recorded",
            409,
            zh: "按该批次适用的流程,{office}在省级系统审核,请登记审核结果及其系统流水号。",
            en: "This office audits in the provincial system; record what it found there, with its reference."
        ),
        .init(
            "certificate.audit-made-here",
            409,
            zh: "按该批次适用的流程,{office}在本系统审核,不能登记外部审核结果。",
            en: "This office audits here; nothing is recorded from elsewhere."
        ),
        .init(
            "certificate.audited-in-future",
            400,
            zh: "审核日期不得晚于今天({today})。",
            en: "The day of the audit lies after today ({today})."
        ),
        .init(
            "certificate.audited-before-submission",
            400,
            zh: "审核日期不得早于企业上传日期{day}。",
            en: "The day of the audit lies before {day}, when the registration was handed in."
        ),
        .init(
            "certificate.not-of-batch",
            409,
            zh: "所列人员不在该批次中,请刷新后重试。",
            en: "Somebody named is not, or no longer, of this registration."
        ),
        .init(
            "certificate.reference-invalid",
            400,
            zh: "省级系统流水号必填,不超过{limit}字,不得含控制字符。",
            en: "The reference of the provincial system has 1 to {limit} characters, none of them control characters."
        ),
        .init(
            "certificate.nobody-left",
            409,
            zh: "该批次至少保留一人;需要全部退回时,请退回整个批次。",
            en: "Somebody has to stay; give the whole registration back instead."
        ),
    ]
}
