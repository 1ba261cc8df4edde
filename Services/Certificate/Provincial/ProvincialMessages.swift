import ServiceKit

extension Main {
    /// Of records in the provincial system.
    static let provincialMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.upload-unknown",
            409,
            zh: "该人员信息尚未列入上传。",
            en: "The record was never queued for upload."
        ),
        .init(
            "certificate.upload-under-way",
            409,
            zh: "该人员信息正在上传或待省系统审核,不能重复上传。",
            en: "The record is on its way or being decided; it is not sent over again."
        ),
        .init(
            "certificate.upload-taken",
            409,
            zh: "省系统已接收该人员信息,不能重新上传。",
            en: "The provincial system has taken the record."
        ),
        .init(
            "certificate.nothing-to-upload",
            409,
            zh: "该批次没有待上传或待省系统审核的人员信息。",
            en: "No record of the registration waits to be uploaded or decided."
        ),
        .init(
            "certificate.uploaded-by-connector",
            409,
            zh: "本系统已与省系统接口对接,人员信息自动上传,无需导出工作簿。",
            en: "Records go by the connector; none is carried by hand."
        ),
        .init(
            "certificate.no-province",
            409,
            zh: "本系统未与省系统接口对接,不能自动比对;人员信息可导出工作簿上传,结果由人工登记或导入回执。",
            en: "There is no connection to compare over; records go by workbook, and what comes of them is entered."
        ),
        .init(
            "certificate.receipt-workbook-unreadable",
            422,
            zh: "回执工作簿无法读取:{sentence}",
            en: "The file is no workbook with receipts."
        ),
        .init(
            "certificate.drift-unknown",
            409,
            zh: "没有这项比对差异。",
            en: "There is no such difference."
        ),
        .init(
            "certificate.drift-reason-missing",
            400,
            zh: "处理比对差异必须写明理由。",
            en: "A difference is settled with a reason."
        ),
        .init(
            "certificate.drift-closed",
            409,
            zh: "该比对差异已处理或已自行消除。",
            en: "The difference is settled, or has gone."
        ),
        .init(
            "certificate.drift-not-about-number",
            409,
            zh: "该比对差异不涉及证书编号,不能在此确定编号。",
            en: "The difference is not about a number, so none is decided with it."
        ),
        .init(
            "certificate.drift-not-resendable",
            409,
            zh: "只有省系统缺少的记录,且已接口对接时,才能重新发送。",
            en: "Only what the province lost is sent again, and only over the connector."
        ),
    ]
}
