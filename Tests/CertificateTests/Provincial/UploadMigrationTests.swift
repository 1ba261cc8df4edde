import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Logging
import Postgres
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import CertificateService

@Suite("Records taken back, before the version that knows of it", .timeLimit(.minutes(30)))
struct UploadMigrationTests {
    @Test("are rejected ones there, with their difference, and are what they were when the version comes again")
    func takenBack() async throws {
        try await ScratchKeys.with { keys in
            try await ServiceUnderTest.with(Main.self, keys: keys) { service, database in
                let bench = Bench(service: service)
                try await bench.travel(to: "2026-10-14")
                let path = try await bench.issued(names: ["王建国"])
                #expect(await service.call("POST", "\(path)/upload-workbook", as: .centreOfficer).status == 200)
                let shown = try await bench.ask("GET \(path)", as: "hr").json["certificates"]?[0]
                let cancelled = try await bench.ask(
                    "POST /certificates/\(shown?["id"]?.text ?? "")/cancellation",
                    as: "hr",
                    version: 3,
                    body: #"{"reason":"holder-request","note":"本人书面申请"}"#
                )
                #expect(cancelled.status == 200)
                let workbook = await service.call("POST", "\(path)/upload-workbook", as: .centreOfficer)
                let reader = try Spreadsheet(.bytes(workbook.body)).rows(of: .preferred(ReceiptWorkbook.sheet))
                _ = try reader.next()
                let cells = try reader.next()?.cells.map(\.text) ?? []
                #expect(cells.contains("撤回:证书已注销"))
                #expect(try await state(bench) == ["withdrawal-sent", "withdrawal"])

                let migrations = Main.allMigrations
                let place = try #require(migrations.firstIndex { $0.name == "v026_upload_ways" })
                let migrator = Migrator(migrations, servingRole: database.configuration.user ?? "certificate")
                let logger = Logger(label: "rehearsal")
                let before = migrations[place - 1].name
                let back = try await migrator.rollBack(to: before, database.ownerConfiguration, logger: logger)
                #expect(back.contains("v026_upload_ways"))
                #expect(try await state(bench) == ["rejected", "contradiction"])
                let kept = try await bench.pool.transaction { tx in
                    try tx.query("SELECT state FROM upload").map { try $0.json("state", as: Upload.self) }
                }
                #expect(kept.first?.progress?.trail.map(\.stage) == [.queued, .sent, .rejected, .rejected])
                try await migrator.migrate(database.ownerConfiguration, logger: logger)
                let uploads = try await bench.ask("GET /uploads", as: "centre").json["items"]?.elements ?? []
                #expect(uploads.map { $0["state"]?.text } == ["withdrawal-sent"])
                let steps = uploads.first?["steps"]?.elements.compactMap { $0["state"]?.text }
                #expect(steps == ["queued", "sent", "withdrawing", "withdrawal-sent"])
                #expect(try await state(bench) == ["withdrawal-sent", "withdrawal"])
            }
        }
    }

    /// Takes the service back before what knows of looks by registration and certificates alike, and forward again.
    private func again(_ database: ScratchDatabase, after body: () async throws -> Void) async throws {
        let migrator = Migrator(Main.allMigrations, servingRole: database.configuration.user ?? "certificate")
        let logger = Logger(label: "rehearsal")
        _ = try await migrator.rollBack(to: "v028_correction_requests", database.ownerConfiguration, logger: logger)
        try await body()
        try await migrator.migrate(database.ownerConfiguration, logger: logger)
    }

    private func with(_ body: @Sendable (Bench, ScratchDatabase) async throws -> Void) async throws {
        try await ScratchKeys.with { keys in
            try await ServiceUnderTest.with(Main.self, keys: keys) { service, database in
                let bench = Bench(service: service)
                try await bench.travel(to: "2026-10-14")
                try await body(bench, database)
            }
        }
    }

    private func look(_ bench: Bench) async throws {
        let province = bench.service.definition.province
        try await bench.pool.transaction { tx in
            _ = try province.queue(at: Samples.day("2026-10-14").start.addingTimeInterval(12 * 3600), in: tx)
        }
    }

    private func run(_ sql: SQL, _ bench: Bench) async throws {
        try await bench.pool.transaction { tx in _ = try tx.execute(sql) }
    }

    private func uploads(_ bench: Bench) async throws -> [String] {
        try await bench.pool.transaction { tx in
            try tx.query("SELECT stage || ' ' || revision AS line FROM upload ORDER BY id").map {
                try $0.decode("line")
            }
        }
    }

    @Test("of certificates issued before are not sent again for the number alone, and keep what people see of them")
    func lookedThroughBefore() async throws {
        try await with { bench, database in
            try await bench.layDown(["provincialAudit": #""recorded""#])
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            _ = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: #"{"outcome":"passed"}"#
            )
            try await look(bench)
            let passed =
                #"{"office":"provincial","outcome":"passed","reference":"省审1","on":"2026-10-14"}"#
            _ = try await bench.ask("POST \(path)/recorded-audit", as: "province", version: 3, body: passed)
            #expect(try await bench.ask("POST \(path)/issue", as: "hr", version: 4).status == 200)
            try await again(database) {
                // As the version before left it: seen nationally, and looked through by its own reckoning.
                try await run(
                    """
                    UPDATE upload SET stage = 'visible-nationally',
                        state = jsonb_set(state, '{known,_0,stage}', '"visible-nationally"')
                    """,
                    bench
                )
                try await run(
                    """
                    UPDATE upload_look SET version = registration.version + (
                        SELECT sum(version) FROM certificate WHERE certificate.registration = registration.id)
                    FROM registration WHERE registration.id = upload_look.registration
                    """,
                    bench
                )
            }
            try await look(bench)
            #expect(try await uploads(bench) == ["visible-nationally 1", "visible-nationally 1"])
            // Another's change has them looked through, and what one says differs after all.
            let second = try await bench.certificate(1)
            let holder = #"{"reason":"holder-request","note":"本人书面申请"}"#
            #expect(
                try await bench.ask("POST \(second)/cancellation", as: "hr", version: 3, body: holder).status == 200
            )
            try await look(bench)
            #expect(try await uploads(bench) == ["visible-nationally 1", "withdrawing 2"])
            let asked = try await bench.request(#"{"name":"王建囯"}"#, of: "王建国")
            #expect(try await bench.decide(asked, "acceptance").status == 200)
            try await look(bench)
            #expect(try await uploads(bench) == ["resubmitted 2", "withdrawing 2"])
        }
    }

    private func state(_ bench: Bench) async throws -> [String] {
        try await bench.pool.transaction { tx in
            try tx.query("SELECT upload.stage, drift.kind FROM upload, drift").flatMap {
                [try $0.decode("stage", as: String.self), try $0.decode("kind", as: String.self)]
            }
        }
    }
}
