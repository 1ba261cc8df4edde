import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("The life of an appointment, on a real database")
struct AppointmentLifeStory {
    private static func status(
        _ person: Int,
        _ status: CertificateStatus,
        on day: String,
        at now: Date
    ) -> CertificateStatusChanged {
        CertificateStatusChanged(
            certificate: Sample.id(1000 + person),
            number: "Y00003716000126T000001",
            holder: Sample.id(person),
            issuer: Sample.employer,
            filing: Sample.id(62),
            status: status,
            since: now,
            effectiveOn: Sample.day(day)
        )
    }

    private func command(
        _ service: Service,
        _ appointment: String,
        _ what: String,
        version: Int,
        _ json: String,
        method: String = "POST"
    ) async -> PlainResponse {
        await service.call(
            method,
            "/appointments/\(appointment)/\(what)",
            as: .enterpriseHR,
            of: Sample.employer.creditCode,
            json: json,
            ifMatch: version
        )
    }

    @Test(
        "One agreed before the certificate comes in force with it, whatever its status was meanwhile",
        arguments: [false, true]
    )
    func waitsForItsCertificate(isSuspendedFirst: Bool) async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            let made = await service.engage(1, to: post, payFrom: "2026-10-14")
            #expect(made.status == 201)
            #expect(made.member("state") == "awaiting-certificate")
            #expect(made.member("entitlement") == nil)
            #expect(await service.engage(1, to: post, payFrom: nil).member("code") == "compensation.already-appointed")
            #expect(try await service.said(Appointed.self).isEmpty)
            #expect(await service.get("/holders").member("items", "0", "state") == "engaged")
            if isSuspendedFirst {
                try await service.hear(
                    Self.status(1, .suspended, on: "2026-10-20", at: service.clock.now),
                    from: .certificate,
                    sequence: 2
                )
                #expect(try await service.said(Appointed.self).isEmpty)
            }
            try await service.hear(Sample.issued(1), from: .certificate, sequence: 1)
            // What is told out of order is applied in order: issued, and so in force, and then suspended.
            let flag = await service.get("/appointments").member("items", "0", "flag")
            #expect(flag == (isSuspendedFirst ? "certificate-suspended" : nil))
            #expect(try await service.said(Appointed.self).map(\.certificate) == [Sample.id(1001)])
            let now = await service.get("/appointments")
            #expect(now.member("items", "0", "state") == "made")
            #expect(now.member("items", "0", "entitlement", "from") == "2026-10-14")
            #expect(now.member("items", "0", "entitlement", "until") == "2029-10-31")
        }
    }

    @Test("Pay is not from before the determination, and not after the term")
    func paysFromTheDetermination() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            let early = await service.engage(1, to: post, payFrom: "2026-10-13")
            #expect(early.member("code") == "compensation.before-determination")
            let late = await service.engage(1, to: post, payFrom: "2029-11-01")
            #expect(late.member("errors", "0", "field") == "payFrom")
        }
    }

    @Test(
        "A revoked certificate ends entitlement with the day before, frees the seat, and is told once",
        arguments: [("revoked", "2027-03-15", "2027-03-14"), ("cancelled", "2026-06-01", "2026-10-31")]
    )
    func endsByRevocation(status: String, on day: String, last: String) async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            #expect(await service.appoint(1, to: post).status == 201)
            let final = try #require(CertificateStatus(rawValue: status))
            let fact = Self.status(1, final, on: day, at: service.clock.now)
            try await service.hear(fact, fact, from: .certificate, sequence: 2)
            let ended = try await service.said(AppointmentEnded.self)
            #expect(ended.map(\.on) == [Sample.day(last)])
            #expect(ended.first?.reason == .revocation)
            let seen = await service.get("/appointments")
            #expect(seen.member("items", "0", "endReason") == "revocation")
            let until = seen.member("items", "0", "entitlement", "until")
            #expect(until == (last < "2026-11-01" ? nil : last))
            // The certificate is out of force: nobody is appointed on it.
            #expect(await service.appoint(1, to: post).member("code") == "compensation.certificate-suspended")
            try await service.hear(Sample.approved([Sample.id(2)], determination: Sample.id(71)), from: .evaluation)
            try await service.hear(Sample.issued(2, determination: Sample.id(71)), from: .certificate)
            #expect(await service.appoint(2, to: post, from: "2027-03-15").status == 201)
        }
    }

    @Test("A suspended certificate flags a running appointment, and does not end it")
    func flagsSuspension() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            #expect(await service.appoint(1, to: post).status == 201)
            try await service.hear(
                Self.status(1, .suspended, on: "2026-10-25", at: service.clock.now),
                from: .certificate,
                sequence: 2
            )
            let seen = await service.get("/appointments")
            #expect(seen.member("items", "0", "flag") == "certificate-suspended")
            #expect(seen.member("items", "0", "state") == "made")
            #expect(try await service.said(AppointmentEnded.self).isEmpty)
            // An end told ahead is no end yet.
            let id = seen.member("items", "0", "id") ?? ""
            let told = await service.call(
                "POST",
                "/appointments/\(id)/end",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                json: #"{"reason":"leaving","on":"2026-12-31"}"#,
                ifMatch: 1
            )
            #expect(told.status == 200, "\(told.text)")
            #expect(await service.get("/appointments").member("items", "0", "flag") == "certificate-suspended")
            try await service.travel(to: Sample.day("2027-01-01").start.addingTimeInterval(3600))
            #expect(await service.get("/appointments").member("items", "0", "flag") == nil)
        }
    }

    @Test("It is assessed, renewed from the day after, and listed as it comes to its end")
    func renews() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            let made = await service.appointForYears(1, to: post, from: "2027-03-01", years: 1)
            #expect(made.member("through") == "2028-02-29")
            let id = made.member("id") ?? ""
            try await service.travel(to: Sample.day("2028-01-15").start)
            #expect(await service.get("/reminders").member("items", "0", "kind") == "term")
            let renewal = #"{"years":1,"band":{"code":"ZG-2","minimumFen":1680000},"letter":"聘2号"}"#
            let early = await command(service, id, "renewal", version: 1, renewal)
            #expect(early.member("code") == "compensation.not-assessed")
            let passed = #"{"kind":"term","result":"passed","on":"2028-01-10","by":"考核委员会"}"#
            #expect(await command(service, id, "assessments", version: 1, passed).status == 200)
            #expect(await command(service, id, "assessments", version: 1, passed).status == 412)
            let next = await command(service, id, "renewal", version: 2, renewal)
            #expect(next.status == 201)
            #expect(next.member("from") == "2028-03-01")
            #expect(next.member("through") == "2029-02-28")
            #expect(next.member("renews") == id)
            #expect(await service.get("/reminders").member("items", "0", "isRenewed") == "1")
            try await service.travel(to: Sample.day("2028-03-01").start.addingTimeInterval(3600))
            try await service.tick()
            let ended = try await service.said(AppointmentEnded.self)
            #expect(ended.map(\.on) == [Sample.day("2028-02-29")])
            #expect(ended.first?.reason == .expiry)
            #expect(try await service.said(Appointed.self).count == 2)
        }
    }

    @Test("Its enterprise ends it on a day, the seat and the person are free from the day after")
    func ends() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1), Sample.id(2)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            try await service.hear(Sample.issued(2), from: .certificate)
            let id = await service.appoint(1, to: post).member("id") ?? ""
            let none = await command(service, id, "end", version: 1, #"{"reason":"expiry","on":"2027-01-31"}"#)
            #expect(none.member("errors", "0", "field") == "reason")
            let retirement = await command(
                service,
                id,
                "expected-retirement",
                version: 1,
                #"{"on":"2026-12-01"}"#,
                method: "PUT"
            )
            #expect(retirement.member("expectedRetirement") == "2026-12-01")
            #expect(await service.get("/reminders").member("items", "0", "kind") == "retirement")
            let ended = await command(service, id, "end", version: 2, #"{"reason":"retirement","on":"2027-01-31"}"#)
            #expect(ended.member("state") == "ending")
            #expect(ended.member("entitlement", "until") == "2027-01-31")
            let again = await command(service, id, "end", version: 3, #"{"reason":"death","on":"2027-01-31"}"#)
            #expect(again.member("code") == "compensation.appointment-ended")
            #expect(try await service.said(AppointmentEnded.self).first?.reason == .retirement)
            let full = await service.appoint(2, to: post, from: "2027-01-31")
            #expect(full.member("code") == "compensation.headcount-full")
            #expect(await service.appoint(2, to: post, from: "2027-02-01").status == 201)
            // The certificate stays: its holder can be appointed again after that day.
            #expect(
                await service.appoint(1, to: post, from: "2027-02-01").member("code") == "compensation.headcount-full"
            )
        }
    }
}

extension ServiceUnderTest<Main> {
    /// An appointment that waits for its certificate.
    func engage(_ person: Int, to post: String, payFrom: String?) async -> PlainResponse {
        await self.post(
            "/appointments",
            #"""
            {"post":"\#(post)","person":"\#(Sample.id(person).lowercase)","from":"2026-11-01","through":"2029-10-31",
             "payFrom":\#(payFrom.map { "\"\($0)\"" } ?? "null"),"band":{"code":"ZG-2","minimumFen":1680000},
             "duties":"带徒二人","letter":"聘1号"}
            """#
        )
    }

    /// An appointment by its years.
    func appointForYears(_ person: Int, to post: String, from: String, years: Int) async -> PlainResponse {
        await self.post(
            "/appointments",
            #"""
            {"post":"\#(post)","person":"\#(Sample.id(person).lowercase)",
             "certificate":"\#(Sample.id(1000 + person).lowercase)","from":"\#(from)","years":\#(years),
             "band":{"code":"ZG-2","minimumFen":1680000},"duties":"带徒二人","letter":"聘1号"}
            """#
        )
    }
}
