import Foundation
import Postgres

/// Sizes of the tables that should be empty or nearly so.
package struct Backlog: Sendable {
    /// Facts that wait to be sent.
    package let outbox: Int
    /// The age of the oldest of them in seconds.
    package let oldestSeconds: Double
    /// Facts the broker refused.
    package let parkedFacts: Int
    /// Facts that wait for an earlier one.
    package let gaps: Int
    /// Facts that will be tried again.
    package let retries: Int
    /// Facts and messages that wait for a person.
    package let parkedMessages: Int

    /// Counts them.
    package static func measure(in tx: borrowing Transaction) throws -> Backlog {
        let row = try tx.query(
            """
            SELECT
                (SELECT count(*) FROM outbox WHERE parked_at IS NULL) AS outbox,
                (SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 FROM outbox
                    WHERE parked_at IS NULL) AS oldest,
                (SELECT count(*) FROM outbox WHERE parked_at IS NOT NULL) AS parked_facts,
                (SELECT count(*) FROM inbox_deferred WHERE reason = 'gap') AS gaps,
                (SELECT count(*) FROM inbox_deferred WHERE reason = 'retry') AS retries,
                (SELECT count(*) FROM inbox_deferred WHERE reason = 'parked') AS parked_messages
            """
        ).first
        return Backlog(
            outbox: try row?.decode("outbox") ?? 0,
            oldestSeconds: try row?.decode("oldest") ?? 0,
            parkedFacts: try row?.decode("parked_facts") ?? 0,
            gaps: try row?.decode("gaps") ?? 0,
            retries: try row?.decode("retries") ?? 0,
            parkedMessages: try row?.decode("parked_messages") ?? 0
        )
    }
}
