import AMQP
import Contracts
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import Synchronization
import TestSupport

/// Facts as tests tell them: the same word about a subject, told again and again.
func told(_ subject: UUID, _ word: String = "异议") -> ListWithdrawn {
    ListWithdrawn(list: subject, proposer: EnterpriseRef(id: subject, creditCode: "91371600MA3N00011J"), reason: word)
}

/// Deliveries of facts of one subject with the numbers given.
func deliveries(_ subject: UUID, _ numbers: [Int]) throws -> [Message] {
    try numbers.map { number in
        try Message(
            telling: told(subject, "\(number)"),
            from: .evaluation,
            sequence: number,
            at: Date(timeIntervalSince1970: 1_790_000_000)
        )
    }
}

extension Cause {
    static let test = Cause(actor: "test", now: Date(timeIntervalSince1970: 1_790_000_000), correlation: NewID.v7())
}

/// A hearer that writes what it was told into the journal-free table of effects, so that a test can count them.
enum Effects {
    static let migration = Migration(
        "x001_effect",
        forward: Array(
            """
            CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, subject uuid NOT NULL, word text NOT NULL);
            GRANT SELECT, INSERT ON effect TO {{service}};
            """.utf8
        ),
        rollback: Array("DROP TABLE effect;".utf8)
    )

    /// Notes each fact; fails on the words in `broken`.
    static func subscription(broken: Broken = Broken()) -> Subscription {
        .on(ListWithdrawn.self) { received, tx in
            for one in received {
                if broken.contains(one.message.reason) { throw CannotApply(word: one.message.reason) }
                try tx.execute(
                    "INSERT INTO effect (subject, word) VALUES (\(one.message.list), \(one.message.reason))"
                )
            }
        }
    }

    /// The words a subject's facts left behind, in the order they were applied.
    static func words(of subject: UUID, in database: PostgresPool) async throws -> [String] {
        try await database.transaction { tx in
            try tx.query("SELECT word FROM effect WHERE subject = \(subject) ORDER BY id")
                .map { try $0.decode("word") }
        }
    }

    struct CannotApply: Error {
        let word: String
    }

    /// Words a hearer cannot apply for the time being.
    final class Broken: Sendable {
        private let words: Mutex<Set<String>>

        init(_ words: String...) { self.words = Mutex(Set(words)) }

        func contains(_ word: String) -> Bool { words.withLock { $0.contains(word) } }
        func mend() { words.withLock { $0 = [] } }
    }
}

extension PostgresPool {
    /// A number a query answers in its column `n`.
    func number(_ sql: SQL) async throws -> Int {
        try await transaction { tx in try tx.query(sql).first?.decode("n") ?? 0 }
    }
}

/// The messaging of one service on a scratch database and a scratch broker.
func messaging(
    of service: ServiceName,
    _ subscriptions: [Subscription],
    outbox: Outbox,
    database: PostgresPool,
    broker: ScratchBroker
) throws -> Messaging {
    Messaging(
        service: service,
        subscriptions: subscriptions,
        outbox: outbox,
        clock: BusinessClock(travels: false),
        database: database,
        broker: try broker.configuration(service.rawValue),
        userOf: { [user = broker.name] _ in user },
        ingress: .init(explain: { _ in nil }, seal: { $0 }),
        logger: Logger(label: "test")
    )
}

extension ScratchBroker {
    /// Loads the planned topology.
    func loadPlan() async throws {
        try await load(definitions: WireFormat.encode(Topology.planned))
    }
}
