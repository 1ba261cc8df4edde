import CompensationDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import Spreadsheets
import Synchronization

/// The file as it came, its rows with what is wrong in front.
enum ReturnedWorkbook {
    private static let rowsAtOnce = 500

    /// The workbook of a file.
    ///
    /// - Throws: `NotFound` once the file was let go, `SpreadsheetError`.
    static func of(
        _ list: Stored<AttestationImport>,
        _ order: AttestationOrder,
        store: ImportStore,
        in tx: borrowing Transaction,
        sentence: @escaping @Sendable (FieldProblem) -> String
    ) throws -> WorkbookDownload<Int> {
        guard let bytes = try store.bytes(of: list.id, in: tx) else { throw NotFound("attestation-import-file") }
        let sheet = try AttestationSheet(bytes).headed
        let workbook = ErrorWorkbook(of: sheet)
        let rows = Mutex<HeadedSheet?>(sheet)
        return try WorkbookDownload(
            title: order.fileName,
            created: order.at,
            from: 0,
            begin: { try workbook.begin($0) },
            next: { last, tx in
                let batch = try rows.withLock { sheet in
                    var batch: [Spreadsheets.Row] = []
                    while batch.count < rowsAtOnce, let row = try sheet?.next() { batch.append(row.row) }
                    return batch
                }
                let wrong = try store.refused(of: list.id, after: last, limit: rowsAtOnce, in: tx)
                let complaints = Dictionary(
                    wrong.map { row in
                        (
                            row.number,
                            row.problems.map { RowComplaint(field: $0.field.isEmpty ? nil : $0.field, sentence($0)) }
                        )
                    },
                    uniquingKeysWith: { first, _ in first }
                )
                let cells = batch.map { workbook.cells(of: $0, complaints[$0.number] ?? []) }
                return (cells, then: batch.count == rowsAtOnce ? batch.last?.number : nil)
            }
        )
    }
}
