import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import Spreadsheets

/// Takes a workbook with the province's receipts; rows that cannot be taken come back with what is wrong.
struct ImportReceipts {
    /// The largest workbook taken, in bytes.
    static let mostBytes = 8 << 20

    let hear: HearReceipts

    /// What became of a workbook, in the words of other lists that are handed in.
    struct Report: Encodable {
        /// One thing that is wrong.
        struct Problem: Encodable {
            /// As Excel counts it.
            let row: Int
            /// Nil where it is about the row.
            let field: String?
            let sentence: String
        }

        let dryRun: Bool
        let rows: Int
        let entered: Int
        /// Rows that were late, or told before.
        let unchanged: Int
        /// Rows that contradict what is settled.
        let differing: Int
        /// Rows whose result is not filled in yet.
        let open: Int
        /// Rows that cannot be taken.
        let refused: Int
        let problems: [Problem]
    }

    /// Takes what can be taken, or only tells what would come of it; the rest is told row by row.
    ///
    /// - Throws: ``ReceiptWorkbookUnreadable``.
    func callAsFunction(
        _ bytes: [UInt8],
        isRehearsal: Bool,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Report {
        var told: [ProvinceWire.Told] = []
        var (rows, open) = (0, 0)
        let wrong = try Self.read(bytes, today: cause.today) { _, read in
            rows += 1
            switch read {
            case .told(let one): told.append(one)
            case .open: open += 1
            case .wrong: break
            }
        }
        let outcome = try tx.provisionally { tx in
            (value: try hear(told, from: .workbook, because: cause, in: tx), isKept: !isRehearsal)
        }
        return Report(
            dryRun: isRehearsal,
            rows: rows,
            entered: outcome.taken,
            unchanged: outcome.known,
            differing: outcome.drifting,
            open: open,
            refused: wrong.count,
            problems: wrong.sorted { $0.key < $1.key }.flatMap { row, complaints in
                complaints.map { Report.Problem(row: row, field: $0.field, sentence: $0.sentence) }
            }
        )
    }

    /// The rows that cannot be taken as a workbook, each with what is wrong.
    ///
    /// - Throws: ``ReceiptWorkbookUnreadable``.
    func errors(of bytes: [UInt8], because cause: Cause) throws -> [UInt8] {
        let wrong = try Self.read(bytes, today: cause.today) { _, _ in }
        return try WorkbookWriter.bytes(title: "回执导入退回", created: cause.now) { writer in
            try ErrorWorkbook.write(try Self.sheet(bytes), wrong, to: writer)
        }
    }

    private static func read(
        _ bytes: [UInt8],
        today: LocalDate,
        _ each: (HeadedRow, ReceiptWorkbook.Read) -> Void
    ) throws -> [Int: [RowComplaint]] {
        do {
            let sheet = try sheet(bytes)
            var wrong: [Int: [RowComplaint]] = [:]
            while let row = try sheet.next() {
                guard row.isFilled else { continue }
                let read = ReceiptWorkbook.read(row, today: today)
                if case .wrong(let complaints) = read { wrong[row.number] = complaints }
                each(row, read)
            }
            return wrong
        } catch let error as SpreadsheetError {
            throw ReceiptWorkbookUnreadable(sentence: error.sentence)
        }
    }

    private static func sheet(_ bytes: [UInt8]) throws -> HeadedSheet {
        let reader = try Spreadsheet(.bytes(bytes)).rows(of: .preferred(ReceiptWorkbook.sheet))
        return try HeadedSheet(reader, columns: ReceiptWorkbook.columns)
    }
}

/// What was handed in is no workbook with receipts.
struct ReceiptWorkbookUnreadable: Rejection, Hashable {
    let sentence: String

    var code: String { "certificate.receipt-workbook-unreadable" }
    var arguments: [String: String] { ["sentence": sentence] }
}
