import CertificateDomain
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

@testable import CertificateService

@Suite("A service that is taken back to an older version and forward again", .timeLimit(.minutes(30)))
struct RollingBackTests {
    /// A version to go back to, and how certificates that were revoked or cancelled stand in it.
    struct Step: Sendable, CustomTestStringConvertible {
        let version: String
        let withdrawn: String

        var testDescription: String { version }
    }

    private static let steps = [
        Step(version: "v010_passed_over", withdrawn: "suspended"),
        Step(version: "v007_hand_over", withdrawn: "suspended"),
        Step(version: "v003_filing_life", withdrawn: "suspended"),
        Step(version: "v002_objections", withdrawn: "taken-out"),
    ]

    @Test("has every number, void and reserved ones too, and what was revoked is never in force", arguments: steps)
    func thereAndBack(_ step: Step) async throws {
        try await Self.with { bench, database in
            try await bench.issued()
            let path = try await bench.certificate(0)
            let why = #"{"reason":"fraud","note":"业绩材料系伪造"}"#
            #expect(try await bench.ask("POST \(path)/revocation", as: "hr", version: 3, body: why).status == 200)
            try await Self.reserve(bench)
            try await Self.enterHistoric(bench)
            let before = try await Self.kept(bench.pool)
            #expect(before.filter { $0.hasPrefix("ledger") }.count == 5)
            try await database.goBack(to: step.version)
            let owner = PostgresPool(database.ownerConfiguration, size: 1, logger: Logger(label: "owner"))
            let stages = try await owner.transaction { tx in
                try tx.query("SELECT stage FROM certificate WHERE state::text LIKE '%王建国%' ORDER BY id")
                    .map { try $0.decode("stage", as: String.self) }
            }
            await owner.close()
            #expect(stages.first == step.withdrawn)
            try await database.goForward()
            let pool = PostgresPool(database.configuration, size: 1, logger: Logger(label: "after"))
            #expect(try await Self.kept(pool) == before)
            #expect(try await pool.transaction { tx in try RecountNumbers()(.init(), in: tx).isSound })
            await pool.close()
        }
    }

