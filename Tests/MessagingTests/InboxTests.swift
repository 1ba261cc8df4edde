import AMQP
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import TestSupport
import Testing

@Suite("The inbox")
struct InboxTests {
    /// Runs `body` with an inbox of the publicity timer on a fresh database.
    private func withInbox(
        _ body: (_ hear: @Sendable ([Message]) async throws -> Void, PostgresPool) async throws -> Void
    ) async throws {
        try await ScratchDatabase.with(messagingMigrations + [Effects.migration], service: "publicity") { database in
            let inbox = Inbox(
                service: .publicityTimer,
                subscriptions: [Effects.subscription()],
                clock: BusinessClock(travels: false)
            )
            try await body(
                { messages in try await database.transaction { tx in try inbox.apply(messages, in: tx) } },
                database
            )
        }
    }

    @Test(
        "applies each fact once and in order, whatever comes twice, late or early",
        arguments: [
            [[1, 2, 3]], [[1, 1, 2, 2, 3]], [[3, 2, 1]], [[2], [3], [1]], [[1, 3], [3], [2, 1]],
            [[2, 3], [1], [1, 2, 3]], [[1, 2], [2, 3]], [[1], [2], [3]], [[3], [1, 2]], [[1], [3, 2]],
            [[2], [1, 2, 3]],
        ]
    )
    func ordersAndDedupes(batches: [[Int]]) async throws {
        try await withInbox { hear, database in
            let subject = NewID.v7()
            let facts = try deliveries(subject, [1, 2, 3])
            for batch in batches { try await hear(batch.map { facts[$0 - 1] }) }
            #expect(try await Effects.words(of: subject, in: database) == ["1", "2", "3"])
            #expect(try await database.number("SELECT count(*) AS n FROM inbox_deferred") == 0)
            #expect(try await database.number("SELECT last AS n FROM consumer_position") == 3)
        }
    }

    @Test("keeps a fact that is too early, and says so")
    func keepsGaps() async throws {
        try await withInbox { hear, database in
            let subject = NewID.v7()
            try await hear(try deliveries(subject, [2]))
            #expect(try await Effects.words(of: subject, in: database) == [])
            #expect(try await database.number("SELECT count(*) AS n FROM inbox_deferred WHERE reason = 'gap'") == 1)
        }
    }

    @Test(
        "parks what cannot be read, comes from an unknown speaker, or repeats an id with another body; the rest goes on"
    )
    func parks() async throws {
        try await withInbox { hear, database in
            let subject = NewID.v7()
            let facts = try deliveries(subject, [1, 2])
            var unreadable = facts[0]
            unreadable.headers = [:]
            var stranger = try Message(telling: told(NewID.v7()), from: .evaluation, sequence: 1, at: Date())
            stranger.headers["cloudEvents:source"] = .string("/somebody/else")
            var forged = facts[0]
            forged.body = Array("{}".utf8)
            try await hear([unreadable, facts[0], stranger, forged, facts[1]])
            try await hear([forged])
            #expect(try await Effects.words(of: subject, in: database) == ["1", "2"])
            let errors = try await database.transaction { tx in
                try tx.query("SELECT error FROM inbox_deferred WHERE reason = 'parked' ORDER BY deferred_at, error")
                    .map { try $0.decode("error") as String }
            }
            #expect(errors.count == 3)
            #expect(errors.contains { $0.contains("is missing") })
            #expect(errors.contains { $0.contains("unknown speaker") })
            #expect(errors.count { $0.contains("another body") } == 1)
        }
    }

    @Test("passes over a type it does not know and moves on")
    func passesOver() async throws {
        try await withInbox { hear, database in
            let subject = NewID.v7()
            var facts = try deliveries(subject, [1, 2])
            facts[0].headers["cloudEvents:type"] = .string("gongjiang.evaluation.something-new.v1")
            try await hear(facts)
            #expect(try await Effects.words(of: subject, in: database) == ["2"])
        }
    }
}
