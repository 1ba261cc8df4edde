import AMQP
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

/// The real executable killed while it enters a month, and started again.
@Suite("A file of attestations, whose service is killed", .timeLimit(.minutes(30)))
struct ImportFaults {
    @Test("goes on behind the last row that was entered: none is entered twice, and none is lost")
    func goesOn() async throws {
        let keys = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
            .path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: keys) }
        try KeyFolder.create(at: keys, services: ServiceName.allCases.map(\.rawValue))
        try await ScratchBroker.with { broker in
            try await broker.load(definitions: WireFormat.encode(Topology.planned))
            try await ServiceUnderTest.with(Main.self, keys: keys) { service, database in
                let appointment = try #require(try await service.appointed(1).first)
                try await service.travel(to: Sample.day("2026-12-02").start)
                // One good row, and thousands that are refused: each is noted once.
                let row = "01990000-0000-7000-8000-000000000999,无名,ZG-2,已兑现,"
                let rows = ["\(appointment),赵一,ZG-2,已兑现,"] + Array(repeating: row, count: 2_499)
                let list = try #require(await service.handIn(ImportStory.csv(rows)).member("id"))
                func start(crashAt point: String? = nil) async throws -> ServiceProcess {
                    // The lease of one that was killed would run out in some seconds, for which no test needs to wait.
                    try await service.database.transaction { tx in _ = try tx.execute("DELETE FROM task_lease") }
                    return try Self.start(database, broker, keys, crashAt: point)
                }
                #expect(try await start(crashAt: "attestation-import.after-rows:2").wasKilled())
                #expect(await service.get("/attestation-imports/\(list)").member("rows") == "1000")
                let last = try await start()
                let isDone = try await eventually {
                    await service.get("/attestation-imports/\(list)").member("state") == "finished"
                }
                await last.kill()
                #expect(isDone)
                let done = await service.get("/attestation-imports/\(list)")
                #expect(done.member("attested") == "1" && done.member("refused") == "2499", "\(done.text)")
                let kept = try await service.database.transaction { tx in
                    try tx.query(
                        """
                        SELECT ARRAY[(SELECT count(*) FROM attestation), (SELECT count(*) FROM attestation_import_row),
                            (SELECT count(*) FROM journal WHERE aggregate = 'attestation')]::int[] AS counts
                        """
                    ).first?.decode("counts", as: [Int].self)
                }
                #expect(kept == [1, 2_499, 1])
            }
        }
    }

    private static func start(
        _ database: ScratchDatabase,
        _ broker: ScratchBroker,
        _ keys: String,
        crashAt point: String?
    ) throws -> ServiceProcess {
        var address = URLComponents(string: ProcessInfo.processInfo.environment["GONGJIANG_TEST_POSTGRES"] ?? "")
        address?.user = database.configuration.user
        address?.password = database.configuration.password
        address?.path = "/" + (database.configuration.database ?? "")
        return try ServiceProcess(
            "compensation",
            [
                "GONGJIANG_DATABASE_URL": address?.string ?? "", "GONGJIANG_AMQP_URL": broker.url,
                "GONGJIANG_KEYS": keys, "GONGJIANG_CLOCK": "travel", "GONGJIANG_HTTP_PORT": "0",
                "GONGJIANG_LOG_LEVEL": "error", "CRASH_AT": point ?? "",
            ]
        )
    }
}
