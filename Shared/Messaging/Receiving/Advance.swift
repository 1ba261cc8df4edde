import Foundation
import Postgres

extension Inbox {
    /// Applies facts that are on the inbox's books, as far as their turn has come; the others wait for theirs.
    ///
    /// `stored` names those of them that lie in `inbox_deferred`.
    func advance(
        _ facts: [Readable],
        stored: Set<UUID> = [],
        followers: Bool = true,
        in tx: borrowing Transaction
    ) throws {
        guard !facts.isEmpty else { return }
        let runs = Runs(of: facts)
        let held = try Position.take(runs.all, in: tx)
        var positions = held.map(\.before)

        // Only now: under the locks nobody puts one aside unseen.
        let waitingRows = followers ? try Deferred.gaps(of: runs.all.map(\.key), in: tx) : []
        var stored = stored.union(waitingRows.map(\.envelope.id))
        var waiting = runs.byRun(waitingRows)

        var turn: [Readable] = []
        turn.reserveCapacity(facts.count)
        var done: [UUID] = []
        for (fact, run) in zip(facts, runs.ofFact) {
            let sequence = fact.envelope.sequence
            if sequence <= positions[run] {
                done.append(fact.envelope.id)  // already applied under another delivery, before the inbox forgot it
            } else if sequence == positions[run] + 1 {
                turn.append(fact)
                positions[run] = sequence
                guard !waiting.isEmpty else { continue }
                while let next = waiting[run]?.removeValue(forKey: positions[run] + 1) {
                    turn.append(next)
                    positions[run] = next.envelope.sequence
                }
            } else {
                waiting[run, default: [:]][sequence] = fact
            }
        }
        let late = waiting.values.flatMap(\.values).filter { !stored.contains($0.envelope.id) }
        try Deferred.put(
            late.map { try Deferred.Item($0, error: "an earlier fact of the subject is missing") },
            reason: "gap",
            queue: queue,
            in: tx
        )
        if !stored.isEmpty {
            stored.formIntersection(done + turn.map(\.envelope.id))
            try Deferred.remove(stored.sorted(), in: tx)
        }
        try react(to: turn, in: tx)
        try Position.note(
            held.indices.filter { positions[$0] != held[$0].written }.map { (runs.all[$0].key, positions[$0]) },
            in: tx
        )
    }
}
