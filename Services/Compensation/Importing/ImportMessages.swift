import ServiceKit

extension Main {
    /// Of files of attestations.
    static let importMessages: [MessageCatalogue.Message] = [
        .init("compensation.import-over", 409, zh: "该导入已办结,不能再办。", en: "The import is over."),
        .init(
            "compensation.other-columns",
            422,
            zh: "表中有不需要的列({headings})。本系统不收集个人工资数据,请删除这些列后再上传。",
            en: "The file has columns nobody asks for ({headings}); remove them."
        ),
        .init(
            "compensation.other-month",
            422,
            zh: "表中写的是{month},与所选月份不同,请核对。",
            en: "The file is of {month}, another month than was chosen."
        ),
        .init(
            "compensation.other-person",
            400,
            zh: "姓名与该聘用的人员不一致,请核对是否串行。",
            en: "The name is not that of the appointment."
        ),
        .init(
            "compensation.standing",
            400,
            zh: "请填写“已兑现”“未兑现”或“不适用”。",
            en: "Say met, not met or not due."
        ),
        .init(
            "compensation.row-torn",
            400,
            zh: "本行在列标题之外还有内容,请删除或检查逗号和引号。",
            en: "The row has cells outside the columns."
        ),
    ]
}
