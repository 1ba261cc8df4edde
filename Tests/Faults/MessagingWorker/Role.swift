import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import Synchronization

/// What a worker plays; each has tables of its own beside those of messaging.
package enum Role: String, Sendable {
    /// Evaluation, telling facts.
    case speaker
    /// The publicity timer, hearing them.
    case hearer
    /// Evaluation, answering an enterprise's system.
    case answerer

    /// The database of this role.
    package var migrations: [Migration] {
        messagingMigrations + [
            Migration(
                "x001_worker",
                forward: Array(
                    """
                    CREATE TABLE told (subject uuid PRIMARY KEY, last integer NOT NULL);
                    CREATE TABLE effect (
                        id bigint GENERATED ALWAYS AS IDENTITY, subject uuid NOT NULL, word text NOT NULL);
                    CREATE TABLE finish (effects bigint NOT NULL);
                    GRANT SELECT, INSERT, UPDATE, DELETE ON told, effect, finish TO {{service}};
                    """.utf8
                ),
                rollback: Array("DROP TABLE told, effect, finish;".utf8)
            )
        ]
    }

    /// The part of a role's name in the database.
    package var service: String { self == .hearer ? "publicity" : "evaluation" }

    func subscriptions(refusingOnce word: String?) -> [Subscription] {
        switch self {
        case .speaker: []
        case .hearer: [hearing(refusingOnce: word)]
        case .answerer: [Self.answering]
        }
    }

    /// Notes every fact; the word given cannot be applied the first two times, with its batch and alone.
    private func hearing(refusingOnce word: String?) -> Subscription {
        let refusals = Refusals(2)
        return .on(ListWithdrawn.self) { received, tx in
            if let word, received.contains(where: { $0.message.reason == word }), refusals.take() {
                throw NotYet()
            }
            try tx.execute(
                """
                INSERT INTO effect (subject, word)
                SELECT subject, word FROM unnest(
                    \(received.map(\.message.list))::uuid[], \(received.map(\.message.reason))::text[])
                    WITH ORDINALITY AS t(subject, word, place)
                ORDER BY place
                """
            )
        }
    }

    /// Takes every application; what it makes of it has the message's id.
    private static var answering: Subscription {
        .take(ApplicationSubmitted.self) { received, creditCode, tx in
            try tx.execute("INSERT INTO effect (subject, word) VALUES (\(received.envelope.id), \(creditCode))")
            return .accepted(received.envelope.id)
        }
    }

    /// Waits until a speaker has sent everything, or until a hearer was told to finish and has what it waits for.
    func wait(in database: PostgresPool) async throws {
        let isDone: SQL =
            switch self {
            case .speaker: "SELECT NOT EXISTS (SELECT FROM outbox) AS it"
            case .hearer, .answerer:
                """
                SELECT EXISTS (SELECT FROM finish WHERE effects <= (SELECT count(*) FROM effect))
                    AND NOT EXISTS (SELECT FROM outbox) AS it
                """
            }
        while try await !database.transaction({ tx in try tx.query(isDone).first?.decode("it") ?? false }) {
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    private struct NotYet: Error {}
}

/// So many refusals, and then no more.
private final class Refusals: Sendable {
    private let left: Mutex<Int>

    init(_ count: Int) { left = Mutex(count) }

    func take() -> Bool {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }
}
