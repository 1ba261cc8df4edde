import Contracts
import Foundation
import Logging
import Metrics
import Postgres

/// Comes back to facts that could not be applied, with growing patience, and at last parks them for a person.
///
/// A fact whose turn it is not stays where it is: it is waiting for an earlier one.
struct RetrySweeper: Sendable {
    /// A fact is parked after so many attempts in vain; with doubling pauses that is about an hour and a half.
    static let attempts = 15

    let database: PostgresPool
    let inbox: Inbox
    let logger: Logger

    func run() async {
        while !Task.isCancelled {
            do {
                while try await retryOne(), !Task.isCancelled {}
                try await watchGaps()
            } catch {
                logger.warning("the sweep of deferred facts pauses", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// Tries one fact that is due; false where none is.
    func retryOne() async throws -> Bool {
        let due = try await database.transaction { tx in
            try tx.query(
                """
                SELECT deferred.envelope, deferred.body FROM inbox_deferred deferred
                LEFT JOIN consumer_position position
                    ON position.source = deferred.source AND position.subject = deferred.subject
                WHERE deferred.reason = 'retry' AND deferred.next_attempt_at <= clock_timestamp()
                    OR deferred.reason = 'gap' AND deferred.sequence = position.last + 1
                ORDER BY deferred.next_attempt_at LIMIT 1
                """
            ).first.map(Deferred.readable)
        }
        guard let due else { return false }
        do {
            try await apply(due)
        } catch let error as PostgresError where error.meansAway {
            throw error
        } catch {
            try await postpone(due, error: "\(error)")
        }
        return true
    }

    /// Applies a deferred fact in a transaction of its own; another replica may have done so meanwhile.
    private func apply(_ due: Readable) async throws {
        try await database.transaction { [inbox] tx in
            let locked = try tx.query(
                """
                SELECT event_id FROM inbox_deferred WHERE event_id = \(due.envelope.id) AND reason IN ('retry', 'gap')
                FOR UPDATE SKIP LOCKED
                """
            )
            guard !locked.isEmpty else { return }
            // It waits like any other if its turn has not come after all.
            try tx.execute("UPDATE inbox_deferred SET reason = 'gap' WHERE event_id = \(due.envelope.id)")
            try inbox.clock.refresh(in: tx)
            // Alone: what waits behind it has a turn, and a transaction, of its own.
            try inbox.advance([due], stored: [due.envelope.id], followers: false, in: tx)
            CrashPoint.reach("retry.before-commit")
        }
    }

    private func postpone(_ due: Readable, error: String) async throws {
        let parked = try await database.transaction { tx in
            try tx.query(
                """
                UPDATE inbox_deferred SET
                    attempts = attempts + 1, error = \(error),
                    next_attempt_at = clock_timestamp()
                        + least(interval '10 min', interval '1 s' * power(2, least(attempts, 12))),
                    reason = CASE WHEN attempts + 1 >= \(Self.attempts) THEN 'parked' ELSE 'retry' END
                WHERE event_id = \(due.envelope.id) AND reason IN ('retry', 'gap')
                RETURNING reason = 'parked' AS parked
                """
            ).first?.decode("parked", as: Bool.self) ?? false
        }
        guard parked else { return }
        Counter(label: "inbox_parked_total").increment()
        logger.error("a fact is parked", metadata: ["id": "\(due.envelope.id)", "error": "\(error)"])
    }

    /// Alarms where a fact has been waiting for an earlier one for more than thirty seconds, and nobody knows why.
    private func watchGaps() async throws {
        let (count, age) = try await database.transaction { tx in
            let row = try tx.query(
                """
                SELECT count(*) AS count, coalesce(extract(epoch FROM clock_timestamp() - min(deferred_at)), 0)::float8
                    AS age
                FROM inbox_deferred waiting WHERE reason = 'gap' AND NOT EXISTS (
                    SELECT FROM inbox_deferred known
                    WHERE known.source = waiting.source AND known.subject = waiting.subject
                        AND known.reason IN ('retry', 'parked'))
                """
            ).first
            return (try row?.decode("count", as: Int.self) ?? 0, try row?.decode("age", as: Double.self) ?? 0)
        }
        Gauge(label: "inbox_gaps").record(count)
        Gauge(label: "inbox_oldest_gap_seconds").record(age)
        if age > 30 {
            logger.error("facts wait for an earlier one", metadata: ["count": "\(count)", "seconds": "\(Int(age))"])
        }
    }
}
