import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// What the speaker has to say: numbered facts about each subject, with its own state and its history.
struct Speech {
    let outbox: Outbox
    let database: PostgresPool

    /// Tells what was not told yet, one fact a subject in each transaction.
    func tell(_ facts: Int, about subjects: [UUID]) async throws {
        try await database.transaction { tx in
            try tx.execute(
                "INSERT INTO told SELECT subject, 0 FROM unnest(\(subjects)::uuid[]) AS t(subject) ON CONFLICT DO NOTHING"
            )
        }
        while try await tellOnce(facts) {}
    }

    private func tellOnce(_ facts: Int) async throws -> Bool {
        try await database.transaction { [outbox] tx in
            let rows = try tx.query(
                "UPDATE told SET last = last + 1 WHERE last < \(facts) RETURNING subject, last"
            )
            let cause = Cause(actor: "worker", now: Date(), correlation: NewID.v7())
            for row in rows {
                let (subject, number): (UUID, Int) = (try row.decode("subject"), try row.decode("last"))
                let fact = ListWithdrawn(
                    list: subject,
                    proposer: EnterpriseRef(id: subject, creditCode: "91371600MA3N00011J"),
                    reason: "\(number)"
                )
                try outbox.announce(fact, because: cause, in: tx)
                var history = Stored(id: subject, version: number - 1, state: Counted.initial)
                try history.handle(.count)
                try Journal().append(history, of: "counted", because: cause, in: tx)
            }
            return !rows.isEmpty
        }
    }
}

/// The plainest aggregate: it counts.
private struct Counted: Decider {
    enum Command { case count }
    enum Event: Codable { case counted }

    static let initial = Counted()

    func decide(_ command: Command) -> [Event] { [.counted] }
    mutating func apply(_ event: Event) {}
}
