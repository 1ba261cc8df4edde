import AMQP
import Contracts
import Foundation
import Kernel
import Logging
import Messaging
import Postgres

/// A speaker's and a hearer's database and the queue between them.
struct Stage {
    private let speaker: PostgresPool
    private let hearer: PostgresPool
    private let broker: AMQPConfiguration
    private let facts: Int
    private let reason: String
    private let subjects = (0..<1000).map { _ in NewID.v7() }
    private let logger = Logger(label: "benchmark")

    /// A cell whose books are wrong measures nothing.
    struct WrongBooks: Error, CustomStringConvertible {
        let description: String
    }

    /// Migrates both databases.
    init(speaker: String, hearer: String, broker: AMQPConfiguration, facts: Int, bytes: Int) async throws {
        self.broker = broker
        self.facts = facts
        // The other members of the body take the rest.
        let bare = try WireFormat.encode(Self.fact(NewID.v7(), "000000")).count
        reason = String(repeating: "x", count: max(0, bytes - bare))
        self.speaker = try await Self.open(speaker, [])
        self.hearer = try await Self.open(hearer, [Self.effects])
        for database in [self.speaker, self.hearer] { try await Self.expectNoHistory(database) }
    }

    /// Lets a service run alone: it asks nobody for a history, and no such question is in the queue.
    private static func expectNoHistory(_ database: PostgresPool) async throws {
        try await database.transaction { tx in
            try tx.execute(
                """
                INSERT INTO history_asked (speaker, request, asked_at, heard_at)
                SELECT speaker, gen_random_uuid(), now(), now()
                FROM unnest(\(ServiceName.allCases.map(\.rawValue))::text[]) AS t(speaker) ON CONFLICT DO NOTHING
                """
            )
        }
    }

    private static let effects = Migration(
        "x001_effect",
        forward: Array(
            "CREATE TABLE effect (subject uuid NOT NULL, word text NOT NULL);".utf8
        ),
        rollback: Array("DROP TABLE effect;".utf8)
    )

    private static func open(_ url: String, _ more: [Migration]) async throws -> PostgresPool {
        let configuration = PostgresConfiguration(url: url, applicationName: "benchmark")
        let logger = Logger(label: "benchmark")
        let role = try configuration.endpoint().user ?? "postgres"
        try await Migrator(messagingMigrations + more, servingRole: role).migrate(configuration, logger: logger)
        return PostgresPool(configuration, size: 6, logger: logger)
    }

    private static func fact(_ subject: UUID, _ reason: String) -> ListWithdrawn {
        ListWithdrawn(
            list: subject,
            proposer: EnterpriseRef(id: subject, creditCode: "91371600MA3N00011J"),
            reason: reason
        )
    }

    // MARK: Cells

    /// Empties both databases and announces what the next relay will send.
    func fill() async throws {
        try await hearer.transaction { tx in try tx.execute("TRUNCATE inbox, consumer_position, inbox_deferred, effect")
        }
        try await speaker.transaction { tx in try tx.execute("TRUNCATE outbox, outbox_archive, outbox_sequence") }
        let outbox = Outbox(service: .evaluation)
        for start in stride(from: 0, to: facts, by: 500) {
            try await speaker.transaction { tx in
                let cause = Cause(actor: "benchmark", now: Date(), correlation: NewID.v7())
                for number in start..<min(start + 500, facts) {
                    let word = String(String(1_000_000 + number).dropFirst()) + reason
                    try outbox.announce(Self.fact(subjects[number % subjects.count], word), because: cause, in: tx)
                }
            }
        }
    }

    /// Sends what is in the outbox; answers facts a second, from the first batch archived to the last.
    func relay() async throws -> Double {
        try await running(.evaluation, [], on: speaker) {
            try await until(speaker, "SELECT NOT EXISTS (SELECT FROM outbox) AS it")
        }
        try await check(
            speaker,
            "SELECT count(*) AS n, count(DISTINCT event_id) AS d FROM outbox_archive WHERE sent"
        )
        try await checkQueue(holds: facts)
        return try await rate(speaker, "SELECT published_at AS at, xmin AS batch FROM outbox_archive")
    }

