import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import TestSupport
import Testing

/// From one service's transaction to another's, over a real broker.
@Suite("A fact on its way", .timeLimit(.minutes(30)))
struct DeliveryTests {
    /// Runs `body` beside the messaging of a speaker and a hearer.
    private func withBoth(
        broken: Effects.Broken = Effects.Broken(),
        topology: Bool = true,
        _ body: (Outbox, _ speaker: PostgresPool, _ hearer: PostgresPool, ScratchBroker) async throws -> Void
    ) async throws {
        try await ScratchBroker.with { broker in
            if topology { try await broker.loadPlan() }
            try await ScratchDatabase.with(messagingMigrations, service: "evaluation") { speaker in
                try await ScratchDatabase.with(
                    messagingMigrations + [Effects.migration],
                    service: "publicity"
                ) { hearer in
                    let outbox = Outbox(service: .evaluation)
                    let speaking = try messaging(
                        of: .evaluation,
                        [],
                        outbox: outbox,
                        database: speaker,
                        broker: broker
                    )
                    let hearing = try messaging(
                        of: .publicityTimer,
                        [Effects.subscription(broken: broken)],
                        outbox: Outbox(service: .publicityTimer),
                        database: hearer,
                        broker: broker
                    )
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        group.addTask { await speaking.run() }
                        group.addTask { await hearing.run() }
                        try await body(outbox, speaker, hearer, broker)
                        group.cancelAll()
                        await speaking.drain()
                        await hearing.drain()
                    }
                }
            }
        }
    }

    @Test("arrives once and in order, and the outbox is empty afterwards")
    func arrives() async throws {
        try await withBoth { outbox, speaker, hearer, _ in
            let subjects = (0..<20).map { _ in NewID.v7() }
            for turn in 1...50 {
                try await speaker.transaction { tx in
                    for subject in subjects { try outbox.announce(told(subject, "\(turn)"), because: .test, in: tx) }
                }
            }
            let all = try await eventually { try await hearer.number("SELECT count(*) AS n FROM effect") == 1000 }
            #expect(all)
            for subject in subjects {
                #expect(try await Effects.words(of: subject, in: hearer) == (1...50).map(String.init))
            }
            let isEmpty = try await eventually { try await speaker.number("SELECT count(*) AS n FROM outbox") == 0 }
            #expect(isEmpty)
            #expect(try await speaker.number("SELECT count(*) AS n FROM outbox_archive WHERE sent") == 1000)
        }
    }

    @Test("waits in the outbox while no queue takes it, and goes when the topology is there")
    func waits() async throws {
        try await withBoth(topology: false) { outbox, speaker, hearer, broker in
            try await broker.declareExchange(Topology.facts)
            let subject = NewID.v7()
            try await speaker.transaction { tx in try outbox.announce(told(subject, "a"), because: .test, in: tx) }
            let isReturned = try await eventually {
                try await speaker.number(
                    "SELECT count(*) AS n FROM outbox WHERE attempts > 0 AND last_error LIKE 'returned%'"
                ) == 1
            }
            #expect(isReturned)
            try await broker.loadPlan()
            let hasArrived = try await eventually { try await Effects.words(of: subject, in: hearer) == ["a"] }
            #expect(hasArrived)
        }
    }

    @Test("goes on after the broker has closed every connection")
    func survivesTheBroker() async throws {
        try await withBoth { outbox, speaker, hearer, broker in
            let subject = NewID.v7()
            for turn in 1...30 {
                try await speaker.transaction { tx in
                    try outbox.announce(told(subject, "\(turn)"), because: .test, in: tx)
                }
                if turn % 10 == 0 { try await broker.closeConnections() }
            }
            let all = try await eventually { try await Effects.words(of: subject, in: hearer).count >= 30 }
            #expect(all)
            #expect(try await Effects.words(of: subject, in: hearer) == (1...30).map(String.init))
        }
    }

    @Test("that cannot be applied is put aside, does not stop others, and is applied in its turn when it can be")
    func retries() async throws {
        let broken = Effects.Broken("2")
        try await withBoth(broken: broken) { outbox, speaker, hearer, _ in
            let (lame, sound) = (NewID.v7(), NewID.v7())
            try await speaker.transaction { tx in
                for turn in 1...3 {
                    try outbox.announce(told(lame, "\(turn)"), because: .test, in: tx)
                    try outbox.announce(told(sound, "好\(turn)"), because: .test, in: tx)
                }
            }
            let others = try await eventually { try await Effects.words(of: sound, in: hearer).count == 3 }
            #expect(others)
            #expect(try await Effects.words(of: lame, in: hearer) == ["1"])
            broken.mend()
            let mended = try await eventually { try await Effects.words(of: lame, in: hearer).count == 3 }
            #expect(mended)
            #expect(try await Effects.words(of: lame, in: hearer) == ["1", "2", "3"])
            #expect(try await hearer.number("SELECT count(*) AS n FROM inbox_deferred") == 0)
        }
    }

    @Test(
        "can be told again from the archive to a hearer that lost everything, and changes nothing for one that did not"
    )
    func replays() async throws {
        try await withBoth { outbox, speaker, hearer, broker in
            let subject = NewID.v7()
            for turn in 1...5 {
                try await speaker.transaction { tx in
                    try outbox.announce(told(subject, "\(turn)"), because: .test, in: tx)
                }
            }
            let all = try await eventually { try await Effects.words(of: subject, in: hearer).count == 5 }
            #expect(all)
            let again = try messaging(
                of: .evaluation,
                [],
                outbox: Outbox(service: .evaluation),
                database: speaker,
                broker: broker
            )
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await again.run() }
                let sent = try await eventually {
                    (try? await again.replay(to: .publicityTimer).sent) == 5
                }
                #expect(sent)
                await #expect(throws: Replay.NotAHearer.self) { try await again.replay(to: .evaluation) }
                group.cancelAll()
                await again.drain()
            }
            let repeated = try await eventually { try await broker.depth("gongjiang.publicity-timer") == 0 }
            #expect(repeated)
            #expect(try await Effects.words(of: subject, in: hearer).count == 5)
        }
    }
    @Test("that the broker refuses holds back what follows it, and nothing else, until it is let go again")
    func holdsBack() async throws {
        try await withBoth { outbox, speaker, hearer, broker in
            let (lame, sound) = (NewID.v7(), NewID.v7())
            try await speaker.transaction { tx in
                try outbox.announce(told(lame, "1"), because: .test, in: tx)
                try outbox.announce(told(lame, "2"), because: .test, in: tx)
                try outbox.announce(told(sound, "好"), because: .test, in: tx)
                // As the relay does with a fact the broker will never take.
                try tx.execute("INSERT INTO outbox_stopped (exchange, subject) VALUES (\(Topology.facts), \(lame))")
            }
            try await speaker.transaction { tx in
                try tx.execute(
                    "UPDATE outbox SET parked_at = clock_timestamp() WHERE subject = \(lame) AND sequence = 1"
                )
            }
            let others = try await eventually { try await Effects.words(of: sound, in: hearer) == ["好"] }
            #expect(others)
            #expect(try await Effects.words(of: lame, in: hearer).isEmpty)
            let parked = try await speaker.transaction { tx in try Parked.list(after: nil, limit: 10, in: tx) }
            #expect(parked.map(\.sequence) == [1])
            let isFreed = try await speaker.transaction { tx in
                try parked.map { try Parked.retry($0.id, in: tx) }
            }
            #expect(isFreed == [true])
            let all = try await eventually { try await Effects.words(of: lame, in: hearer) == ["1", "2"] }
            #expect(all)
            #expect(try await speaker.number("SELECT count(*) AS n FROM outbox_stopped") == 0)
        }
    }
}
