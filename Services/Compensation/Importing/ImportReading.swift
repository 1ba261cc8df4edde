import Foundation
import Synchronization

/// The file that is being entered, held open between the transactions that enter it, so that it is opened once.
///
/// Where the place asked for is not the one the file stands at, as after a restart or while another replica did some rows, it is
/// opened again and read forward to there.
final class ImportReading: Sendable {
    /// Some rows, and whether the file ends with these.
    struct Batch: Sendable {
        let rows: [AttestationRow]
        let isEnd: Bool
    }

    private struct Open {
        let id: UUID
        var file: KeptFile
        /// The last row before those in hand.
        var after: Int
        var rows: [AttestationRow]
        var isEnd: Bool
    }

    private let open = Mutex<Open?>(nil)

    /// The next rows behind a row, where the file stands there; nil where it has to be opened.
    func next(of id: UUID, after row: Int, most: Int) -> Batch? {
        open.withLock { state in
            guard var file = state, file.id == id else { return nil }
            if file.after != row {
                guard file.rows.last?.number == row, !file.isEnd else { return nil }
                (file.after, file.rows) = (row, [])
            }
            let batch = Self.batch(of: &file, most: most)
            state = file
            return batch
        }
    }

    /// Opens a file behind a row, for the rows that follow.
    func begin(_ id: UUID, _ kept: KeptFile, after row: Int, most: Int) -> Batch {
        open.withLock { state in
            state = nil
            var kept = kept
            var rows: [AttestationRow] = []
            while row > 0, let next = kept.next() {
                guard next.number <= row else {
                    rows = [AttestationRow(next)]
                    break
                }
            }
            // The row on which the place was found is the first of a whole batch.
            if !rows.isEmpty { while rows.count < most, let next = kept.next() { rows.append(AttestationRow(next)) } }
            let isEnd = !rows.isEmpty && rows.count < most
            var file = Open(id: id, file: kept, after: row, rows: rows, isEnd: isEnd)
            let batch = Self.batch(of: &file, most: most)
            state = file
            return batch
        }
    }

    /// Lets a file go.
    func end(_ id: UUID) { open.withLock { state in if state?.id == id { state = nil } } }

    private static func batch(of file: inout Open, most: Int) -> Batch {
        // What was read and not entered, as where the transaction failed, is handed out again.
        if file.rows.isEmpty {
            while file.rows.count < most, let row = file.file.next() { file.rows.append(AttestationRow(row)) }
            file.isEnd = file.rows.count < most
        }
        return Batch(rows: file.rows, isEnd: file.isEnd)
    }
}
