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

@Suite("Parity after a benchmark has changed, on a real database")
struct ParityStory {
    /// An enterprise with so many appointed at 16,800 yuan; answers their ids.
    static func appointed(_ service: Service, _ persons: Int) async throws -> [String] {
        let post = try await service.prepare(headcount: persons)
        try await service.hear(Sample.approved((1...persons).map(Sample.id)), from: .evaluation)
        var appointments: [String] = []
        for person in 1...persons {
            try await service.hear(Sample.issued(person), from: .certificate)
            appointments.append(await service.appoint(person, to: post).member("id") ?? "")
        }
        return appointments
    }

    private func change(
        _ service: Service,
        _ appointment: String,
        minimum: Int,
        version: Int = 1
    ) async -> PlainResponse {
        await service.call(
            "POST",
            "/appointments/\(appointment)/band",
            as: .enterpriseHR,
            of: Sample.employer.creditCode,
            json: #"{"band":{"code":"ZG-2","minimumFen":\#(minimum)},"from":"2026-11-02","reason":"随对标调整"}"#,
            ifMatch: version
        )
    }

    @Test("a band below is found, due by working days, told once it is overdue, and again when it is settled")
    func findsShortfalls() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await Self.appointed(service, 2)
            try await service.travel(to: Sample.day("2026-11-02").start.addingTimeInterval(9 * 3600))
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items") == "0 items")
            #expect(await service.declare(minimum: 1_700_000, from: "2026-11-02", correction: nil).status == 201)
            try await service.tick()
            try await service.tick()
            let found = await service.get("/shortfalls")
            #expect(found.member("items") == "2 items")
            #expect(found.member("items", "0", "state") == "open")
            #expect(found.member("items", "0", "required") == "ZG-2")
            // Twenty working days after Monday 2026-11-02.
            #expect(found.member("items", "0", "dueOn") == "2026-11-30")
            #expect(!found.text.contains("Fen"))
            #expect(
                await change(service, appointments[0], minimum: 1_699_999).member("code")
                    == "compensation.below-benchmark"
            )
            #expect(await change(service, appointments[0], minimum: 1_700_000).status == 200)
            let corrected = await service.get("/shortfalls")
            #expect(Set([0, 1].map { corrected.member("items", "\($0)", "state") }) == ["open", "settled"])
            #expect(try await service.said(CompensationOverdue.self).isEmpty)

            try await service.travel(to: Sample.day("2026-11-30").start.addingTimeInterval(20 * 3600))
            try await service.tick()
            #expect(try await service.said(CompensationOverdue.self).isEmpty)
            try await service.travel(to: Sample.day("2026-12-01").start.addingTimeInterval(3600))
            try await service.tick()
            try await service.tick()
            let told = try await service.said(CompensationOverdue.self)
            #expect(told.map(\.appointment.lowercase) == [appointments[1]])
            #expect(told.map(\.settledOn) == [nil])
            #expect(await change(service, appointments[1], minimum: 1_700_000).status == 200)
            let settled = try await service.said(CompensationOverdue.self)
            #expect(settled.map(\.settledOn) == [nil, Sample.day("2026-12-01")])
            #expect(settled.map(\.source) == ["benchmark", "benchmark"])
        }
    }

    @Test("one that takes effect later is compared when its day has come; a lower one settles by itself")
    func waitsForTheDay() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await Self.appointed(service, 1)
            #expect(await service.declare(minimum: 1_700_000, from: "2027-01-01", correction: nil).status == 201)
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items") == "0 items")
            try await service.travel(to: Sample.day("2027-01-01").start.addingTimeInterval(3600))
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items", "0", "since") == "2027-01-01")
            let id = await service.get("/shortfalls").member("items", "0", "id") ?? ""
            let still = await service.call(
                "POST",
                "/shortfalls/\(id)/settlement",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                json: #"{"how":"已补发"}"#,
                ifMatch: 1
            )
            #expect(still.member("code") == "compensation.still-short")
            // A band from a day when the benchmark was lower does not keep today's.
            #expect(await change(service, appointments[0], minimum: 1_680_000).status == 200)
            #expect(await service.get("/shortfalls").member("items", "0", "state") == "open")
            // It was declared too high: the correction of the same day is lower.
            #expect(await service.declare(minimum: 1_680_000, from: "2027-01-01", correction: "录入错误").status == 201)
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items", "0", "state") == "settled")
        }
    }

    @Test("is compared by the same rule in sets as one by one", arguments: 0..<12)
    func comparesAlike(seed: UInt64) async throws {
        var random = Xorshift(seed: seed)
        let bands = ["ZG-1", "ZG-2", "ZG-3"]
        let minimums = bands.map { _ in Int.random(in: 100...120, using: &random) * 100 }
        let paid = (0..<20).map { _ in
            ((bands + ["TJ-1"]).randomElement(using: &random) ?? "", Int.random(in: 95...125, using: &random) * 100)
        }
        try await Service.with(Main.self) { service in
            let appointments = try await Self.appointed(service, 1)
            for (band, minimum) in zip(bands.dropFirst(), minimums.dropFirst()) {
                #expect(await service.declare(band: band, minimum: minimum).status == 201)
            }
            try await ParitySeed.copy(appointments[0], paid, in: service.database)
            let declared = try await service.database.transaction { tx in
                try BenchmarkStore().declared(by: Sample.employer.creditCode, in: tx)
            }
            try await service.travel(to: Sample.day("2026-11-02").start)
            try await service.tick()
            let rows = try await service.database.transaction { tx in
                try tx.query(
                    "SELECT band, band_minimum_fen, id IN (SELECT appointment FROM shortfall) AS is_short FROM appointment"
                ).map {
                    (
                        band: try $0.decode("band", as: String.self),
                        fen: try $0.decode("band_minimum_fen", as: Int64.self),
                        isShort: try $0.decode("is_short", as: Bool.self)
                    )
                }
            }
            #expect(rows.count == 21)
            for row in rows {
                let measure = Parity.measure(for: row.band, on: Sample.day("2026-11-02"), among: declared)
                let isShort = Money(fen: row.fen) < (measure?.declaration.band.minimum ?? Money(fen: 0))
                #expect(row.isShort == isShort, "\(row)")
            }
        }
    }
}

