import CompensationDomain
import Spreadsheets

/// The columns of a file of attestations; there is none for an amount, and none may be added.
enum AttestationColumns {
    static let all: [SheetColumn] = [
        SheetColumn("appointment", "聘用编号"), SheetColumn("name", "姓名"),
        SheetColumn("band", "薪酬档次代码", aliases: ["档次", "薪酬档次"]),
        SheetColumn("standing", "兑现情况", aliases: ["是否兑现"]),
        SheetColumn("reason", "未兑现或不适用的原因", aliases: ["原因"], isRequired: false),
        SheetColumn("number", "序号", isRequired: false),
    ]

    /// The heading of a field.
    static func heading(of field: String) -> String { all.first { $0.field == field }?.heading ?? field }

    /// What is written for a standing.
    static func standing(_ text: String) -> Attestation.Standing? {
        switch text {
        case "已兑现", "是", "兑现", "met": .met
        case "未兑现", "否", "not-met": .notMet
        case "不适用", "无应兑现", "not-due": .notDue
        default: nil
        }
    }
}
