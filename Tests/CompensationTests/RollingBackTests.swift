import Contracts
import Cryptography
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("A service of compensation that is taken back to an older version and forward again", .timeLimit(.minutes(30)))
struct RollingBackTests {
    @Test(
        "has every appointment, waiting ones too, with seats, bands, ends and days of pay",
        arguments: ["v013_inspections", "v006_parity", "v004_configuration"]
    )
    func thereAndBack(_ version: String) async throws {
        let keys = FileManager.default.temporaryDirectory.appending(path: "keys-\(NewID.v7().lowercase)")
            .path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: keys) }
        try KeyFolder.create(at: keys, services: ServiceName.allCases.map(\.rawValue))
        try await ServiceUnderTest.with(Main.self, keys: keys) { service, database in
            try await prepare(service)
            let before = try await kept(service.database)
            #expect(before.count == 11)
            let migrator = Migrator(Main.allMigrations, servingRole: database.configuration.user ?? "compensation")
            _ = try await migrator.rollBack(to: version, database.ownerConfiguration, logger: Logger(label: "back"))
            if version < "v005" {
                let owner = PostgresPool(database.ownerConfiguration, size: 1, logger: Logger(label: "owner"))
                let seats = try await owner.transaction { tx in
                    try tx.query("SELECT jsonb_array_length(state #> '{established,_1}') AS n FROM post").first?
                        .decode("n", as: Int.self)
                }
                await owner.close()
                #expect(seats == 2)
            }
            _ = try await migrator.migrate(database.ownerConfiguration, logger: Logger(label: "forward"))
            let pool = PostgresPool(database.configuration, size: 1, logger: Logger(label: "after"))
            #expect(try await kept(pool) == before)
            await pool.close()
        }
    }

    /// One that waits, one in another band with an end told ahead, one paid from before its term.
    private func prepare(_ service: Service) async throws {
        let post = try await service.prepare(headcount: 3)
        try await service.hear(Sample.approved((1...3).map(Sample.id)), from: .evaluation)
        #expect(await service.engage(1, to: post, payFrom: "2026-10-20").status == 201)
        try await service.hear(Sample.issued(2), from: .certificate)
        let id = await service.appoint(2, to: post).member("id") ?? ""
        for (what, version, body) in [
            ("band", 1, #"{"band":{"code":"ZG-2","minimumFen":1700000},"from":"2027-01-01","reason":"晋档"}"#),
            ("end", 2, #"{"reason":"leaving","on":"2027-06-30"}"#),
        ] {
            let answer = await service.call(
                "POST",
                "/appointments/\(id)/\(what)",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                json: body,
                ifMatch: version
            )
            #expect(answer.status == 200)
        }
        #expect(await service.engage(3, to: post, payFrom: "2026-10-14").status == 201)
        try await service.hear(Sample.issued(3), from: .certificate)
    }

    private func kept(_ pool: PostgresPool) async throws -> [String] {
        try await pool.transaction { tx in
            try tx.query(
                """
                SELECT concat_ws(' ', 'appointment', id, version, certificate, pay_from, last_day, is_ended, state) AS line
                FROM appointment
                UNION ALL SELECT concat_ws(' ', 'holder', id, version, phase, state) FROM holder
                UNION ALL SELECT concat_ws(' ', 'post', id, version, jsonb_array_length(state #> '{established,_1}')) FROM post
                UNION ALL SELECT concat_ws(' ', 'band', appointment, from_day, until_day, band, minimum_fen)
                FROM appointment_band
                ORDER BY 1
                """
            ).map { try $0.decode("line", as: String.self) }
        }
    }
}
