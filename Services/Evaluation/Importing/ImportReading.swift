import Foundation
import Kernel
import Synchronization

/// The file that is being entered, held open between the transactions that enter it, so that it is unpacked once.
///
/// Where the place asked for is not the one the file stands at, as after a restart or while another replica did some rows, it is
/// opened again and read forward to there.
final class ImportReading: Sendable {
    /// Rows, and what is known of those before them.
    struct Batch: Sendable {
        let rows: [ImportedRow]
        /// Whether the file ends with these.
        let isEnd: Bool
        /// Where each document stands that was entered from an earlier row.
        let documents: [[UInt8]: Int]
    }

    private struct Open {
        let id: UUID
        let sheet: ApplicationSheet
        /// The last row before those in hand.
        var after: Int
        var rows: [ImportedRow]
        var isEnd: Bool
        var documents: [[UInt8]: Int]
        /// The rows behind those in hand, where they were read already.
        var ahead: Result<[ImportedRow], any Error>?

        /// Reads the next rows.
        func read(most: Int) throws -> [ImportedRow] {
            var rows: [ImportedRow] = []
            while rows.count < most, let row = try sheet.next() { rows.append(row) }
            return rows
        }
    }

    private let open = Mutex<Open?>(nil)

    /// The next rows behind a row, where the file stands there; nil where it has to be opened.
    ///
    /// - Parameters:
    ///   - id: The import.
    ///   - row: The last row that was looked at.
    ///   - most: How many rows there shall be at most.
    /// - Returns: The rows, and what is known of those before them.
    /// - Throws: `SpreadsheetError`.
    func next(of id: UUID, after row: Int, most: Int) throws -> Batch? {
        try open.withLock { state in
            guard var file = state, file.id == id else { return nil }
            if file.after != row {
                guard file.rows.last?.number == row, !file.isEnd else { return nil }
                (file.after, file.rows) = (row, [])
            }
            let batch = try Self.batch(of: &file, most: most)
            state = file
            return batch
        }
    }

    private static func batch(of file: inout Open, most: Int) throws -> Batch {
        // What was read and not entered, as where the transaction failed, is handed out again.
        if file.rows.isEmpty {
            file.rows = try file.ahead?.get() ?? file.read(most: most)
            file.ahead = nil
            file.isEnd = file.rows.count < most
        }
        return Batch(rows: file.rows, isEnd: file.isEnd, documents: file.documents)
    }

    /// Reads the rows behind those in hand, as there is time for it; what is wrong with them is said when they are asked for.
    func readAhead(of id: UUID, most: Int) {
        open.withLock { state in
            guard let file = state, file.id == id, file.ahead == nil else { return }
            state?.ahead = Result { try file.read(most: most) }
        }
    }

    /// Opens a file behind a row, for the rows that follow.
    ///
    /// - Throws: `SpreadsheetError`.
    func begin(
        _ id: UUID,
        _ bytes: [UInt8],
        after row: Int,
        most: Int,
        documents: [[UInt8]: Int],
        isMerged: Bool? = nil
    ) throws -> Batch {
        // One that is open for another is let go; where it still runs, it is opened again.
        try open.withLock { state in
            state = nil
            let sheet = try ApplicationSheet(bytes, isMerged: isMerged)
            var rows: [ImportedRow] = []
            if row > 0 {
                while let next = try sheet.next() {
                    guard next.number <= row else {
                        rows = [next]
                        break
                    }
                }
            }
            // The row on which the place was found is the first of a whole batch.
            if !rows.isEmpty { while rows.count < most, let next = try sheet.next() { rows.append(next) } }
            let isEnd = !rows.isEmpty && rows.count < most
            var file = Open(id: id, sheet: sheet, after: row, rows: rows, isEnd: isEnd, documents: documents)
            let batch = try Self.batch(of: &file, most: most)
            state = file
            return batch
        }
    }

    /// Notes which documents were entered from which rows.
    func note(_ documents: [[UInt8]: Int], of id: UUID) {
        open.withLock { state in
            guard state?.id == id else { return }
            state?.documents.merge(documents, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Lets a file go.
    func end(_ id: UUID) { open.withLock { state in if state?.id == id { state = nil } } }
}
