import Foundation
import Kernel
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

    init() {}

    func flush(in tx: borrowing Transaction) throws {
        guard !rows.isEmpty else { return }
        CrashPoint.reach("outbox.before-write")
        let sequences = try number(in: tx)
        try tx.execute(
            """
            INSERT INTO outbox (
                event_id, exchange, routing_key, type, subject, sequence, at, enterprise, credit_code, person, actor,
                correlation, causation, traceparent, body)
            SELECT * FROM unnest(
                \(rows.map(\.event))::uuid[], \(rows.map(\.exchange))::text[], \(rows.map(\.routingKey))::text[],
                \(rows.map(\.type))::text[], \(rows.map(\.subject))::uuid[], \(sequences)::bigint[],
                \(rows.map(\.cause.now))::timestamptz[], \(rows.map(\.enterprise))::uuid[],
                \(rows.map(\.creditCode))::text[], \(rows.map(\.person))::uuid[],
                \(rows.map(\.cause.actor))::text[], \(rows.map(\.cause.correlation))::uuid[],
                \(rows.map(\.cause.causation))::uuid[], \(rows.map(\.cause.traceparent))::text[],
                \(rows.map(\.body))::bytea[])
            """
        )
        CrashPoint.reach("outbox.after-write")
    }

    /// The sequence of each row, taken under the lock of its subject's counter.
    ///
    /// A second row of the same event (the enterprise's copy) has the number of the first: it is the same fact.
    private func number(in tx: borrowing Transaction) throws -> [Int] {
        var wanted: [UUID: Int] = [:]
        var counted: Set<UUID> = []
        for row in rows where counted.insert(row.event).inserted { wanted[row.subject, default: 0] += 1 }
        let subjects = wanted.keys.sorted()
        let taken = try tx.query(
            """
            INSERT INTO outbox_sequence AS counter (subject, last)
            SELECT * FROM unnest(\(subjects)::uuid[], \(subjects.map { wanted[$0] ?? 0 })::bigint[])
            ON CONFLICT (subject) DO UPDATE SET last = counter.last + excluded.last
            RETURNING subject, last
            """
        )
        var next: [UUID: Int] = [:]
        for row in taken {
            let subject: UUID = try row.decode("subject")
            let last: Int = try row.decode("last")
            next[subject] = last - (wanted[subject] ?? 0)
        }
        var numbers: [UUID: Int] = [:]
        return rows.map { row in
            if let number = numbers[row.event] { return number }
            let number = (next[row.subject] ?? 0) + 1
            next[row.subject] = number
            numbers[row.event] = number
            return number
        }
    }
}
