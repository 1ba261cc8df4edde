import Contracts
import Foundation
import Postgres

/// What waits for a person: facts and messages no attempt could apply.
package enum Parked {
    /// One of them, without its body.
    package struct Item: Codable, Sendable {
        package let id: UUID
        package let queue: String
        package let source: String?
        package let subject: UUID?
        package let sequence: Int?
        package let attempts: Int
        package let error: String?
        package let since: Date
    }

    /// The oldest first, up to `limit`.
    package static func list(limit: Int, in tx: borrowing Transaction) throws -> [Item] {
        try tx.query(
            """
            SELECT event_id, queue, source, subject, sequence, attempts, error, deferred_at FROM inbox_deferred
            WHERE reason = 'parked' ORDER BY deferred_at, event_id LIMIT \(limit)
            """
        ).map { row in
            Item(
                id: try row.decode("event_id"),
                queue: try row.decode("queue"),
                source: try row.decode("source"),
                subject: try row.decode("subject"),
                sequence: try row.decode("sequence"),
                attempts: try row.decode("attempts"),
                error: try row.decode("error"),
                since: try row.decode("deferred_at")
            )
        }
    }

    /// Lets a fact be tried again at once; false where none of that id is parked, or it could never be read.
    package static func retry(_ id: UUID, in tx: borrowing Transaction) throws -> Bool {
        try tx.execute(
            """
            UPDATE inbox_deferred SET reason = 'retry', attempts = 0, next_attempt_at = clock_timestamp()
            WHERE event_id = \(id) AND reason = 'parked' AND source IS NOT NULL
            """
        ) == 1
    }
}
