import CompensationDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import Spreadsheets
import Synchronization

/// What was kept of a file, its rows with what is wrong in front.
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
        guard let kept = try store.file(list.id, of: order.creditCode, in: tx) else {
            throw NotFound("attestation-import-file")
        }
        let fields = KeptRow.columns.map(\.field)
        let workbook = ErrorWorkbook(
            sheet: order.sheet ?? AttestationTemplate.sheet,
            headings: Self.row(1, fields.map(AttestationColumns.heading)),
            places: Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1, $0) })
        )
        let file = Mutex(kept)
        return try WorkbookDownload(
            title: order.fileName,
            created: order.at,
            from: 0,
            begin: { try workbook.begin($0) },
            next: { last, tx in
                let batch = file.withLock { file in
                    var batch: [Spreadsheets.Row] = []
                    while batch.count < rowsAtOnce, let row = file.next() {
                        batch.append(Self.row(row.number, row.texts))
                    }
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

    private static func row(_ number: Int, _ texts: [String]) -> Spreadsheets.Row {
        let cells = texts.enumerated().filter { !$1.isEmpty }.map { Cell(column: $0, value: .text($1)) }
        return Spreadsheets.Row(number: number, cells: cells)
    }
}
