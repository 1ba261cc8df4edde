import AMQP
import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

/// The real executable killed while it enters a list, and started again.
@Suite("A file of applications, whose service is killed", .timeLimit(.minutes(30)))
struct ImportFaults {
    @Test("goes on behind the last row that was entered: every row is entered once, and none is lost")
    func goesOn() async throws {
        let keys = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
            .path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: keys) }
        try KeyFolder.create(at: keys, services: ServiceName.allCases.map(\.rawValue))
        try await ScratchBroker.with { broker in
            try await broker.load(definitions: WireFormat.encode(Topology.planned))
            try await ServiceUnderTest.with(Main.self, keys: keys) { service, database in
                let desk = Desk(service: service)
                try await desk.begin()
                let round = try await desk.openRound()
                let file = try Applicants.csv(count: 3_200)
                let sent = await desk.hr("POST", "/rounds/\(round)/applications/import?name=a.csv", body: file)
                let list = try #require(sent.member("id"), "\(sent.text)")
                func start(crashAt point: String? = nil) async throws -> ServiceProcess {
                    // The lease of one that was killed would run out in some seconds, for which no test needs to wait.
                    try await service.database.transaction { tx in _ = try tx.execute("DELETE FROM task_lease") }
                    return try Self.start(database, broker, keys, crashAt: point)
                }
                // Each time with a thousand rows written and not committed, after a thousand that were.
                #expect(try await start(crashAt: "import.after-rows:2").wasKilled())
                var entered = try await desk.count("application")
                #expect(entered == 1_000)
                #expect(try await start(crashAt: "import.after-rows:2").wasKilled())
                entered = try await desk.count("application")
                #expect(entered == 2_000)
                #expect(await desk.hr("GET", "/application-imports/\(list)").member("rows") == "2000")
                let last = try await start()
                let isDone = try await eventually {
                    await desk.hr("GET", "/application-imports/\(list)").member("state") == "finished"
                }
                await last.kill()
                #expect(isDone)
                let done = await desk.hr("GET", "/application-imports/\(list)")
                #expect(done.member("entered") == "3200" && done.member("expectedRows") == "3200", "\(done.text)")
                #expect(try await Self.counts(desk) == [3_200, 3_200, 3_200, 3_200])
            }
        }
    }

    /// Applications, persons, rows told and entries of the journal that say something was handed in.
    private static func counts(_ desk: Desk) async throws -> [Int] {
        try await desk.service.database.transaction { tx in
            try tx.query(
                """
                SELECT ARRAY[(SELECT count(*) FROM application), (SELECT count(*) FROM person),
                    (SELECT count(*) FROM application_import_row),
                    (SELECT count(DISTINCT aggregate_id) FROM journal WHERE kind = 'submitted')]::int[] AS counts
                """
            ).first?.decode("counts") ?? []
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
            "evaluation",
            [
                "GONGJIANG_DATABASE_URL": address?.string ?? "", "GONGJIANG_AMQP_URL": broker.url,
                "GONGJIANG_KEYS": keys, "GONGJIANG_CLOCK": "travel", "GONGJIANG_HTTP_PORT": "0",
                "GONGJIANG_LOG_LEVEL": "error", "CRASH_AT": point ?? "",
            ]
        )
    }
}
