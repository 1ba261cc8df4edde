import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging

/// A file of attestations as people see it: how far it is, and what became of its rows.
struct ImportView: Encodable {
    let id: String
    let month: Month
    let state: AttestationImport.Phase
    let fileName: String
    let sha256: String
    let dryRun: Bool
    /// What of the file was neither read nor kept, in words; missing where there was nothing else in it.
    let leftOut: String?
    let receivedAt: Date
    /// Rows that have been looked at.
    let rows: Int
    let attested: Int
    let corrected: Int
    let unchanged: Int
    let refused: Int
    let endedAt: Date?
    /// What ended it before its end.
    let problem: RefusalReason?

    init?(_ list: Stored<AttestationImport>, _ sentence: (FieldProblem) -> String) {
        guard let (order, progress) = list.state.standing else { return nil }
        id = list.id.lowercase
        month = order.month
        state = list.state.phase
        fileName = order.fileName
        sha256 = order.digest
        dryRun = order.isRehearsal
        leftOut = order.otherSheets.flatMap { count in
            count > 0 ? "工作簿中另有\(count)个工作表,未读取,也未保存。" : nil
        }
        receivedAt = order.at
        rows = progress.rows
        attested = progress.attested
        corrected = progress.corrected
        unchanged = progress.unchanged
        refused = progress.refused
        endedAt = list.state.ending?.at
        problem = list.state.ending?.problem.map {
            RefusalReason(field: $0.field, code: $0.code, message: sentence($0))
        }
    }
}

/// The refused rows of a file.
struct ImportRowsView: Encodable {
    struct Item: Encodable {
        /// As Excel shows it.
        let row: Int
        let reasons: [Reason]
    }

    struct Reason: Encodable {
        /// The column's heading; missing where it is the row.
        let field: String?
        let code: String
        let message: String
    }

    let items: [Item]
    /// What to ask for as `afterRow` next; missing at the end.
    let next: Int?

    init(_ rows: [(number: Int, problems: [FieldProblem])], limit: Int, _ sentence: (FieldProblem) -> String) {
        items = rows.map { row in
            Item(
                row: row.number,
                reasons: row.problems.map {
                    Reason(
                        field: $0.field.isEmpty ? nil : AttestationColumns.heading(of: $0.field),
                        code: $0.code,
                        message: sentence($0)
                    )
                }
            )
        }
        next = rows.count == limit ? rows.last?.number : nil
    }
}
