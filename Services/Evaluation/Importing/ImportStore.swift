import EvaluationDomain
import Foundation
import Importing
import Kernel
import Postgres

/// Files of applications that are entered: the file itself, sealed, and what became of each row.
///
/// The rows are not copied out of the file.
typealias ImportStore = ImportedFiles<ApplicationList>

extension ApplicationList: KeptList {
    package static var table: StaticString { "application_import" }
    package static var pieces: StaticString { "application_import_piece" }
    package static var rows: StaticString { "application_import_row" }
    package static var ownerColumn: StaticString { "round" }

    package static func owner(of order: ImportOrder) -> UUID { order.round }
}

extension ImportStore {
    /// Whether a list is still being entered into a round.
    static func isRunning(in round: UUID, in tx: borrowing Transaction) throws -> Bool {
        try !tx.query("SELECT 1 AS one FROM application_import WHERE round = \(round) AND phase = 'running' LIMIT 1")
            .isEmpty
    }

    /// Whether a list of a round names a file as its signed papers.
    static func names(_ file: UUID, in round: UUID, in tx: borrowing Transaction) throws -> Bool {
        try !tx.query(
            """
            SELECT 1 AS one FROM application_import
            WHERE round = \(round) AND strpos(lower(state::text), \(file.lowercase)) > 0 LIMIT 1
            """
        ).isEmpty
    }
}
