import Contracts
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
        try await ServiceGround.with { ground in
            try await ServiceUnderTest.with(Main.self, keys: ground.keys) { service, database in
                let desk = Desk(service: service)
                try await desk.begin()
                let round = try await desk.openRound()
                let file = try Applicants.csv(count: 3_200)
                let sent = await desk.hr("POST", "/rounds/\(round)/applications/import?name=a.csv", body: file)
                let list = try #require(sent.member("id"), "\(sent.text)")
                func start(crashAt point: String? = nil) async throws -> ServiceProcess {
                    try await ServiceGround.giveLeasesBack(in: service.database)
                    return try ground.start(.evaluation, on: database, crashAt: point)
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
}
