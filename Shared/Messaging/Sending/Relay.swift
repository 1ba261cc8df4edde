import AMQP
import Contracts
import Foundation
import Logging
import Metrics
import Postgres

/// Sends what is in the outbox, in order, and moves it to the archive when the broker has confirmed it.
///
/// One replica does it at a time (``TaskLease``). A row leaves the outbox only with its confirm, so a crash at any place
/// can at worst send a fact twice, and its hearers' inboxes know that.
struct Relay: Sendable {
    let service: ServiceName
    let database: PostgresPool
    let publisher: Publisher
    let user: String
    let wake: OutboxWake
    let status: RelayStatus
    let foreground: Foreground
    let logger: Logger
    /// Rows fetched and published together.
    var batch = 500
    private let lease = TaskLease("relay")

    init(
        service: ServiceName,
        database: PostgresPool,
        publisher: Publisher,
        user: String,
        wake: OutboxWake,
        status: RelayStatus,
        foreground: Foreground = Foreground(),
        logger: Logger
    ) {
        self.service = service
        self.database = database
        self.publisher = publisher
        self.user = user
        self.wake = wake
        self.status = status
        self.foreground = foreground
        self.logger = logger
    }

    /// Sends until it is cancelled, and then gives the lease back.
    func run() async {
        var pause = Duration.milliseconds(2)
        var fault = Duration.milliseconds(50)
        while !Task.isCancelled {
            do {
                let sent = try await pass()
                fault = .milliseconds(50)
                pause = sent > 0 || wake.take() ? .milliseconds(2) : min(pause * 2, .milliseconds(250))
                try? await Task.sleep(for: pause)
            } catch {
                status.failed(error)
                logger.warning("the relay pauses", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: fault * Double.random(in: 0.5...1.5))
                fault = min(fault * 2, .seconds(10))
            }
        }
        try? await database.transaction { [lease] tx in try lease.giveBack(in: tx) }
    }

    /// Sends what is there now, once; answers how many rows left the outbox.
    ///
    /// While a batch is settled in the database the next one is fetched and published.
    func pass() async throws -> Int {
        var cursor = 0
        var gone = 0
        var toSettle: Settlement?
        repeat {
            let previous = toSettle
            async let settled = settle(previous)
            let window = try await fetch(after: cursor)
            CrashPoint.reach("relay.after-fetch")
            let next: Settlement? = if let window { try await publish(window.rows) } else { nil }
            CrashPoint.reach("relay.after-confirm")
            gone += try await settled
            toSettle = next
            // A backlog takes its time anyway; people who are waiting come between two of its batches.
            await foreground.clear(atMost: .milliseconds(20))
            cursor = window?.last ?? cursor
        } while toSettle != nil
        status.passed()
        return gone
    }

    /// Some rows of the outbox that follow one another.
    private struct Window {
        /// Those that can be sent now.
        let rows: [SentRow]
        /// The last of all of them.
        let last: Int
    }

    /// The next rows, if there are any and this replica is the one that sends.
    ///
    /// A subject one of whose facts is parked waits whole: its later facts would only make a gap. What waits is left out here
    /// and not where the rows are looked for: how many of a table nobody has counted yet are waiting, PostgreSQL can only guess.
    private func fetch(after cursor: Int) async throws -> Window? {
        try await database.transaction { [lease, batch, service] tx in
            guard try lease.take(in: tx) else { return nil }
            let rows = try tx.query(
                """
                SELECT *, parked_at IS NOT NULL OR next_attempt_at > clock_timestamp()
                    OR (exchange, subject) IN (SELECT exchange, subject FROM outbox_stopped) AS waits
                FROM (SELECT * FROM outbox WHERE id > \(cursor) ORDER BY id LIMIT \(batch)) AS following
                ORDER BY id
                """
            )
            guard let last = rows.last else { return nil }
            let ready = try rows.filter { row in try row.decode("waits", as: Bool?.self) != true }
            return Window(rows: try ready.map { try Self.sent($0, by: service) }, last: try last.decode("id"))
        }
    }

    private static func sent(_ row: Row, by speaker: ServiceName) throws -> SentRow {
        let attempts: Int = try row.decode("attempts")
        let error: String? = try row.decode("last_error")
        let isSuspect = attempts >= 2 && (error == "no confirm" || error?.hasPrefix("refused") == true)
        return try SentRow(row, speaker: speaker, isSuspect: isSuspect)
    }

