import Foundation
import Messaging
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("Looking at places outside the database")
struct LookTests {
    /// What eyes were doing, and the most of them at once.
    private struct Eyes {
        var open = 0
        var most = 0
        var seen: [Int] = []
    }

    private static let migration = Migration(
        "x001_places",
        forward: Array(
            """
            CREATE TABLE place (number int PRIMARY KEY, due int NOT NULL, sight text);
            INSERT INTO place SELECT n, 100 - n FROM generate_series(1, 30) AS n;
            GRANT SELECT, UPDATE ON place TO {{service}};
            """.utf8
        ),
        rollback: Array("DROP TABLE place;".utf8)
    )

    /// Looks at places as `see` does, ten a round; each is due once.
    private func looking(
        _ see: @escaping @Sendable (Int) async -> String
    ) throws
        -> @Sendable (PostgresPool)
        async throws -> Bool
    {
        let subscription = Subscription.look(
            every: .seconds(1),
            "look at places",
            together: 4,
            choose: { _, tx in
                let due = try tx.query(
                    "SELECT number FROM place WHERE due > 0 ORDER BY due LIMIT 10 FOR UPDATE SKIP LOCKED"
                ).map { try $0.decode("number", as: Int.self) }
                for number in due { try tx.execute("UPDATE place SET due = 0 WHERE number = \(number)") }
                return (due, due.count == 10)
            },
            see: see,
            note: { seen, _, tx in
                for (number, sight) in seen {
                    try tx.execute("UPDATE place SET sight = \(sight) WHERE number = \(number)")
                }
            }
        )
        let tick = try #require(subscription.tick)
        return { database in try await tick.come(database, BusinessClock(travels: false)) }
    }

    @Test("looks at those due longest first, a few together, and says that more may be due until nothing is")
    func looksTogether() async throws {
        try await ScratchDatabase.with(messagingMigrations + [Self.migration], service: "evaluation") { database in
            let eyes = Mutex(Eyes())
            let come = try looking { number in
                eyes.withLock {
                    $0.open += 1
                    $0.most = max($0.most, $0.open)
                }
                for _ in 0..<10 { await Task.yield() }
                eyes.withLock {
                    $0.open -= 1
                    $0.seen.append(number)
                }
                return "seen \(number)"
            }
            #expect(try await come(database))
            #expect(Set(eyes.withLock { $0.seen }) == Set(21...30))
            while try await come(database) {}
            #expect(eyes.withLock { $0.seen }.sorted() == Array(1...30))
            #expect((1...4).contains(eyes.withLock { $0.most }))
            #expect(
                try await database.number("SELECT count(*) AS n FROM place WHERE sight = 'seen ' || number") == 30
            )
        }
    }

    @Test("holds no connection while it looks: an eye can use the only one there is")
    func holdsNothing() async throws {
        try await ScratchDatabase.with(messagingMigrations + [Self.migration], service: "evaluation", size: 1) {
            database in
            let come = try looking { number in
                let rows = try? await database.transaction { tx in
                    // Waits for nobody: the choice is committed, and its locks are gone.
                    try tx.query("SELECT number FROM place WHERE number = \(number) FOR UPDATE NOWAIT").count
                }
                return rows == 1 ? "free" : "held"
            }
            while try await come(database) {}
            #expect(try await database.number("SELECT count(*) AS n FROM place WHERE sight = 'free'") == 30)
        }
    }

    @Test("two replicas look at each place once")
    func looksOnce() async throws {
        try await ScratchDatabase.with(messagingMigrations + [Self.migration], service: "evaluation", size: 4) {
            database in
            let seen = Mutex<[Int]>([])
            let come = try looking { number in
                seen.withLock { $0.append(number) }
                return "seen"
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { while try await come(database) {} } }
                try await group.waitForAll()
            }
            while try await come(database) {}
            #expect(seen.withLock { $0 }.sorted() == Array(1...30))
        }
    }

    @Test("who is told to stop while looking notes nothing of what was seen")
    func stops() async throws {
        try await ScratchDatabase.with(messagingMigrations + [Self.migration], service: "evaluation") { database in
            let come = try looking { _ in
                // Ends only by being cancelled.
                try? await Task.sleep(for: .seconds(3600))
                return "nothing"
            }
            await #expect(throws: CancellationError.self) {
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    group.addTask { try await come(database) }
                    while try await database.number("SELECT count(*) AS n FROM place WHERE due = 0") == 0 {
                        await Task.yield()
                    }
                    group.cancelAll()
                    _ = try await group.next()
                }
            }
            #expect(try await database.number("SELECT count(*) AS n FROM place WHERE sight IS NOT NULL") == 0)
        }
    }
}
