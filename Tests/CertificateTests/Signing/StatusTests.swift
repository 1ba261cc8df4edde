import CertificateDomain
import Contracts
import Foundation
import Kernel
import Statements
import TestSupport
import Testing

@testable import CertificateService

@Suite("Changing the status of a certificate")
struct StatusTests {
    private static let fraud = #"{"reason":"fraud","note":"业绩材料系伪造"}"#

    @Test("is the enterprise's, told as a fact, and on the status list within a round")
    func revoked() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            try await bench.service.tick()
            let empty = try await bench.statusList()
            #expect(empty.entries.isEmpty && empty.version == 1)
            let path = try await bench.certificate(0)
            let before = try await bench.ask("GET \(path)/status", as: "hr")
            #expect(before.json["status"]?.text == "valid" && before.etag == "\"3\"")
            let answer = try await bench.ask("POST \(path)/revocation", as: "hr", version: 3, body: Self.fraud)
            #expect(answer.status == 200 && answer.json["statusName"]?.text == "已撤销")
            let told = try await bench.service.said(CertificateStatusChanged.self)
            #expect(told.map(\.status) == [.revoked] && told[0].reason == .fraud)
            #expect(told[0].effectiveOn == Samples.day("2026-10-14"))
            try await bench.service.tick()
            let list = try await bench.statusList()
            #expect(list.version == 2 && list.entries.map(\.status) == [.revoked])
            let statements = try await bench.statements()
            #expect(statements.map { list.entry(of: $0)?.reason } == [.fraud, nil])
            let again = try await bench.ask("POST \(path)/cancellation", as: "hr", version: 4, body: Self.holder)
            #expect(again.code == "certificate.already-withdrawn")
        }
    }

    private static let holder = #"{"reason":"holder-request","note":"本人书面申请"}"#

    @Test("is cancelled for other reasons than revoked")
    func cancelled() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            let path = try await bench.certificate(1)
            let wrong = try await bench.ask("POST \(path)/cancellation", as: "hr", version: 3, body: Self.fraud)
            #expect(wrong.json["errors"]?[0]?["code"]?.text == "certificate.unknown-status-reason")
            let both = try await bench.ask("POST \(path)/cancellation", as: "hr", version: 3, body: "{}")
            #expect(both.json["errors"]?.elements.count == 2)
            let future = #"{"reason":"holder-request","note":"x","since":"2026-10-15"}"#
            let late = try await bench.ask("POST \(path)/cancellation", as: "hr", version: 3, body: future)
            #expect(late.json["errors"]?[0]?["field"]?.text == "since")
            #expect(
                try await bench.ask("POST \(path)/cancellation", as: "other-hr", version: 3, body: Self.holder).status
                    == 403
            )
            #expect(
                try await bench.ask("POST \(path)/cancellation", as: "bureau", version: 3, body: Self.holder).status
                    == 403
            )
            let done = try await bench.ask("POST \(path)/cancellation", as: "hr", version: 3, body: Self.holder)
            #expect(done.json["status"]?.text == "cancelled")
        }
    }

    @Test("is suspended only where a rule provides for it, and ends")
    func suspended() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            let path = try await bench.certificate(0)
            let body = #"{"reason":"examination","note":"收到举报"}"#
            let refused = try await bench.ask("POST \(path)/suspension", as: "centre", version: 3, body: body)
            #expect(refused.code == "certificate.suspension-not-provided")
            try await bench.layDown(SigningTests.policy(isSuspensionAllowed: true))
            let paused = try await bench.ask("POST \(path)/suspension", as: "centre", version: 3, body: body)
            #expect(paused.json["status"]?.text == "suspended")
            let twice = try await bench.ask("POST \(path)/suspension", as: "bureau", version: 4, body: body)
            #expect(twice.code == "certificate.already-suspended")
            try await bench.service.tick()
            #expect(try await bench.statusList().entries.map(\.reason) == [.examination])
            let back = try await bench.ask("POST \(path)/reinstatement", as: "centre", version: 4)
            #expect(back.json["status"]?.text == "valid")
            try await bench.service.tick()
            #expect(try await bench.statusList().entries.isEmpty)
            #expect(try await bench.service.said(CertificateStatusChanged.self).map(\.status) == [.suspended, .valid])
        }
    }

    @Test("list names the trust list of its day, and has an entry for each statement about a certificate")
    func namesTrust() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            try await bench.service.tick()
            func reference() async throws -> TrustListReference? {
                let text = try await bench.ask("GET /trust-list", as: nil).text
                return TrustListReference(try WireFormat.decode(SignedList.self, from: Array(text.utf8)))
            }
            let first = try await reference()
            #expect(try await bench.statusList().trust == first && first?.version == 1)
            #expect(try await bench.statusList().reach == .issuedHere)
            let path = try await bench.certificate(0)
            _ = try await bench.ask("POST \(path)/revocation", as: "hr", version: 3, body: Self.fraud)
            let before = try await bench.statements()
            // Everything is signed again by the next key, also what is not in force.
            let key = "/issuer-keys/\(try await bench.keys()[0]["id"]?.text ?? "")"
            let stolen = #"{"reason":"密钥泄露"}"#
            #expect(try await bench.ask("POST \(key)/revocation", as: "bureau", version: 2, body: stolen).status == 200)
            for _ in 0..<3 { try await bench.service.tick() }
            let list = try await bench.statusList()
            #expect(try await list.trust == reference() && list.trust != first)
            let after = try await bench.statements()
            #expect(after.first != before.first)
            #expect([before, after].map { $0.map { list.entry(of: $0)?.reason } } == [[.fraud, nil], [.fraud, nil]])
        }
    }

    @Test("lists are issued anew every hour and are kept for their time")
    func hourly() async throws {
        try await Bench.with { bench in
            try await bench.service.tick()
            try await bench.service.tick()
            let first = try await bench.statusList()
            #expect(first.version == 1 && first.validUntil > first.issuedAt.addingTimeInterval(86_000))
            try await bench.service.travel(to: first.issuedAt.addingTimeInterval(3700))
            try await bench.service.tick()
            #expect(try await bench.statusList().version == 2)
        }
    }
}