    /// Hears what is in the queue; answers facts a second, from the first batch entered to the last.
    func consume() async throws -> Double {
        let subscription = Subscription.on(ListWithdrawn.self) { received, tx in
            try tx.execute(
                """
                INSERT INTO effect SELECT * FROM unnest(
                    \(received.map(\.message.list))::uuid[], \(received.map { String($0.message.reason.prefix(6)) })::text[])
                """
            )
        }
        try await running(.publicityTimer, [subscription], on: hearer) {
            try await until(hearer, "SELECT count(*) >= \(facts) AS it FROM effect")
        }
        try await check(hearer, "SELECT count(*) AS n, count(DISTINCT word) AS d FROM effect")
        try await check(
            hearer,
            "SELECT sum(last)::bigint AS n, count(*) + \(facts - subjects.count)::bigint AS d FROM consumer_position"
        )
        try await check(hearer, "SELECT count(*) + \(facts)::bigint AS n, \(facts)::bigint AS d FROM inbox_deferred")
        return try await rate(hearer, "SELECT received_at AS at, xmin AS batch FROM inbox")
    }

    /// Refuses a cell that left the inbox without some of the facts.
    func checkInbox() async throws {
        try await check(hearer, "SELECT count(*) AS n, count(DISTINCT event_id) AS d FROM inbox")
    }

    private func running(
        _ service: ServiceName,
        _ subscriptions: [Subscription],
        on database: PostgresPool,
        until isDone: () async throws -> Void
    ) async throws {
        let messaging = Messaging(
            service: service,
            subscriptions: subscriptions,
            outbox: Outbox(service: service),
            clock: BusinessClock(travels: false),
            database: database,
            broker: broker,
            userOf: { [user = broker.user] _ in user },
            ingress: .init(explain: { _ in nil }, seal: { $0 }),
            logger: logger
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await messaging.run() }
            try await isDone()
            await messaging.drain()
            group.cancelAll()
        }
        try await database.transaction { tx in try tx.execute("DELETE FROM task_lease") }
    }

    private func until(_ database: PostgresPool, _ state: SQL) async throws {
        while try await !database.transaction({ tx in try tx.query(state).first?.decode("it") ?? false }) {
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    // MARK: Books

    /// From the end of the first transaction to the end of the last: connecting is not the matter.
    private func rate(_ database: PostgresPool, _ times: SQL) async throws -> Double {
        try await database.transaction { tx in
            try tx.query(
                """
                WITH times AS (\(times)),
                first AS (SELECT max(at) AS at FROM times WHERE batch = (SELECT batch FROM times ORDER BY at LIMIT 1))
                SELECT (count(*) / extract(epoch FROM max(times.at) - first.at))::float8 AS rate
                FROM times, first WHERE times.at > first.at GROUP BY first.at
                """
            ).first?.decode("rate") ?? 0
        }
    }

    private func check(_ database: PostgresPool, _ sql: SQL) async throws {
        let (count, distinct) = try await database.transaction { tx in
            let row = try tx.query(sql).first
            return (try row?.decode("n", as: Int.self) ?? 0, try row?.decode("d", as: Int.self) ?? 0)
        }
        guard count == facts, distinct == facts else {
            throw WrongBooks(description: "\(count) rows, \(distinct) different ones, instead of \(facts)")
        }
    }

    /// Refuses a cell that left the queue in another state.
    func checkQueue(holds wanted: Int) async throws {
        let depth = try await TopologyProbe.depth(broker, queue: Topology.queue(of: .publicityTimer))?.ready
        guard depth == wanted else {
            throw WrongBooks(description: "the queue holds \(depth ?? -1) instead of \(wanted)")
        }
    }
}
