import EvaluationDomain
import Foundation
import Kernel
import Spreadsheets

/// The schedule of defences as a workbook, to be sorted, sent and printed elsewhere.
enum DefenceWorkbook {
    /// A row for each candidate, in the order of their times.
    ///
    /// - Throws: `SpreadsheetError`.
    static func bytes(
        of programme: Defence.Programme,
        under terms: PlanTerms,
        candidates: [UUID: PanelCandidate],
        at now: Date
    ) throws -> [UInt8] {
        let method = terms.methods.indices.contains(programme.method) ? terms.methods[programme.method].name : ""
        let absences = Dictionary(programme.absences.map { ($0.application, $0.reason) }) { $1 }
        let sessions = programme.sessions.sorted { left, right in
            (left.day, left.span?.from.minutes ?? 0) < (right.day, right.span?.from.minutes ?? 0)
        }
        return try WorkbookWriter.bytes(title: "答辩安排表", created: now) { writer in
            try writer.begin(
                SheetLayout("答辩安排表", above: ["\(terms.title) \(method)安排"], columns: columns, frozenColumns: 1)
            )
            for (number, session) in sessions.enumerated() {
                for (place, slot) in session.slots.enumerated() {
                    let candidate = candidates[slot.application]
                    try writer.append([
                        .number(number + 1), .day(session.day), .text(session.place), .number(place + 1),
                        .text(slot.from.description), .text(slot.through.description), .text(candidate?.name ?? ""),
                        .text(candidate?.unit ?? ""), .text(candidate?.workshop ?? ""),
                        .text(absences[slot.application].map { "缺席:\($0)" } ?? ""),
                    ])
                }
            }
        }
    }

    private static let columns = [
        SheetLayout.Column("场次", kind: .number), SheetLayout.Column("日期", kind: .day, width: 14),
        SheetLayout.Column("地点", width: 28), SheetLayout.Column("次序", kind: .number),
        SheetLayout.Column("开始"), SheetLayout.Column("结束"), SheetLayout.Column("姓名", width: 12),
        SheetLayout.Column("单位", width: 36), SheetLayout.Column("部门", width: 24),
        SheetLayout.Column("备注", kind: .wrapped, width: 30),
    ]
}
