import Foundation
import Kernel
import Metrics
import Postgres

extension Inbox {
    /// Enters facts into the inbox; answers those that were not in it, each once.
    ///
    /// Twins in one batch are found here and not by the database: joined back, they would both count as new. A known id
    /// with another body is no repetition but a forgery or a fault, and is parked.
    func register(_ readables: [Readable], in tx: borrowing Transaction) throws -> [Readable] {
        guard !readables.isEmpty else { return [] }
        let ids = readables.map(\.envelope.id.halves)
        // In one order for all transactions, so that two that enter the same ids do not wait for each other crosswise.
        let order = readables.indices.sorted { ids[$0] == ids[$1] ? $0 < $1 : ids[$0] < ids[$1] }
        var sorted: [Readable] = []
        sorted.reserveCapacity(order.count)
        var suspects: [Readable] = []
        var twins: Set<Int> = []
        for index in order {
            let readable = readables[index]
            if let first = sorted.last, first.envelope.id == readable.envelope.id {
                twins.insert(index)
                if first.digest != readable.digest { suspects.append(readable) }
            } else {
                sorted.append(readable)
            }
        }
        let first = twins.isEmpty ? readables : readables.indices.filter { !twins.contains($0) }.map { readables[$0] }
        guard let new = try enter(sorted, in: tx) else {
            try parkForgeries(among: suspects, in: tx)
            return first
        }
        let known = first.filter { !new.contains($0.envelope.id) }
        Counter(label: "inbox_repeated_total").increment(by: known.count)
        try parkForgeries(among: suspects + known, in: tx)
        return first.filter { new.contains($0.envelope.id) }
    }

    /// Enters facts of different ids; answers the ids that were new, nil where all were.
    ///
    /// Almost always all are, and an insert that need not expect a conflict costs a third of one that does; so it is tried
    /// first, and undone where one id was known.
    private func enter(_ sorted: [Readable], in tx: borrowing Transaction) throws -> Set<UUID>? {
        let insert: SQL = """
            INSERT INTO inbox (event_id, body_sha256, source)
            SELECT * FROM unnest(
                \(sorted.map(\.envelope.id))::uuid[], \(sorted.map(\.digest))::bytea[],
                \(sorted.map(\.envelope.source))::text[])
            """
        if sorted.count > 1, try tx.execute(insert, undoingOn: .uniqueViolation) != nil { return nil }
        let rows = try tx.query(insert + "\nON CONFLICT DO NOTHING RETURNING event_id")
        if rows.count == sorted.count { return nil }
        return Set(try rows.map { try $0.decode("event_id") as UUID })
    }

    private func parkForgeries(among suspects: [Readable], in tx: borrowing Transaction) throws {
        guard !suspects.isEmpty else { return }
        let ids = suspects.map(\.envelope.id)
        let rows = try tx.query("SELECT event_id, body_sha256 FROM inbox WHERE event_id = ANY(\(ids)::uuid[])")
        var honest: [UUID: [UInt8]] = [:]
        for row in rows { honest[try row.decode("event_id")] = try row.decode("body_sha256") as [UInt8] }
        let forged = suspects.filter { honest[$0.envelope.id] != $0.digest }
        try Deferred.put(
            forged.map { readable in
                try Deferred.Item(
                    unreadable: ["id": readable.envelope.id.lowercase, "type": readable.envelope.type],
                    body: readable.body,
                    error: "the id is known with another body"
                )
            },
            reason: "parked",
            queue: queue,
            in: tx
        )
        Counter(label: "inbox_parked_total").increment(by: forged.count)
    }
}
