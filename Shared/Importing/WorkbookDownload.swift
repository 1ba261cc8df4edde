import Foundation
import Postgres
import ServiceKit
import Spreadsheets
import Synchronization

/// A workbook that is written a few rows in each transaction and sent when it is complete.
///
/// It costs the memory of a few rows, whatever it holds, and no connection while a slow reader takes it.
package final class WorkbookDownload<Cursor: Sendable>: Sendable {
    /// Bytes sent at once.
    private static var pieceLength: Int { 1 << 18 }

    private struct State {
        let file: ScratchFile
        var writer: WorkbookWriter?
        var sent = 0
    }

    private let state: Mutex<State>
    private let cursor: Mutex<Cursor?>
    private let next: @Sendable (Cursor, borrowing Transaction) throws -> (rows: [[WrittenCell]], then: Cursor?)

    /// Describes a workbook.
    ///
    /// - Parameters:
    ///   - title: What the file says it is.
    ///   - created: The business time of what it tells.
    ///   - cursor: Where `next` begins.
    ///   - begin: Begins the first sheet.
    ///   - next: Some rows, and where those after them begin; nil where there are no more.
    /// - Throws: `SpreadsheetError`.
    package init(
        title: String,
        created: Date,
        from cursor: Cursor,
        begin: (WorkbookWriter) throws -> Void,
        next: @escaping @Sendable (Cursor, borrowing Transaction) throws -> (rows: [[WrittenCell]], then: Cursor?)
    ) throws {
        let file = ScratchFile(ending: "xlsx")
        let writer = try WorkbookWriter(path: file.path, title: title, created: created)
        try begin(writer)
        state = Mutex(State(file: file, writer: writer))
        self.cursor = Mutex(cursor)
        self.next = next
    }

    /// The answer of a route.
    package func answer(name: String) -> Answer {
        let stream = AnswerStream(untilEnd: { [self] _, tx in try piece(in: tx) })
        return .file(
            stream,
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            name: name
        )
    }

    private func piece(in tx: borrowing Transaction) throws -> [UInt8]? {
        if let place = cursor.withLock({ $0 }) {
            let (rows, then) = try next(place, tx)
            try state.withLock { state in
                for row in rows { try state.writer?.append(row) }
                guard then == nil else { return }
                try state.writer?.finish()
                state.writer = nil
            }
            cursor.withLock { $0 = then }
            return []
        }
        return try state.withLock { state in
            let end = min(state.file.size, state.sent + Self.pieceLength)
            guard state.sent < end else { return nil }
            defer { state.sent = end }
            return try state.file.bytes(state.sent..<end)
        }
    }
}
