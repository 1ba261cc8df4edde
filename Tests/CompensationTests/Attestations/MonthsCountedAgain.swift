import Contracts
import Foundation
import Kernel
import Messaging
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("Months gone by, when appointments change backwards")
struct MonthsCountedAgain {
    @Test("A revocation takes what was attested of its person out of the count, and who else is missing stays missing")
    func revoked() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(3)
            try await service.travel(to: Sample.day("2026-12-20").start)
            #expect(await service.attest([appointments[0]]).status == 200)
            try await service.tick()
            #expect(try await service.said(ParityAttested.self).last?.counts == [3, 1, 2])
            try await service.revoke(1, on: "2026-11-01", sequence: 2)
            try await service.tick()
            let said = try await service.said(ParityAttested.self)
            #expect(said.last?.counts == [2, 0, 2], "\(said)")
            let gap = await service.get("/attestations/gaps")
            #expect(gap.member("items", "0", "due") == "2" && gap.member("items", "0", "missing") == "2", "\(gap.text)")
            let record = await service.get("/enterprises/91371600MA3N00011J/record")
            #expect(record.member("gaps", "0", "missing") == "2", "\(record.text)")
            // Heard again, it changes nothing and says nothing.
            try await service.revoke(1, on: "2026-11-01", sequence: 3)
            try await service.tick()
            #expect(try await service.said(ParityAttested.self).count == said.count)
        }
    }

    @Test("An appointment that begins in months already attested makes gaps of them, and they are told")
    func added() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare(headcount: 2)
            try await service.hear(Sample.approved([Sample.id(1), Sample.id(2)]), from: .evaluation)
            for person in 1...2 { try await service.hear(Sample.issued(person), from: .certificate) }
            let first = try #require(await service.appoint(1, to: post).member("id"))
            try await service.travel(to: Sample.day("2027-02-20").start)
            for month in ["2026-11", "2026-12", "2027-01"] {
                #expect(await service.attest([first], month: month).status == 200)
            }
            try await service.tick()
            #expect(await service.get("/attestations/gaps").member("items", "0", "missing") == "0")
            #expect(try await service.said(AttestationMissing.self).isEmpty)
            #expect(await service.appoint(2, to: post, from: "2026-12-01").status == 201)
            try await service.tick()
            let told = try await service.said(AttestationMissing.self)
            #expect(told.map(\.month).sorted() == ["2026-12", "2027-01"] && told.allSatisfy { $0.missing == 1 })
            let record = await service.get("/enterprises/91371600MA3N00011J/record")
            #expect(record.member("gaps") == "2 items", "\(record.text)")
        }
    }

    @Test("One that ended on a day gone by is missing no more")
    func ended() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2027-01-20").start)
            for month in ["2026-11", "2026-12"] {
                #expect(await service.attest([appointments[0]], month: month).status == 200)
            }
            try await service.tick()
            #expect(try await service.said(AttestationMissing.self).count == 2)
            let ended = await service.call(
                "POST",
                "/appointments/\(appointments[1])/end",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                json: #"{"reason":"leaving","on":"2026-11-30"}"#,
                ifMatch: 1
            )
            #expect(ended.status == 200, "\(ended.text)")
            try await service.tick()
            let record = await service.get("/enterprises/91371600MA3N00011J/record")
            #expect(record.member("gaps") == "1 items", "\(record.text)")
            #expect(record.member("gaps", "0", "month") == "2026-11")
            #expect(try await service.said(ParityAttested.self).last { $0.month == "2026-12" }?.counts == [1, 1, 0])
        }
    }

    @Test("A month is attested in the band it was paid in, though another is paid since")
    func bandOfTheMonth() async throws {
        try await Service.with(Main.self) { service in
            let appointment = try #require(try await service.appointed(1).first)
            try await service.travel(to: Sample.day("2027-02-02").start)
            let changed = await service.call(
                "POST",
                "/appointments/\(appointment)/band",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                json: #"{"band":{"code":"ZG-3","minimumFen":1700000},"from":"2026-12-16","reason":"晋档"}"#,
                ifMatch: 1
            )
            #expect(changed.status == 200, "\(changed.text)")
            let rows = [
                ("2026-11", "ZG-2", 200), ("2026-11", "ZG-3", 400), ("2026-12", "ZG-3", 200), ("2027-01", "ZG-3", 200),
                ("2027-01", "ZG-2", 400),
            ]
            for (month, band, status) in rows {
                let reply = await service.attest(items: AttestationStory.item(appointment, band: band), month: month)
                #expect(reply.status == status, "\(month) \(band): \(reply.text)")
            }
            #expect(await service.get("/attestations?month=2026-11").member("items", "0", "band") == "ZG-2")
            #expect(await service.get("/attestations?month=2026-12").member("items", "0", "band") == "ZG-3")
        }
    }
}

extension ParityAttested {
    fileprivate var counts: [Int] { [due, met, missing] }
}

extension ServiceUnderTest<Main> {
    /// The certificate of a person was out of force from a day on.
    fileprivate func revoke(_ person: Int, on day: String, sequence: Int) async throws {
        let fact = CertificateStatusChanged(
            certificate: Sample.id(1000 + person),
            number: "Y00003716000126T000001",
            holder: Sample.id(person),
            issuer: Sample.employer,
            filing: Sample.id(62),
            status: .revoked,
            since: clock.now,
            effectiveOn: Sample.day(day)
        )
        try await hear(fact, from: .certificate, sequence: sequence)
    }
}