@Suite("Revoking by the offices")
struct RevocationTests {
    private static let notice = #"{"reason":"fraud","note":"提交的工作年限证明系伪造"}"#

    @Test("tells, hears and then decides")
    func process() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            let id = try await bench.certificate(0).split(separator: "/").last ?? ""
            let open = #"{"certificate":"\#(id)","reason":"专项检查发现材料造假"}"#
            let opened = try await bench.ask("POST /revocations", as: "centre", body: open)
            #expect(opened.status == 201 && opened.json["state"]?.text == "due")
            #expect(
                try await bench.ask("POST /revocations", as: "bureau", body: open).code
                    == "certificate.revocation-known"
            )
            let path = "/revocations/\(opened.json["id"]?.text ?? "")"
            let revoke = #"{"outcome":"revoked","reason":"事实清楚"}"#
            let early = try await bench.ask("POST \(path)/decision", as: "bureau", version: 1, body: revoke)
            #expect(early.code == "certificate.revocation-not-told")
            let told = try await bench.ask("POST \(path)/notice", as: "centre", version: 1, body: Self.notice)
            #expect(told.json["hearUntil"]?.text == "2026-10-21", "five working days after the fourteenth")
            let waits = try await bench.ask("POST \(path)/decision", as: "bureau", version: 2, body: revoke)
            #expect(waits.code == "certificate.revocation-hearing-runs")
            #expect(try await bench.ask("POST \(path)/decision", as: "centre", version: 2, body: revoke).status == 403)
            let heard = #"{"reason":"本人认可,不申辩"}"#
            #expect(try await bench.ask("POST \(path)/hearing", as: "centre", version: 2, body: heard).status == 200)
            let decided = try await bench.ask("POST \(path)/decision", as: "bureau", version: 3, body: revoke)
            #expect(decided.json["state"]?.text == "decided" && decided.status == 200)
            let status = try await bench.ask("GET /certificates/\(id)/status", as: "hr")
            #expect(status.json["status"]?.text == "revoked" && status.json["reason"]?.text == "fraud")
            #expect(try await bench.ask("POST \(path)/hearing", as: "centre", version: 4, body: heard).status == 409)
        }
    }

    @Test("waits until the time to be heard is over, and can leave the certificate as it is")
    func kept() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            let id = try await bench.certificate(0).split(separator: "/").last ?? ""
            let open = #"{"certificate":"\#(id)","reason":"举报"}"#
            let opened = try await bench.ask("POST /revocations", as: "centre", body: open)
            let path = "/revocations/\(opened.json["id"]?.text ?? "")"
            _ = try await bench.ask("POST \(path)/notice", as: "centre", version: 1, body: Self.notice)
            try await bench.travel(to: "2026-10-21")
            let keep = #"{"outcome":"kept","reason":"证据不足"}"#
            #expect(try await bench.ask("POST \(path)/decision", as: "bureau", version: 2, body: keep).status == 409)
            try await bench.travel(to: "2026-10-22")
            let decided = try await bench.ask("POST \(path)/decision", as: "bureau", version: 2, body: keep)
            #expect(decided.status == 200 && decided.json["decision"]?.text == "证据不足")
            #expect(try await bench.ask("GET /certificates/\(id)/status", as: "hr").json["status"]?.text == "valid")
        }
    }
}

extension Bench {
    /// The newest status list.
    func statusList() async throws -> StatusList {
        let list = try WireFormat.decode(
            SignedList.self,
            from: Array(try await ask("GET /status-list", as: nil).text.utf8)
        )
        return try WireFormat.decode(from: Base64URL.bytes(of: list.payload) ?? [])
    }

    /// The path of a certificate, by the order of the list.
    func certificate(_ place: Int) async throws -> String {
        let items = try await ask("GET /certificates", as: "centre").json["items"]?.elements ?? []
        let sorted = items.sorted { ($0["number"]?.text ?? "") < ($1["number"]?.text ?? "") }
        return "/certificates/\(sorted[place]["id"]?.text ?? "")"
    }
}
