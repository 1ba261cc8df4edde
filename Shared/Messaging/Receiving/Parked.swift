import Contracts
import Foundation
import Postgres

/// What waits for a person: facts and messages no attempt could apply, and facts the broker will not take.
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

    /// The oldest first, up to `limit`, after the one of that id.
    package static func list(after: UUID?, limit: Int, in tx: borrowing Transaction) throws -> [Item] {
        try tx.query(
            """
            WITH parked AS (
                SELECT event_id, queue, source, subject, sequence, attempts, error, deferred_at AS since
                FROM inbox_deferred WHERE reason = 'parked'
                UNION ALL
                SELECT event_id, 'outbox', NULL, subject, sequence, attempts, last_error, parked_at
                FROM outbox WHERE parked_at IS NOT NULL)
            SELECT * FROM parked
            WHERE \(nullable: after)::uuid IS NULL
                OR (since, event_id) > (SELECT since, event_id FROM parked WHERE event_id = \(nullable: after)::uuid LIMIT 1)
            ORDER BY since, event_id LIMIT \(limit)
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
                since: try row.decode("since")
            )
        }
    }

    /// Lets a fact be tried again at once; false where none of that id is parked, or it could never be read.
    package static func retry(_ id: UUID, in tx: borrowing Transaction) throws -> Bool {
        let heard = try tx.execute(
            """
            UPDATE inbox_deferred SET reason = 'retry', attempts = 0, next_attempt_at = clock_timestamp()
            WHERE event_id = \(id) AND reason = 'parked' AND source IS NOT NULL
            """
        )
        let said = try tx.execute(
            """
            UPDATE outbox SET parked_at = NULL, attempts = 0, next_attempt_at = NULL
            WHERE event_id = \(id) AND parked_at IS NOT NULL
            """
        )
        if said > 0 {
            try tx.execute(
                """
                DELETE FROM outbox_stopped AS stopped WHERE NOT EXISTS (
                    SELECT FROM outbox WHERE outbox.subject = stopped.subject AND outbox.exchange = stopped.exchange
                        AND outbox.parked_at IS NOT NULL)
                """
            )
        }
        return heard + said > 0
    }
}
