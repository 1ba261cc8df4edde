import ServiceKit

extension Main {
    /// Of persons' records, and of what is overdue.
    static let personMessages: [MessageCatalogue.Message] = [
        .init(
            "certificate.record-field-unknown",
            400,
            zh: "没有该项目,或该项目不能在此更正。",
            en: "There is no such field, or it is not corrected here."
        ),
        .init(
            "certificate.record-nothing-corrected",
            400,
            zh: "请至少填写一个需要更正的项目。",
            en: "Name at least one field to correct."
        ),
        .init(
            "certificate.record-field-missing",
            400,
            zh: "该项目必填。",
            en: "This field cannot be empty."
        ),
        .init(
            "certificate.record-too-long",
            400,
            zh: "内容不得超过{limit}字。",
            en: "It has more than {limit} characters."
        ),
        .init(
            "certificate.record-unprintable",
            400,
            zh: "内容含有控制字符或改变书写方向的字符,请重新输入。",
            en: "It contains control characters or marks that turn the direction of writing."
        ),
        .init(
            "certificate.record-day",
            400,
            zh: "日期应写作年-月-日,如2016-05-01。",
            en: "A day is written as 2016-05-01."
        ),
        .init(
            "certificate.record-day-to-come",
            400,
            zh: "日期不得晚于今天({today})。",
            en: "The day lies after today ({today})."
        ),
        .init(
            "certificate.record-telephone",
            400,
            zh: "电话号码应为7至18位数字。",
            en: "A telephone number has 7 to 18 digits."
        ),
        .init(
            "certificate.record-document-number",
            400,
            zh: "居民身份证号码不正确,请逐位核对。",
            en: "This is no citizen identity number; compare it digit by digit."
        ),
        .init(
            "certificate.overdue-unknown",
            400,
            zh: "是否逾期应为true或false。",
            en: "Overdue is true or false."
        ),
    ]
}
