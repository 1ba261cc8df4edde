import Contracts
import Foundation
import Kernel
import Metrics
import Postgres

/// One row of the outbox before it has a number.
struct OutboxRow {
    let event: UUID
    let exchange: String
    let routingKey: String
    let type: String
    let subject: UUID
    let enterprise: UUID?
    let creditCode: String?
    let person: UUID?
    let cause: Cause
    let body: [UInt8]
}

/// What a transaction will add to the outbox.
final class PendingFacts: TransactionCompanion {
    var rows: [OutboxRow] = []
    var jurisdictions: Outbox.Jurisdictions?

    init() {}

    func flush(in tx: borrowing Transaction) throws {
        guard !rows.isEmpty else { return }
        CrashPoint.reach("outbox.before-write")
        let sequences = try number(in: tx)
        let enterprises = Set(rows.compactMap(\.enterprise)).sorted()
        let places = enterprises.isEmpty ? [:] : try jurisdictions?(enterprises, tx) ?? [:]
        try write(sequences: sequences, places: places, in: tx)
        CrashPoint.reach("outbox.after-write")
    }

    /// Writes the rows to the outbox; what an enterprise without a queue would be told goes to the archive at once.
    ///
    /// Most enterprises have no queue, so half of what the relay would fetch and move would be what nobody hears. Who has one
    /// is asked after the counters are locked: of one subject no number is kept after a later one was sent. They are counted with
    /// what the relay found nobody to hear.
    private func write(sequences: [Int], places: [UUID: String], in tx: borrowing Transaction) throws {
        let unheard = try tx.execute(
            """
            WITH said AS MATERIALIZED (
                SELECT row.*, exchange <> \(Topology.enterprise) OR coalesce(credit_code IN (
                    SELECT credit_code FROM enterprise_access WHERE credit_code = ANY(\(creditCodesOfCopies)::text[])
                ), false) AS is_heard
                FROM unnest(
                    \(rows.map(\.event))::uuid[], \(rows.map(\.exchange))::text[], \(rows.map(\.routingKey))::text[],
                    \(rows.map(\.type))::text[], \(rows.map(\.subject))::uuid[], \(sequences)::bigint[],
                    \(rows.map(\.cause.now))::timestamptz[], \(rows.map(\.enterprise))::uuid[],
                    \(rows.map(\.creditCode))::text[], \(rows.map(\.person))::uuid[],
                    \(rows.map(\.cause.actor))::text[], \(rows.map(\.cause.correlation))::uuid[],
                    \(rows.map(\.cause.causation))::uuid[], \(rows.map(\.cause.traceparent))::text[],
                    \(rows.map(\.body))::bytea[], \(rows.map { $0.enterprise.flatMap { places[$0] } })::text[]
                ) AS row (
                    event_id, exchange, routing_key, type, subject, sequence, at, enterprise, credit_code, person, actor,
                    correlation, causation, traceparent, body, jurisdiction)
            ), heard AS (
                INSERT INTO outbox (
                    event_id, exchange, routing_key, type, subject, sequence, at, enterprise, credit_code, person, actor,
                    correlation, causation, traceparent, body, jurisdiction)
                SELECT event_id, exchange, routing_key, type, subject, sequence, at, enterprise, credit_code, person, actor,
                    correlation, causation, traceparent, body, jurisdiction
                FROM said WHERE is_heard
            )
            INSERT INTO outbox_archive (
                id, event_id, exchange, routing_key, type, subject, sequence, at, enterprise, credit_code, person, actor,
                correlation, causation, traceparent, body, jurisdiction, created_at, sent)
            SELECT nextval('outbox_id_seq'), event_id, exchange, routing_key, type, subject,
                sequence, at, enterprise, credit_code, person, actor, correlation, causation, traceparent, body,
                jurisdiction, clock_timestamp(), false
            FROM said WHERE NOT is_heard
            """
        )
        if unheard > 0 { Counter(label: "outbox_unheard_total").increment(by: unheard) }
    }

    /// The enterprises that would be told something.
    private var creditCodesOfCopies: [String] {
        Set(rows.filter { $0.exchange == Topology.enterprise }.compactMap(\.creditCode)).sorted()
    }

    /// The sequence of each row, taken under the lock of its subject's counter.
    ///
    /// What an enterprise is told is counted by itself: a gap would tell it that there was something it was not told.
    private func number(in tx: borrowing Transaction) throws -> [Int] {
        var wanted: [UUID: Count] = [:]
        for row in rows { wanted[row.subject, default: Count()][row.exchange] += 1 }
        let subjects = wanted.keys.sorted()
        let taken = try tx.query(
            """
            INSERT INTO outbox_sequence AS counter (subject, last, copies)
            SELECT * FROM unnest(
                \(subjects)::uuid[], \(subjects.map { wanted[$0]?.facts ?? 0 })::bigint[],
                \(subjects.map { wanted[$0]?.copies ?? 0 })::bigint[])
            ON CONFLICT (subject) DO UPDATE SET
                last = counter.last + excluded.last, copies = counter.copies + excluded.copies
            RETURNING subject, last, copies
            """
        )
        var last: [UUID: Count] = [:]
        for row in taken {
            let subject: UUID = try row.decode("subject")
            let own = wanted[subject] ?? Count()
            last[subject] = Count(
                facts: try row.decode("last", as: Int.self) - own.facts,
                copies: try row.decode("copies", as: Int.self) - own.copies
            )
        }
        return rows.map { row in
            last[row.subject, default: Count()][row.exchange] += 1
            return last[row.subject]?[row.exchange] ?? 0
        }
    }

    /// How many facts of a subject there are, and how many copies for its enterprise.
    private struct Count {
        var facts = 0
        var copies = 0

        subscript(exchange: String) -> Int {
            get { exchange == Topology.enterprise ? copies : facts }
            set { if exchange == Topology.enterprise { copies = newValue } else { facts = newValue } }
        }
    }
}
