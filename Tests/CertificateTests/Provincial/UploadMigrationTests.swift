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
    @Test("are rejected ones there, with their difference, and go on when the version comes again")
    func takenBack() async throws {
        let keys = FileManager.default.temporaryDirectory.appending(path: "keys-\(NewID.v7().lowercase)")
            .path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: keys) }
        try KeyFolder.create(at: keys, services: ServiceName.allCases.map(\.rawValue))
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
            #expect(uploads.map { $0["state"]?.text } == ["rejected"])
            #expect(try await bench.ask("GET /drift", as: "centre").json["items"]?.elements.count == 1)
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
