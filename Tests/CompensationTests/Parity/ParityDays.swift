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

@Suite("Parity is a matter of the day, on a real database")
struct ParityDays {
    private func change(
        _ service: Service,
        _ appointment: String,
        minimum: Int,
        from day: String,
        version: Int,
        band: String = "ZG-2"
    ) async -> PlainResponse {
        await service.call(
            "POST",
            "/appointments/\(appointment)/band",
            as: .enterpriseHR,
            of: Sample.employer.creditCode,
            json: #"{"band":{"code":"\#(band)","minimumFen":\#(minimum)},"from":"\#(day)","reason":"随对标调整"}"#,
            ifMatch: version
        )
    }

    private func settle(_ service: Service) async -> PlainResponse {
        let found = await service.get("/shortfalls")
        return await service.call(
            "POST",
            "/shortfalls/\(found.member("items", "0", "id") ?? "")/settlement",
            as: .enterpriseHR,
            of: Sample.employer.creditCode,
            json: #"{"how":"差额已补发"}"#,
            ifMatch: Int(found.member("items", "0", "version") ?? "") ?? 0
        )
    }

    @Test("a band told ahead counts from its day on; the days before are owed until they are made good")
    func toldAhead() async throws {
        try await Service.with(Main.self) { service in
            let id = try await ParityStory.appointed(service, 1)[0]
            try await service.travel(to: Sample.day("2026-11-02").start.addingTimeInterval(9 * 3600))
            #expect(await service.declare(minimum: 1_700_000, from: "2026-11-02", correction: nil).status == 201)
            #expect(await change(service, id, minimum: 1_700_000, from: "2026-11-20", version: 1).status == 200)
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items", "0", "since") == "2026-11-02")
            #expect(await service.get("/shortfalls").member("items", "0", "through") == nil)
            #expect(await settle(service).member("code") == "compensation.still-short")
            try await service.travel(to: Sample.day("2026-11-20").start.addingTimeInterval(3600))
            try await service.tick()
            let ended = await service.get("/shortfalls")
            #expect(ended.member("items", "0", "through") == "2026-11-19")
            #expect(ended.member("items", "0", "state") == "open")
            #expect(await settle(service).member("madeGood") == "差额已补发")
            // The same days are not found again.
            #expect(await service.declare(minimum: 1_700_000, from: "2026-11-20", correction: nil).status == 201)
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items") == "1 items")
        }
    }

    @Test("a correction of the earlier band settles it, and of one that has ended too")
    func correctsEarlierDays() async throws {
        try await Service.with(Main.self) { service in
            let id = try await ParityStory.appointed(service, 1)[0]
            try await service.travel(to: Sample.day("2026-11-30").start.addingTimeInterval(9 * 3600))
            #expect(await service.declare(minimum: 1_700_000, from: "2026-11-02").status == 201)
            try await service.tick()
            let ended = await service.call(
                "POST",
                "/appointments/\(id)/end",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                json: #"{"reason":"leaving","on":"2026-11-20"}"#,
                ifMatch: 1
            )
            #expect(ended.status == 200)
            #expect(await service.get("/shortfalls").member("items", "0", "through") == "2026-11-20")
            let after = await change(service, id, minimum: 1_700_000, from: "2026-11-21", version: 2)
            #expect(after.member("code") == "compensation.band-outside-term")
            #expect(await change(service, id, minimum: 1_700_000, from: "2026-11-10", version: 2).status == 200)
            #expect(await service.get("/shortfalls").member("items", "0", "through") == "2026-11-09")
            #expect(await change(service, id, minimum: 1_700_000, from: "2026-11-02", version: 3).status == 200)
            #expect(await service.get("/shortfalls").member("items", "0", "state") == "settled")
        }
    }

    @Test("a correction told late of earlier days is attested in their months, and today's band in today's")
    func attestsByTheDay() async throws {
        try await Service.with(Main.self) { service in
            let id = try await ParityStory.appointed(service, 1)[0]
            for (version, band, day) in [(1, "ZG-4", "2027-01-01"), (2, "ZG-3", "2026-12-01")] {
                let told = await change(service, id, minimum: 1_700_000, from: day, version: version, band: band)
                #expect(told.status == 200)
            }
            let appointment = try #require(UUID(uuidString: id))
            let duty = try await service.database.transaction { tx in
                try DutyStore().of([appointment], creditCode: Sample.employer.creditCode, in: tx)[appointment]
            }
            #expect(duty?.bands.map(\.code) == ["ZG-2", "ZG-3", "ZG-4"])
            #expect(await service.get("/appointments").member("items", "0", "band", "code") == "ZG-2")
        }
    }

