import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("A service killed while it compares with benchmarks")
struct ParityCrashTests {
    @Test(
        "takes up where it was, and finds each shortfall once",
        arguments: ["parity.after-step:1", "parity.after-step:2", "journal.before-write"]
    )
    func dies(at point: String) async throws {
        try await ServiceGround.with { ground in
            try await ServiceUnderTest.with(Main.self, keys: ground.keys) { service, database in
                try await rehearse(service, ground, database, point)
            }
        }
    }

    private func rehearse(
        _ service: Service,
        _ ground: ServiceGround,
        _ database: ScratchDatabase,
        _ point: String
    ) async throws {
        let model = try await ParityStory.appointed(service, 1)
        try await service.tick()
        try await service.travel(to: Sample.day("2026-11-02").start.addingTimeInterval(9 * 3600))
        // More than two steps, every tenth below what is declared now.
        let paid = (0..<(2 * SweepParity.step + 50)).map { ("ZG-2", $0 % 10 == 0 ? 1_680_000 : 1_700_000) }
        try await ParitySeed.copy(model[0], paid, in: service.database)
        #expect(await service.declare(minimum: 1_700_000, from: "2026-11-02", correction: nil).status == 201)
        let first = try ground.start(.compensation, on: database, crashAt: point)
        #expect(await first.wasKilled())
        let second = try ground.start(.compensation, on: database)
        do {
            try await eventually("everything is compared", within: .seconds(300)) {
                try await service.database.transaction { tx in
                    try tx.query("SELECT count(*) AS n FROM parity_look WHERE done_on IS NULL").first?
                        .decode("n", as: Int.self) == 0
                }
            }
        } catch {
            await second.kill()
            throw error
        }
        await second.kill()
        let counts = try await service.database.transaction { tx in
            try tx.query(
                """
                SELECT count(*) AS shortfalls, count(DISTINCT appointment) AS appointments,
                    (SELECT count(*) FROM shortfall WHERE until_day IS NULL) AS short,
                    (SELECT count(*) FROM journal WHERE aggregate = 'shortfall') AS journal,
                    (SELECT max(looked_at) FROM parity_look WHERE appointment IS NULL) AS looked_at
                FROM shortfall
                """
            ).first.map { row in
                try ["shortfalls", "appointments", "short", "journal", "looked_at"].map {
                    try row.decode($0, as: Int.self)
                }
            }
        }
        let short = paid.count { $0.1 == 1_680_000 } + 1
        #expect(counts == [short, short, short, short, paid.count + 1])
    }
}
