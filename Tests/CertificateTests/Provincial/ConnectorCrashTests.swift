import Contracts
import Foundation
import Kernel
import Postgres
import TestSupport
import Testing

@testable import CertificateService

@Suite("A service that dies while it asks the province")
struct ConnectorCrashTests {
    @Test(
        "has lost nothing and sent nothing twice to effect",
        arguments: ["province.before-send", "province.after-send", "province.before-note", "province.noted"]
    )
    func dies(at point: String) async throws {
        let sandbox = try await Sandbox.start()
        do {
            try await ServiceGround.with { ground in
                try await ServiceUnderTest.with(Main.self, keys: ground.keys) { service, database in
                    try await rehearse(Bench(service: service), ground, database, sandbox, point)
                }
            }
        } catch {
            await sandbox.end()
            throw error
        }
        await sandbox.end()
    }

    private func rehearse(
        _ bench: Bench,
        _ ground: ServiceGround,
        _ database: ScratchDatabase,
        _ sandbox: Sandbox,
        _ point: String
    ) async throws {
        try await bench.travel(to: "2026-10-14")
        _ = try await bench.issued()
        let settings = [
            "GONGJIANG_PROVINCE_TRANSPORT": "http", "GONGJIANG_PROVINCE_URL": sandbox.address,
            "GONGJIANG_PROVINCE_KEY": sandbox.keyFile, "GONGJIANG_PROVINCE_RHYTHM": "0.2",
        ]
        let first = try ground.start(.certificate, on: database, crashAt: point, settings: settings)
        #expect(await first.wasKilled())
        // The claim of the one that died would run out in some seconds, for which no test needs to wait.
        try await bench.pool.transaction { tx in
            try tx.execute("UPDATE province_delivery SET due_at = now() WHERE stage = 'waiting'")
            try tx.execute("UPDATE province_cursor SET due_at = now()")
        }
        let second = try ground.start(.certificate, on: database, settings: settings)
        do {
            try await eventually("everybody is accepted") {
                let uploads = try await bench.ask("GET /uploads", as: "centre").json["items"]?.elements ?? []
                return uploads.map { $0["state"]?.text } == ["accepted", "accepted"]
            }
        } catch {
            await second.kill()
            throw error
        }
        await second.kill()
        let state = try await Sandbox.control(sandbox.address, "GET /sandbox/state", "")
        #expect(state["deliveries"]?.int == 1)
        #expect(state["records"]?.elements.count == 2)
        let queued = try await bench.pool.transaction { tx in
            try tx.query("SELECT count(*) AS n FROM journal WHERE aggregate = 'upload' AND kind = 'queued'").first?
                .decode("n", as: Int.self)
        }
        #expect(queued == 2)
    }
}
