import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import TestSupport
import Testing

@testable import CertificateService

@Suite("A filing that is out of force", .timeLimit(.minutes(30)))
struct FilingLifeTests {
    private let filing = FilingStandingSample(
        filing: Samples.uuid(12),
        filer: Samples.enterprise,
        occupations: [Samples.welder],
        validThrough: Samples.day("2028-12-31")
    )
    private let passed = #"{"outcome":"passed"}"#

    private func states(_ bench: Bench) async throws -> [String?] {
        try await bench.ask("GET /certificates", as: "centre").json["items"]?.elements.map { $0["state"]?.text } ?? []
    }

    private func verified(_ bench: Bench) async throws -> Bench.Answered {
        try await bench.verify("Y00003716000126T000001", "王建国")
    }

    @Test("is audited no further, numbers nobody, and goes on where it was when the decision is set aside")
    func freezesAudits() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            try await bench.service.hear(filing.cancelled(2), from: .filing, sequence: 1)
            let refused = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: passed)
            #expect(refused.status == 409 && refused.code == "certificate.filing-frozen", "\(refused.text)")
            #expect(refused.text.contains("备案已取消"))
            try await bench.service.hear(filing.setAside(3, at: bench.service.clock.now), from: .filing, sequence: 2)
            let audited = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: passed)
            #expect(audited.status == 200, "\(audited.text)")
        }
    }

    @Test("numbers nobody who is released meanwhile; it follows when the filing is in force again")
    func freezesNumbers() async throws {
        try await Bench.with { bench in
            try await bench.tell(publicity: Publicity.held(Samples.uuid(1000)))
            _ = try await bench.numbered()
            try await bench.service.hear(filing.suspended(2), from: .filing, sequence: 1)
            try await bench.tell(publicity: Publicity.cleared(Samples.uuid(1000)))
            #expect(try await states(bench) == ["prepared", "numbered"])
            let path = "/registrations/\(try await bench.registration())"
            #expect(
                try await bench.ask("POST \(path)/issue", as: "hr", version: 4).code == "certificate.filing-frozen"
            )
            try await bench.service.hear(filing.resumed(3, at: bench.service.clock.now), from: .filing, sequence: 2)
            #expect(try await states(bench) == ["numbered", "numbered"])
            #expect(try await bench.service.said(CertificatesRegistered.self).map(\.persons.count) == [1, 1])
        }
    }

    @Test("puts issued certificates out of force for everybody who verifies one, where it was decided so, and back")
    func suspends() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            let before = try await verified(bench)
            #expect(before.json["statusName"]?.text == "有效")
            try await bench.service.hear(filing.cancelled(2), from: .filing, sequence: 1)
            let suspended = try await verified(bench)
            #expect(suspended.status == 200 && suspended.json["status"]?.text == "suspended")
            #expect(suspended.json["statusName"]?.text == "暂停使用")
            #expect(try await states(bench) == ["suspended", "suspended"])
            try await bench.service.hear(filing.setAside(3, at: bench.service.clock.now), from: .filing, sequence: 2)
            let after = try await verified(bench)
            for member in before.json.keys.subtracting(["asOf"]) { #expect(after.json[member] == before.json[member]) }
            #expect(after.json.keys == before.json.keys)
            let told = try await bench.service.said(CertificateStatusChanged.self)
            #expect(told.map(\.status) == [.suspended, .suspended, .valid, .valid])
            #expect(told.allSatisfy { $0.filing == filing.filing })
        }
    }

    @Test("leaves issued certificates alone where the decision lets them stay")
    func stays() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            let usual = FilingEffects(
                rounds: .freeze,
                notices: .freeze,
                unissued: .freeze,
                issued: .stay,
                appointments: .stay
            )
            try await bench.service.hear(filing.cancelled(2, usual), from: .filing, sequence: 1)
            #expect(try await states(bench) == ["issued", "issued"])
            #expect(try await bench.service.said(CertificateStatusChanged.self).isEmpty)
        }
    }

    @Test("comes to the same whatever is heard first, and however often")
    func isOrderless() async throws {
        try await Bench.with { bench in
            let list = try bench.approved()
            let now = bench.service.clock.now
            let orders = [0, 1, 2, 3].permutations
            for index in orders.indices {
                let one = FilingStandingSample(
                    filing: Samples.uuid(5000 + index),
                    filer: Samples.enterprise,
                    occupations: [Samples.welder],
                    validThrough: Samples.day("2028-12-31")
                )
                let messages = try [
                    ToldMessage(telling: list.moved(to: one.filing, index), from: .evaluation, sequence: 1, at: now),
                    ToldMessage(telling: one.suspended(2), from: .filing, sequence: 1, at: now),
                    ToldMessage(telling: one.resumed(3, at: now), from: .filing, sequence: 2, at: now),
                    ToldMessage(telling: one.cancelled(4), from: .filing, sequence: 3, at: now),
                ]
                for place in orders[index] { try await bench.service.hear([messages[place], messages[place]]) }
            }
            let registrations = try await bench.pool.transaction { tx in
                try tx.query("SELECT id, version FROM registration ORDER BY id").map { row in
                    "\(try row.decode("id", as: UUID.self).lowercase) \(try row.decode("version", as: Int.self))"
                }
            }
            #expect(registrations.count == 24)
            let standings = try await bench.pool.transaction { tx in
                try tx.query("SELECT DISTINCT edition, standing ->> 'state' AS state FROM filing_standing").map {
                    "\(try $0.decode("edition", as: Int.self)) \(try $0.decode("state", as: String.self))"
                }
            }
            #expect(standings == ["4 cancelled"])
            for registration in registrations {
                let id = registration.prefix { $0 != " " }
                _ = try await bench.ask("POST /registrations/\(id)/submission", as: "hr", version: 1)
                let audit = try await bench.ask(
                    "POST /registrations/\(id)/municipal-audit",
                    as: "centre",
                    version: 2,
                    body: passed
                )
                #expect(audit.code == "certificate.filing-frozen")
            }
        }
    }
}

extension ListApproved {
    /// The same names, determined under another filing.
    fileprivate func moved(to filing: UUID, _ index: Int) -> ListApproved {
        ListApproved(
            determination: Samples.uuid(6000 + index),
            list: Samples.uuid(7000 + index),
            round: round,
            filing: filing,
            determiner: determiner,
            enterpriseName: enterpriseName,
            agencyCode: agencyCode,
            listDigest: listDigest,
            notice: notice,
            publishedOn: publishedOn,
            lastDay: lastDay,
            determinedAt: determinedAt,
            authorisedBy: authorisedBy,
            names: names
        )
    }
}
