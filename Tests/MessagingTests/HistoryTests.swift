import AMQP
import Contracts
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import TestSupport
import Testing

/// A service that begins to hear when much has been said already.
@Suite("History", .timeLimit(.minutes(30)))
struct HistoryTests {
    /// A running messaging with its database.
    private struct Running {
        let messaging: Messaging
        let database: PostgresPool

        /// The speakers it still waits for, by name.
        func unheard() async throws -> [String] {
            try await database.transaction { [messaging] tx in
                try messaging.unheardHistory(in: tx).map(\.rawValue).sorted()
            }
        }
    }

    /// Runs `body` beside a service's messaging on a database of its own.
    private func run(
        _ service: ServiceName,
        _ broker: ScratchBroker,
        _ body: (Running, Outbox) async throws -> Void
    ) async throws {
        try await ScratchDatabase.with(
            messagingMigrations + [Effects.migration],
            service: service.database
        ) { database in
            let outbox = Outbox(service: service) { enterprises, _ in
                Dictionary(uniqueKeysWithValues: enterprises.map { ($0, "371602") })
            }
            let messaging = try messaging(
                of: service,
                [Effects.subscription()],
                outbox: outbox,
                database: database,
                broker: broker
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await messaging.run() }
                try await body(Running(messaging: messaging, database: database), outbox)
                group.cancelAll()
                await messaging.drain()
            }
        }
    }

    @Test("a new hearer is told all that was said before it came, in order, and only then has heard everybody")
    func catchesUp() async throws {
        try await ScratchBroker.with { broker in
            try await broker.loadPlan()
            try await run(.evaluation, broker) { speaker, outbox in
                let subjects = (0..<30).map { _ in NewID.v7() }
                for turn in 1...40 {
                    try await speaker.database.transaction { tx in
                        for subject in subjects {
                            try outbox.announce(told(subject, "\(turn)"), because: .test, in: tx)
                        }
                    }
                }
                let isSent = try await eventually {
                    try await speaker.database.number("SELECT count(*) AS n FROM outbox_archive") == 1200
                }
                #expect(isSent)
                // Its queue is made only now, and holds none of it.
                try await broker.deleteQueue(Topology.queue(of: .publicityTimer))
                try await broker.loadPlan()

                try await run(.publicityTimer, broker) { hearer, _ in
                    #expect(try await hearer.unheard().contains("evaluation"))
                    let isTold = try await eventually { try await hearer.unheard() == ["filing"] }
                    #expect(isTold, "filing does not run, so it alone is waited for")
                    #expect(try await hearer.database.number("SELECT count(*) AS n FROM effect") == 1200)
                    for subject in subjects {
                        #expect(try await Effects.words(of: subject, in: hearer.database) == (1...40).map(String.init))
                    }
                    // Live facts follow those of the archive.
                    try await speaker.database.transaction { tx in
                        try outbox.announce(told(subjects[0], "later"), because: .test, in: tx)
                    }
                    let isHeard = try await eventually {
                        try await Effects.words(of: subjects[0], in: hearer.database).last == "later"
                    }
                    #expect(isHeard)

                    try await run(.filing, broker) { _, _ in
                        let isAllHeard = try await eventually { try await hearer.unheard().isEmpty }
                        #expect(isAllHeard, "a speaker that was away is asked again")
                    }
                }
            }
        }
    }

    @Test("nobody can ask for history, or tell that it was told, in another's name")
    func forged() async throws {
        try await ScratchDatabase.with(messagingMigrations, service: "evaluation") { database in
            let inbox = Inbox(
                service: .evaluation,
                subscriptions: [],
                clock: BusinessClock(travels: false),
                userOf: \.rawValue
            )
            let request = NewID.v7()
            @Sendable func word(_ kind: String, of service: String, as user: String) -> Message {
                var message = Message(exchange: Topology.replay, routingKey: "evaluation")
                message.type = "gongjiang.history.\(kind).v1"
                message.appID = service
                message.messageID = request.uuidString
                message.userID = user
                return message
            }
            try await database.transaction { tx in
                try inbox.apply(
                    [
                        word("wanted", of: "certificate", as: "filing"),
                        word("wanted", of: "evaluation", as: "evaluation"),
                        word("told", of: "filing", as: "publicity-timer"),
                    ],
                    in: tx
                )
            }
            #expect(try await database.number("SELECT count(*) AS n FROM history_wanted") == 0)
            #expect(try await database.number("SELECT count(*) AS n FROM inbox_deferred WHERE reason = 'parked'") == 3)
            try await database.transaction { tx in
                try inbox.apply([word("wanted", of: "certificate", as: "certificate")], in: tx)
            }
            #expect(
                try await database.number("SELECT count(*) AS n FROM history_wanted WHERE hearer = 'certificate'") == 1
            )
        }
    }

    @Test("a service upgraded with facts in its inbox has heard those who told them")
    func upgraded() async throws {
        let before = messagingMigrations.filter { !$0.name.hasPrefix("m003") }
        try await ScratchDatabase.with(before, service: "certificate") { pool, database in
            try await pool.transaction { tx in
                try tx.execute(
                    """
                    INSERT INTO consumer_position (source, subject, last)
                    VALUES ('/gongjiang/filing', \(NewID.v7()), 3), ('/gongjiang/filing', \(NewID.v7()), 1)
                    """
                )
            }
            let migrator = Migrator(messagingMigrations, servingRole: database.configuration.user ?? "")
            try await migrator.migrate(database.ownerConfiguration, logger: Logger(label: "upgrade"))
            #expect(
                try await pool.number("SELECT count(*) AS n FROM history_asked WHERE heard_at IS NOT NULL") == 1
            )
        }
    }
}