    @Test("explains what was reserved for somebody whom the older version numbered meanwhile")
    func numberedMeanwhile() async throws {
        try await Self.with { bench, database in
            try await Self.reserve(bench)
            try await database.goBack(to: "v007_hand_over")
            let owner = PostgresPool(database.ownerConfiguration, size: 1, logger: Logger(label: "owner"))
            try await owner.transaction { tx in
                try tx.execute("UPDATE certificate_counter SET last = last + 1")
                try tx.execute(
                    """
                    UPDATE certificate SET number = 'Y00003716000126T000003', stage = 'numbered',
                        state = jsonb_build_object('numbered', jsonb_build_object(
                            'holding', state #> '{prepared,holding}', 'number', 'Y00003716000126T000003',
                            'on', '2026-10-14'))
                    WHERE stage = 'prepared'
                    """
                )
            }
            await owner.close()
            try await database.goForward()
            let pool = PostgresPool(database.configuration, size: 1, logger: Logger(label: "after"))
            let ledger = try await Self.kept(pool).filter { $0.hasPrefix("ledger") }
            #expect(
                ledger.map { $0.split(separator: " ").dropFirst().prefix(4).joined(separator: " ") } == [
                    "1 void reserved numbered-meanwhile", "2 void reserved taken-out", "3 given after-audit -",
                ]
            )
            #expect(try await pool.transaction { tx in try RecountNumbers()(.init(), in: tx).isSound })
            await pool.close()
        }
    }

    @Test("keeps statements that were replaced, corrections asked for, and certificates from before that were revoked")
    func keptAside() async throws {
        try await Self.with { bench, database in
            try await bench.issued()
            let asked = try await bench.request(#"{"name":"李铭"}"#, of: "李明")
            #expect(try await bench.decide(asked, "acceptance").status == 200)
            #expect(try await bench.request(#"{"name":"王建囯"}"#, of: "王建国").status == 201)
            let list =
                "证书编号,姓名,身份证号码,评价机构,统一社会信用代码,所在单位,职业名称,工种,职业编码,发证日期\n"
                + "Y00003716000124T000001,赵强,,滨州重工有限公司,91371600MA3N00011J,焊接车间,焊工,--,"
                + "6-18-02-04,2024-07-01\n"
            let path = "POST /historic-certificates/import?name=list.csv"
            #expect(try await bench.ask(path, as: "centre", body: list).json["entered"]?.int == 1)
            let entry = try await bench.ask("GET /register?origin=historic", as: "centre").json["items"]?[0]
            let fraud = #"{"reason":"fraud","note":"业绩材料系伪造"}"#
            let historic = "/historic-certificates/\(entry?["id"]?.text ?? "")"
            let revoked = try await bench.ask("POST \(historic)/revocation", as: "bureau", version: 1, body: fraud)
            #expect(revoked.status == 200, "\(revoked.text)")
            let before = try await Self.aside(bench.pool)
            #expect(before.count == 4, "\(before)")
            try await database.goBack(to: "v026_upload_ways")
            let owner = PostgresPool(database.ownerConfiguration, size: 1, logger: Logger(label: "owner"))
            let shown = try await owner.transaction { tx in
                try tx.query("SELECT status FROM certificate_entry WHERE is_historic")
                    .map { try $0.decode("status", as: String.self) }
            }
            await owner.close()
            #expect(shown == ["struck"], "nobody is told that it is in force")
            try await database.goForward()
            let pool = PostgresPool(database.configuration, size: 1, logger: Logger(label: "after"))
            #expect(try await Self.aside(pool) == before)
            await pool.close()
        }
    }

    /// What the version before the last knows nothing of.
    private static func aside(_ pool: PostgresPool) async throws -> [String] {
        try await pool.transaction { tx in
            try tx.query(
                """
                SELECT concat_ws(' ', 'statement', certificate, key, mark, superseded_on, reason) AS line
                    FROM statement_superseded
                UNION ALL SELECT concat_ws(' ', 'request', id, stage, encode(words, 'hex'), state, version)
                    FROM correction_request
                UNION ALL SELECT concat_ws(' ', 'historic', id, stage, state, version) FROM historic_certificate
                ORDER BY 1
                """
            ).map { try $0.decode("line", as: String.self) }
        }
    }

    /// Two numbers reserved, of which one comes to nothing.
    private static func reserve(_ bench: Bench) async throws {
        try await bench.follow(numbers: "reserved", from: "2026-10-14")
        try await bench.tell(bench.approved(20, names: ["赵六", "钱七"]))
        for path in try await bench.registrations().suffix(1) { try await bench.step(path, "submission", as: "hr") }
        try await bench.tell(publicity: Publicity.removed(Samples.uuid(2001)))
    }

    private static func enterHistoric(_ bench: Bench) async throws {
        let cause = Cause.system("test", now: Samples.day("2026-10-14").start)
        try await bench.pool.transaction { tx in
            let number = try CertificateNumber("Y00003716000125T000077")
            let book = NumberBook(journal: Journal())
            _ = try book.enter(
                [.init(number: number, certificate: nil, registration: nil, origin: "台账")],
                from: .historic,
                because: cause,
                in: tx
            )
            try tx.execute(
                """
                INSERT INTO historic_certificate (id, number, credit_code, issued_on, state, version)
                VALUES (\(Samples.uuid(900)), \(number.text), '91371600MA3N00011J', '2025-05-01', '{}', 1)
                """
            )
        }
    }

    /// All that has to be there again: the ledger, the series, the certificates and what was entered of before.
    private static func kept(_ pool: PostgresPool) async throws -> [String] {
        try await pool.transaction { tx in
            try tx.query(
                """
                SELECT concat_ws(' ', 'ledger', serial, standing, source, coalesce(reason, '-'), series, certificate,
                    registration, noted_on) AS line FROM number_ledger
                UNION ALL SELECT concat_ws(' ', 'series', series, first, last, id, version) FROM certificate_counter
                UNION ALL SELECT concat_ws(' ', 'certificate', id, number, stage, state, version, issued_on) FROM certificate
                UNION ALL SELECT concat_ws(' ', 'historic', id, number, issued_on) FROM historic_certificate
                ORDER BY 1
                """
            ).map { try $0.decode("line", as: String.self) }
        }
    }

    private static func with(_ body: @Sendable (Bench, ScratchDatabase) async throws -> Void) async throws {
        try await ScratchKeys.with { keys in
            try await ServiceUnderTest.with(Main.self, keys: keys) { service, database in
                let bench = Bench(service: service)
                try await bench.travel(to: "2026-10-14")
                try await body(bench, database)
            }
        }
    }
}

extension ScratchDatabase {
    private var migrator: Migrator {
        Migrator(Main.allMigrations, servingRole: configuration.user ?? "certificate")
    }

    /// Takes everything after a migration back.
    fileprivate func goBack(to name: String) async throws {
        _ = try await migrator.rollBack(to: name, ownerConfiguration, logger: Logger(label: "back"))
    }

    fileprivate func goForward() async throws {
        _ = try await migrator.migrate(ownerConfiguration, logger: Logger(label: "forward"))
    }
}
