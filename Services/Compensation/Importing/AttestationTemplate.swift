import CompensationDomain
import Foundation
import Importing
import Kernel
import Messaging
import ServiceKit
import Spreadsheets

/// The workbook of a month with the persons due in it, written and sent piece by piece.
enum AttestationTemplate {
    /// The sheet of the persons.
    static let sheet = "待遇兑现确认表"
    private static let personsAtOnce = 1000

    /// The workbook of an enterprise's month.
    ///
    /// - Throws: `SpreadsheetError`.
    static func answer(
        _ month: Month,
        creditCode: String,
        onlyMissing: Bool,
        duties: DutyStore,
        store: AttestationStore,
        because cause: Cause
    ) throws -> Answer {
        try WorkbookDownload(
            title: sheet,
            created: cause.now,
            from: UUID?.none,
            begin: { writer in try writer.begin(layout(month)) },
            next: { last, tx in
                let found = try duties.due(
                    in: month,
                    creditCode: creditCode,
                    after: last,
                    limit: personsAtOnce,
                    onlyMissing: onlyMissing,
                    in: tx
                )
                let known = try store.read(month, found.map(\.appointment), in: tx)
                let rows = found.map { duty -> [WrittenCell] in
                    let said = known[duty.appointment]?.state.statement
                    return [
                        .text(duty.appointment.lowercase), .text(duty.name), .text(said?.band ?? duty.band(in: month)),
                        .text(said?.standing.chinese ?? ""), .text(said?.reason ?? ""),
                    ]
                }
                return (rows, then: found.count == personsAtOnce ? .some(found.last?.appointment) : nil)
            }
        ).answer(name: "\(sheet)-\(month).xlsx")
    }

    private static func layout(_ month: Month) -> SheetLayout {
        SheetLayout(
            sheet,
            above: ["\(month) 特级技师\(sheet)(不得填写工资金额,不得另加列)"],
            columns: [
                .init("聘用编号", width: 38, hint: "系统给出,请勿改动", isRequired: true),
                .init("姓名", width: 14, isRequired: true),
                .init("薪酬档次代码", width: 16, hint: "只填档次代码,不填金额", isRequired: true),
                .init(
                    "兑现情况",
                    width: 12,
                    choices: Attestation.Standing.allCases.map(\.chinese),
                    hint: "是否按本企业正高级工程师待遇兑现",
                    isRequired: true
                ),
                .init("未兑现或不适用的原因", kind: .wrapped, width: 40, hint: "不得填写金额"),
            ],
            frozenColumns: 2
        )
    }
}
