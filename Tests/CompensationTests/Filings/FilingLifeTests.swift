import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("Appointments under a filing that is out of force")
struct FilingLifeTests {
    private let filing = FilingStandingSample(
        filing: Sample.id(62),
        filer: Sample.employer,
        occupations: [Sample.welder],
        validThrough: Sample.day("2028-12-31")
    )

    private func status(
        _ person: Int,
        _ status: CertificateStatus,
        at now: Date
    ) -> CertificateStatusChanged {
        CertificateStatusChanged(
            certificate: Sample.id(1000 + person),
            number: "Y00003716000126T000001",
            holder: Sample.id(person),
            issuer: Sample.employer,
            filing: filing.filing,
            status: status,
            since: now
        )
    }

    private func flags(_ service: Service) async -> [String?] {
        let reply = await service.get("/appointments")
        return (0..<2).map { reply.member("items", String($0), "flag") }
    }

    @Test("are flagged where it was decided so, and no more when the decision is set aside")
    func flags() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare(headcount: 2)
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            #expect(await service.appoint(1, to: post).status == 201)
            let before = await service.get("/appointments").text
            try await service.hear(filing.suspended(2), from: .filing, sequence: 1)
            #expect(await flags(service) == ["filing-suspended", nil])
            try await service.hear(filing.cancelled(3), from: .filing, sequence: 2)
            #expect(await flags(service) == ["filing-cancelled", nil])
            try await service.hear(filing.setAside(4, at: service.clock.now), from: .filing, sequence: 3)
            #expect(await service.get("/appointments").text == before)
        }
    }

    @Test("are not made on a certificate that is out of force, whatever was heard first", arguments: 0..<6)
    func refuses(order: Int) async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            let now = service.clock.now
            let messages = try [
                ToldMessage(telling: Sample.approved([Sample.id(1)]), from: .evaluation, sequence: 1, at: now),
                ToldMessage(telling: Sample.issued(1), from: .certificate, sequence: 1, at: now),
                ToldMessage(telling: status(1, .suspended, at: now), from: .certificate, sequence: 2, at: now),
            ]
            for place in [0, 1, 2].permutations[order] {
                try await service.hear([messages[place], messages[place]])
            }
            #expect(await service.get("/holders").member("items", "0", "isSuspended") == "1")
            #expect(await service.appoint(1, to: post).member("code") == "compensation.certificate-suspended")
            try await service.hear(status(1, .valid, at: now), from: .certificate, sequence: 3)
            #expect(await service.appoint(1, to: post).status == 201)
        }
    }

    @Test("end with 24:00 of the last day of their term, once, and it is told")
    func ends() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            #expect(await service.appoint(1, to: post, through: "2026-12-31").status == 201)
            try await service.travel(to: Sample.day("2026-12-31").start.addingTimeInterval(23 * 3600))
            try await service.tick()
            #expect(try await service.said(AppointmentEnded.self).isEmpty)
            try await service.travel(to: Sample.day("2026-12-31").end.addingTimeInterval(3600))
            try await service.tick()
            try await service.tick()
            #expect(try await service.said(AppointmentEnded.self).map(\.on) == [Sample.day("2026-12-31")])
            #expect(await service.get("/appointments").member("items", "0", "state") == "ended")
        }
    }
}
