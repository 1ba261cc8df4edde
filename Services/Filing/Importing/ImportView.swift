import FilingDomain
import Foundation
import Kernel
import Messaging

/// A list as officers see it: how far it is, and what became of its filings.
struct ImportView: Encodable {
    let id: UUID
    let state: ImportPhase
    let fileName: String
    let sha256: String
    let dryRun: Bool
    /// The account of the officer.
    let by: String
    let receivedAt: Date
    let rows: Int
    let filings: Int
    /// Filings that have been looked at.
    let done: Int
    /// New ones; in a dry run those that would be.
    let entered: Int
    /// Those that were here just so.
    let unchanged: Int
    /// Those that were here otherwise, and were left so.
    let differing: Int
    let refused: Int
    private(set) var endedAt: Date?
    /// Whether rows can be fetched with what is wrong; nil in lists.
    let hasErrors: Bool?

    /// The view of a list that came.
    init?(_ list: Stored<FilingImport>, hasErrors: Bool?) {
        guard let order = list.state.order else { return nil }
        let progress = list.state.progress
        id = list.id
        state = list.state.phase
        fileName = order.fileName
        sha256 = order.digest
        dryRun = order.isRehearsal
        by = order.by
        receivedAt = order.at
        rows = order.rows
        filings = order.filings
        done = progress.filings
        entered = progress.entered
        unchanged = progress.unchanged
        differing = progress.differing
        refused = progress.refused
        self.hasErrors = hasErrors
        switch list.state {
        case .notReceived, .running: break
        case .finished(_, _, let at), .cancelled(_, _, let at): endedAt = at
        }
    }
}