    @Test("a back-dated benchmark and a back-dated appointment are measured for the days gone by")
    func measuresThePast() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare(headcount: 2)
            try await service.hear(Sample.approved([Sample.id(1), Sample.id(2)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            try await service.hear(Sample.issued(2), from: .certificate)
            let first = await service.appoint(1, to: post).member("id") ?? ""
            try await service.travel(to: Sample.day("2026-12-15").start.addingTimeInterval(9 * 3600))
            #expect(await change(service, first, minimum: 1_750_000, from: "2026-12-01", version: 1).status == 200)
            #expect(await service.declare(minimum: 1_700_000, from: "2026-11-10").status == 201)
            try await service.tick()
            let found = await service.get("/shortfalls")
            #expect(found.member("items") == "1 items")
            #expect(found.member("items", "0", "since") == "2026-11-10")
            #expect(found.member("items", "0", "through") == "2026-11-30")
            // Made today for a term that began when the benchmark was lower.
            #expect(await service.appoint(2, to: post).status == 201)
            let both = await service.get("/shortfalls")
            #expect(both.member("items") == "2 items")
            #expect(both.member("items", "1", "since") == "2026-11-10")
            #expect(both.member("items", "1", "through") == nil)
        }
    }

    @Test("one that waited is measured when its certificate brings it in force, with an end told ahead too")
    func measuresWhatWaited() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            let id = await service.engage(1, to: post, payFrom: nil).member("id") ?? ""
            try await service.travel(to: Sample.day("2026-11-10").start.addingTimeInterval(9 * 3600))
            #expect(await service.declare(minimum: 1_700_000, from: "2026-11-10", correction: nil).status == 201)
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items") == "0 items")
            let ended = await service.call(
                "POST",
                "/appointments/\(id)/end",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                json: #"{"reason":"leaving","on":"2026-12-31"}"#,
                ifMatch: 1
            )
            #expect(ended.status == 200)
            try await service.hear(Sample.issued(1), from: .certificate)
            #expect(try await service.said(Appointed.self).count == 1)
            #expect(try await service.said(AppointmentEnded.self).map(\.on) == [Sample.day("2026-12-31")])
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items", "0", "since") == "2026-11-10")
            #expect(await service.get("/shortfalls").member("items", "0", "through") == nil)
            try await service.travel(to: Sample.day("2027-01-01").start.addingTimeInterval(3600))
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items", "0", "through") == "2026-12-31")
        }
    }

    @Test("a step told ahead while it waited is measured on its day")
    func measuresAStepOfWhatWaited() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            let id = await service.engage(1, to: post, payFrom: nil).member("id") ?? ""
            #expect(await change(service, id, minimum: 1_700_000, from: "2026-12-01", version: 1).status == 200)
            try await service.hear(Sample.issued(1), from: .certificate)
            try await service.travel(to: Sample.day("2026-11-10").start.addingTimeInterval(9 * 3600))
            #expect(await service.declare(minimum: 1_700_000, from: "2026-11-10", correction: nil).status == 201)
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items", "0", "since") == "2026-11-10")
            try await service.travel(to: Sample.day("2026-12-01").start.addingTimeInterval(3600))
            try await service.tick()
            #expect(await service.get("/shortfalls").member("items", "0", "through") == "2026-11-30")
            #expect(await service.get("/appointments").member("items", "0", "band", "code") == "ZG-2")
        }
    }

    @Test("a second ground, or another month, is another shortfall")
    func eachGround() async throws {
        try await Service.with(Main.self) { service in
            let id = try #require(UUID(uuidString: try await ParityStory.appointed(service, 1)[0]))
            try await service.database.transaction { tx in
                let cause = Cause.system("test", now: service.clock.now)
                for (ground, month) in [(1, "2026-11-01"), (2, "2026-12-01"), (2, "2026-12-01")] {
                    let finding = Shortfall.Finding(
                        appointment: id,
                        person: Sample.id(1),
                        employer: Sample.employer,
                        source: .denial,
                        since: Sample.day(month),
                        dueOn: Sample.day("2027-01-15"),
                        against: Sample.id(ground)
                    )
                    try service.definition.keepShortfalls.open([finding], because: cause, in: tx)
                }
            }
            #expect(await service.get("/shortfalls").member("items") == "2 items")
        }
    }
}
