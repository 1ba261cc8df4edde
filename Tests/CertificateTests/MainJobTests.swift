import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("The way to a certificate")
struct MainJobTests {
    private static let passed = #"{"outcome":"passed"}"#

    @Test("goes by submission, both audits and issue, and says so to others")
    func whole() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved())
            try await bench.tell(Bench.accepted())
            let path = "/registrations/\(try await bench.registration())"
            let shown = try await bench.ask("GET \(path)", as: "hr")
            #expect(shown.etag == "\"1\"")
            #expect(shown.json["state"]?.text == "awaiting-submission")
            #expect(shown.json["filing"]?["receiptNumber"]?.text == "滨特评备〔2026〕1号")

            let submitted = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            #expect(submitted.status == 200)
            #expect(submitted.json["state"]?.text == "submitted")
            let city = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: Self.passed)
            #expect(city.json["state"]?.text == "municipally-audited")
            #expect(try await bench.service.said(CertificatesRegistered.self).isEmpty)
            let province = try await bench.ask(
                "POST \(path)/provincial-audit",
                as: "province",
                version: 3,
                body: Self.passed
            )
            #expect(province.json["state"]?.text == "numbered")
            #expect(
                province.json["certificates"]?.elements.compactMap { $0["number"]?.text } == [
                    "Y00003716000126T000001", "Y00003716000126T000002",
                ]
            )
            #expect(province.json["certificates"]?.elements.compactMap { $0["name"]?.text } == ["王建国", "李明"])
            let registered = try await bench.service.said(CertificatesRegistered.self)
            #expect(registered.map(\.persons) == [[Samples.uuid(1000), Samples.uuid(1001)]])

            try await bench.travel(to: "2026-10-16")
            let issued = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            #expect(issued.json["state"]?.text == "issued")
            #expect(issued.etag == "\"5\"")
            #expect(issued.json["certificates"]?.elements.allSatisfy { $0["issuedOn"]?.text == "2026-10-16" } == true)
            let said = try await bench.service.said(CertificateIssued.self)
            #expect(said.map(\.number) == ["Y00003716000126T000001", "Y00003716000126T000002"])
            #expect(said.map(\.holderName) == ["王建国", "李明"])
            #expect(said.allSatisfy { $0.level == "特级技师" && $0.issuedOn == Samples.day("2026-10-16") })
            #expect(said.allSatisfy { $0.determination == Samples.uuid(10) && $0.issuer == Samples.enterprise })
        }
    }

    @Test("turns back for a correction, told why, and by the office whose turn it is")
    func correction() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            let silent = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: #"{"outcome":"returned","reason":" "}"#
            )
            #expect(silent.status == 400)
            #expect(silent.json["errors"]?[0]?["field"]?.text == "reason")
            #expect(silent.json["errors"]?[0]?["code"]?.text == "certificate.reason-missing")
            let returned = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: #"{"outcome":"returned","reason":"李明的岗位证明缺盖章"}"#
            )
            #expect(returned.json["correction"]?["reason"]?.text == "李明的岗位证明缺盖章")
            #expect(returned.json["correction"]?["officeName"]?.text == "市中心")
            let listed = try await bench.ask("GET /registrations?state=returned", as: "hr")
            #expect(listed.json["items"]?.elements.count == 1)
            let again = try await bench.ask("POST \(path)/submission", as: "hr", version: 3)
            #expect(again.json["state"]?.text == "submitted")
            #expect(again.json["correction"] == nil)
        }
    }

    @Test("is refused out of order, by 409 and a stable code")
    func illegalSteps() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            let early = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 1, body: Self.passed)
            #expect(early.status == 409)
            #expect(early.code == "certificate.not-submitted")
            let unnumbered = try await bench.ask("POST \(path)/issue", as: "hr", version: 1)
            #expect(unnumbered.code == "certificate.not-numbered")
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            let skipped = try await bench.ask(
                "POST \(path)/provincial-audit",
                as: "province",
                version: 2,
                body: Self.passed
            )
            #expect(skipped.code == "certificate.not-audited-municipally")
            let twice = try await bench.ask("POST \(path)/submission", as: "hr", version: 2)
            #expect(twice.code == "certificate.already-submitted")
            let unversioned = try await bench.ask("POST \(path)/submission", as: "hr")
            #expect(unversioned.status == 428)
            let stale = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            #expect(stale.status == 412)
            let unknown = try await bench.ask("GET /registrations/\(NewID.v7().lowercase)", as: "centre")
            #expect(unknown.status == 404)
            let badOutcome = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: #"{"outcome":"ok"}"#
            )
            #expect(badOutcome.status == 400)
            #expect(badOutcome.json["errors"]?[0]?["field"]?.text == "outcome")
            let badState = try await bench.ask("GET /registrations?state=lost", as: "centre")
            #expect(badState.json["errors"]?[0]?["code"]?.text == "certificate.unknown-state")
        }
    }

    @Test("needs the agency code the authority gave")
    func agencyCodes() async throws {
        try await Bench.with { bench in
            try await bench.tell(Bench.accepted(agencyCode: "Y000037160009"))
            try await bench.tell(bench.approved(10))
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            let differs = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: Self.passed
            )
            #expect(differs.code == "certificate.agency-code-differs")
            #expect(differs.text.contains("Y000037160009"))
            // The last word about the filing counts.
            try await bench.tell(Bench.accepted(agencyCode: "Y000037160009"), Bench.accepted())
            let passed = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: Self.passed
            )
            #expect(passed.status == 200)
        }
    }

    @Test("with an agency code that is none ends before any number is given")
    func invalidAgencyCode() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved(agencyCode: "Y0000"))
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            _ = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: Self.passed)
            let refused = try await bench.ask(
                "POST \(path)/provincial-audit",
                as: "province",
                version: 3,
                body: Self.passed
            )
            #expect(refused.code == "certificate.agency-code-invalid")
            #expect(try await bench.ask("GET \(path)", as: "hr").json["version"]?.int == 3)
        }
    }

    @Test(
        "bears a day between numbering and today",
        arguments: [
            ("2026-10-13", "certificate.issued-before-numbering"), ("2026-10-17", "certificate.issued-in-future"),
            ("2026-02-30", "common.wrong-type"),
        ]
    )
    func issueDays(_ day: String, _ code: String) async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            let path = try await bench.numbered()
            try await bench.travel(to: "2026-10-16")
            let refused = try await bench.ask(
                "POST \(path)/issue",
                as: "hr",
                version: 4,
                body: #"{"issuedOn":"\#(day)"}"#
            )
            #expect(refused.status == 400)
            #expect(refused.json["errors"]?[0]?["field"]?.text == "issuedOn")
            #expect(refused.json["errors"]?[0]?["code"]?.text == code)
            let issued = try await bench.ask(
                "POST \(path)/issue",
                as: "hr",
                version: 4,
                body: #"{"issuedOn":"2026-10-15"}"#
            )
            #expect(issued.json["certificates"]?[0]?["issuedOn"]?.text == "2026-10-15")
        }
    }

    @Test("answers a repeated command with what it answered before")
    func repeated() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            let first = try await bench.ask("POST \(path)/issue", as: "hr", version: 4, key: "issue-1")
            let second = try await bench.ask("POST \(path)/issue", as: "hr", version: 4, key: "issue-1")
            #expect(first.status == 200)
            #expect(second.text == first.text)
            #expect(try await bench.service.said(CertificateIssued.self).count == 2)
        }
    }
}