/// Appointments made in the database, like one that is there.
enum ParitySeed {
    static func copy(_ model: String, _ paid: [(String, Int)], in database: PostgresPool) async throws {
        try await database.transaction { tx in
            try tx.execute(
                """
                INSERT INTO appointment (
                    id, version, post, person, certificate, credit_code, through, band, band_minimum_fen, pay_from,
                    last_day, state)
                SELECT gen_random_uuid(), 1, post, gen_random_uuid(), gen_random_uuid(), credit_code, through, paid.band,
                    paid.fen, pay_from, last_day, state
                FROM appointment
                CROSS JOIN unnest(\(paid.map(\.0))::text[], \(paid.map { Int64($0.1) })::bigint[]) AS paid(band, fen)
                WHERE id = \(UUID(uuidString: model) ?? UUID())
                """
            )
            try tx.execute(
                """
                INSERT INTO appointment_band (appointment, from_day, until_day, band, minimum_fen)
                SELECT id, pay_from, '9999-12-31', band, band_minimum_fen FROM appointment
                ON CONFLICT (appointment, from_day) DO NOTHING
                """
            )
        }
    }
}

extension ServiceUnderTest<Main> {
    func declare(band: String, minimum: Int) async -> PlainResponse {
        await post(
            "/benchmarks",
            #"""
            {"creditCode":"91371600MA3N00011J","effectiveFrom":"2026-10-25","document":"薪酬管理办法",
             "band":{"code":"\#(band)","minimumFen":\#(minimum)}}
            """#
        )
    }
}
