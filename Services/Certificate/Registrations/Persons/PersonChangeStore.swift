import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What was corrected of persons' records.
struct PersonChangeStore {
    /// What a field said and says.
    struct Words: Codable, Hashable {
        let before: String?
        let after: String?
    }

    /// A correction as it is kept.
    struct Row {
        let id: UUID
        /// How often the registration had been handed in when it was made.
        let submissions: Int
        let field: RecordField
        let words: [UInt8]
        let by: String
        let at: Date
    }

    /// Keeps corrections of one person.
    func insert(
        _ made: [(id: UUID, field: RecordField, words: [UInt8])],
        of certificate: UUID,
        submissions: Int,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO person_change (id, certificate, submissions, field, words, changed_by, changed_at)
            SELECT id, \(certificate), \(submissions), field, words, \(cause.actor), \(cause.now)
            FROM unnest(\(made.map(\.id))::uuid[], \(made.map(\.field.rawValue))::text[], \(made.map(\.words))::bytea[])
                AS t (id, field, words)
            """
        )
    }

    /// All corrections of one person, first to last.
    func list(of certificate: UUID, in tx: borrowing Transaction) throws -> [Row] {
        try tx.query(
            """
            SELECT id, submissions, field, words, changed_by, changed_at FROM person_change
            WHERE certificate = \(certificate) ORDER BY id
            """
        ).compactMap { row in
            // A field that was let go since is shown no more.
            guard let field = RecordField(rawValue: try row.decode("field")) else { return nil }
            return try Row(
                id: row.decode("id"),
                submissions: row.decode("submissions"),
                field: field,
                words: row.decode("words"),
                by: row.decode("changed_by"),
                at: row.decode("changed_at")
            )
        }
    }
}
