import Foundation
import MessagingWorker
import Postgres
import TestSupport

/// Everything a speaker and a hearer have written down, as it is when both are at rest.
struct Ledger: Sendable {
    /// What was told of each subject: so many facts, numbered from 1.
    var told: [UUID: Int]
    /// What the hearer has done about it, in the order it was done.
    var effects: [(subject: UUID, word: String)]
    /// The speaker's history of each subject.
    var journal: [UUID: [Int]]
    /// The facts the archive holds as sent.
    var archived: Int
    /// Facts the hearer's inbox knows, and the last number it has applied of each subject.
    var inbox: Int
    var positions: [UUID: Int]
    /// What should be empty at rest, by name.
    var leftovers: [String: Int]

    /// Where the law of conservation is broken: each fact told is applied exactly once and in order, nothing else is
    /// applied, and nothing is left on the way.
    var breaches: [String] {
        var breaches: [String] = []
        let all = told.values.reduce(0, +)
        var applied: [UUID: [String]] = [:]
        for effect in effects { applied[effect.subject, default: []].append(effect.word) }
        for (subject, last) in told {
            let words = applied.removeValue(forKey: subject) ?? []
            let wanted = (1...max(1, last)).prefix(last).map(String.init)
            let lost = Set(wanted).subtracting(words)
            if !lost.isEmpty { breaches.append("lost: \(lost.sorted()) of \(subject)") }
            if Set(words).count != words.count { breaches.append("applied twice: \(words) of \(subject)") }
            if !Set(words).isSubset(of: wanted) { breaches.append("never told: \(words) of \(subject)") }
            if words != words.sorted(by: { Int($0) ?? 0 < Int($1) ?? 0 }) {
                breaches.append("out of order: \(words) of \(subject)")
            }
            if journal[subject] ?? [] != Array((1...max(1, last)).prefix(last)) {
                breaches.append("another history: \(journal[subject] ?? []) of \(subject)")
            }
            if positions[subject] ?? 0 != last { breaches.append("heard to \(positions[subject] ?? 0) of \(last)") }
        }
        for subject in applied.keys { breaches.append("never told: \(subject)") }
        if inbox != all { breaches.append("the inbox knows \(inbox) of \(all)") }
        if archived != all { breaches.append("the archive holds \(archived) of \(all)") }
        for (name, count) in leftovers.sorted(by: { $0.key < $1.key }) where count != 0 {
            breaches.append("\(name): \(count)")
        }
        return breaches
    }
}

extension CrashRig {
    /// The ledger of this rig now.
    func ledger(queue: String) async throws -> Ledger {
        let (told, journal, archived, outbox) = try await query(speaker) { tx in
            (
                try Self.numbers("SELECT subject, last AS n FROM told", tx),
                try Dictionary(
                    grouping: tx.query("SELECT aggregate_id, version FROM journal ORDER BY position").map {
                        (try $0.decode("aggregate_id", as: UUID.self), try $0.decode("version", as: Int.self))
                    },
                    by: \.0
                ).mapValues { $0.map(\.1) },
                try Self.number("SELECT count(DISTINCT event_id) AS n FROM outbox_archive WHERE sent", tx),
                try Self.number("SELECT count(*) AS n FROM outbox", tx)
            )
        }
        let depth = try await broker.depth(queue) ?? -1
        return try await query(hearer) { tx in
            Ledger(
                told: told,
                effects: try tx.query("SELECT subject, word FROM effect ORDER BY id").map {
                    (try $0.decode("subject"), try $0.decode("word"))
                },
                journal: journal,
                archived: archived,
                inbox: try Self.number("SELECT count(*) AS n FROM inbox", tx),
                positions: try Self.numbers("SELECT subject, last AS n FROM consumer_position", tx),
                leftovers: [
                    "outbox": outbox, "queue": depth,
                    "deferred": try Self.number("SELECT count(*) AS n FROM inbox_deferred", tx),
                ]
            )
        }
    }

    static func number(_ sql: SQL, _ tx: borrowing Transaction) throws -> Int {
        try tx.query(sql).first?.decode("n") ?? 0
    }

    private static func numbers(_ sql: SQL, _ tx: borrowing Transaction) throws -> [UUID: Int] {
        Dictionary(
            uniqueKeysWithValues: try tx.query(sql).map { (try $0.decode("subject"), try $0.decode("n")) }
        )
    }
}
