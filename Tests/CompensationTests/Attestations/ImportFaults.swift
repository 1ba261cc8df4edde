import Contracts
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
        try await ServiceGround.with { ground in
            try await ServiceUnderTest.with(Main.self, keys: ground.keys) { service, database in
                let appointment = try #require(try await service.appointed(1).first)
                try await service.travel(to: Sample.day("2026-12-02").start)
                // One good row, and thousands that are refused: each is noted once.
                let row = "01990000-0000-7000-8000-000000000999,无名,ZG-2,已兑现,"
                let rows = ["\(appointment),赵一,ZG-2,已兑现,"] + Array(repeating: row, count: 2_499)
                let sent = await service.handIn(ImportStory.csv(rows))
                let list = try #require(sent.member("id"), "\(sent.text)")
                func start(crashAt point: String? = nil) async throws -> ServiceProcess {
                    try await ServiceGround.giveLeasesBack(in: service.database)
                    return try ground.start(.compensation, on: database, crashAt: point)
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
}