    private func publish(_ rows: [SentRow]) async throws -> Settlement {
        let granted = try await grantedEnterprises(among: rows)
        let isHeard = Plan.hasHearer(service)
        let (toSend, kept) = rows.partitioned { row in
            switch row.exchange {
            case Topology.facts: isHeard
            default: granted.contains(row.creditCode ?? "")
            }
        }
        var settlement = Settlement(unsent: kept.map(\.id))
        if CrashPoint.isWanted("relay.mid-batch") {
            _ = try await publisher.publish(toSend.prefix(20).map { $0.message(as: user) })
            CrashPoint.reach("relay.mid-batch")
        }
        // The broker closes the channel on what it refuses, and all in flight share its fate. What shared it twice is sent
        // one by one, so that the broker says which one it means.
        let (suspects, sound) = toSend.partitioned(\.isSuspect)
        for (rows, alone) in [(sound, false), (suspects, true)] where !rows.isEmpty {
            let outcomes = try await publisher.publish(rows.map { $0.message(as: user) }, alone: alone)
            for (row, outcome) in zip(rows, outcomes) { settlement.note(outcome, of: row.id) }
        }
        return settlement
    }

    private func grantedEnterprises(among rows: [SentRow]) async throws -> Set<String> {
        let asked = Set(rows.filter { $0.exchange != Topology.facts }.compactMap(\.creditCode)).sorted()
        guard !asked.isEmpty else { return [] }
        return try await database.transaction { tx in
            let rows = try tx.query(
                "SELECT credit_code FROM enterprise_access WHERE credit_code = ANY(\(asked)::text[])"
            )
            return Set(try rows.map { try $0.decode("credit_code") as String })
        }
    }

    /// Writes down what became of a batch.
    private func settle(_ settlement: Settlement?) async throws -> Int {
        guard let settlement, !settlement.isEmpty else { return 0 }
        CrashPoint.reach("relay.before-settle")
        let gone = try await database.transaction { tx in
            let sent = try Self.archive(settlement.confirmed, sent: true, in: tx)
            let unsent = try Self.archive(settlement.unsent, sent: false, in: tx)
            if !settlement.refused.isEmpty {
                try tx.execute(
                    """
                    UPDATE outbox SET parked_at = clock_timestamp(), attempts = attempts + 1, last_error = t.error
                    FROM unnest(\(settlement.refused.map(\.id))::bigint[], \(settlement.refused.map(\.error))::text[])
                        AS t(id, error)
                    WHERE outbox.id = t.id
                    """
                )
                try tx.execute(
                    """
                    INSERT INTO outbox_stopped (exchange, subject)
                    SELECT DISTINCT exchange, subject FROM outbox WHERE id = ANY(\(settlement.refused.map(\.id))::bigint[])
                    ON CONFLICT DO NOTHING
                    """
                )
            }
            if !settlement.waiting.isEmpty {
                try tx.execute(
                    """
                    UPDATE outbox SET attempts = attempts + 1, last_error = t.error, next_attempt_at =
                        clock_timestamp() + least(interval '10 s', interval '100 ms' * power(2, least(attempts, 10)))
                    FROM unnest(\(settlement.waiting.map(\.id))::bigint[], \(settlement.waiting.map(\.error))::text[])
                        AS t(id, error)
                    WHERE outbox.id = t.id
                    """
                )
            }
            CrashPoint.reach("relay.after-delete")
            return sent + unsent
        }
        CrashPoint.reach("relay.after-settle")
        Counter(label: "outbox_published_total").increment(by: settlement.confirmed.count)
        Counter(label: "outbox_unheard_total").increment(by: settlement.unsent.count)
        for refused in settlement.refused {
            logger.error(
                "a fact was refused by the broker and is parked",
                metadata: ["row": "\(refused.id)", "error": "\(refused.error)"]
            )
        }
        if let waiting = settlement.waiting.first {
            status.failed(RelayStatus.Waiting(reason: waiting.error))
            logger.warning(
                "facts wait to be sent again",
                metadata: ["rows": "\(settlement.waiting.count)", "error": "\(waiting.error)"]
            )
        }
        return gone
    }

    private static func archive(_ ids: [Int], sent: Bool, in tx: borrowing Transaction) throws -> Int {
        guard !ids.isEmpty else { return 0 }
        return try tx.execute(
            """
            WITH gone AS (DELETE FROM outbox WHERE id = ANY(\(ids)::bigint[]) RETURNING *)
            INSERT INTO outbox_archive (
                id, event_id, exchange, routing_key, type, subject, sequence, at, enterprise, credit_code, person,
                actor, correlation, causation, traceparent, body, created_at, jurisdiction, sent)
            SELECT id, event_id, exchange, routing_key, type, subject, sequence, at, enterprise, credit_code, person,
                actor, correlation, causation, traceparent, body, created_at, jurisdiction, \(sent)::boolean
            FROM gone ORDER BY id
            """
        )
    }
}

extension Array {
    /// Those that fulfil the condition, and the others, each in order.
    fileprivate func partitioned(_ condition: (Element) -> Bool) -> ([Element], [Element]) {
        (filter(condition), filter { !condition($0) })
    }
}
