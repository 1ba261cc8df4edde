import CertificateDomain
import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("A wrong number told by the province", .timeLimit(.minutes(30)))
struct WrongNumbersTests {
    private static let procedure = [
        "provincialAudit": #""recorded""#, "municipalAudit": #""recorded""#, "numbers": #""province""#,
    ]
    private static let foreign = "Y00003716999926T000001"
    private static let right = "Y00003716000126T000007"
    private static let other = "Y00003716000126T000008"

    /// A batch of one that waits for what the province says; gives its path and its upload.
    private func handedIn(_ rig: SandboxRig) async throws -> (path: String, upload: String) {
        try await rig.control("POST /sandbox/behaviour", #"{"delay":true}"#)
        try await rig.bench.tell(rig.bench.approved(names: ["王建国"]))
        let path = "/registrations/\(try await rig.bench.registration())"
        _ = try await rig.bench.ask("POST \(path)/submission", as: "hr", version: 1)
        try await rig.tick()
        return (path, try #require(try await rig.uploads().first?["id"]?.text))
    }

    private func settle(_ rig: SandboxRig, _ drift: JSONValue?, number: String) async throws -> Bench.Answered {
        try await rig.bench.ask(
            "POST /drift/\(drift?["id"]?.text ?? "")/settlement",
            as: "centre",
            version: drift?["version"]?.int,
            body: #"{"reason":"已与省中心核实","number":"\#(number)"}"#
        )
    }

    @Test("gives way to a later one while nothing is issued, and both stay on record")
    func laterReceipt() async throws {
        try await SandboxRig.with(procedure: Self.procedure) { rig in
            let (path, upload) = try await handedIn(rig)
            try await rig.say(upload, 1, "accepted", number: Self.foreign)
            try await rig.tick()
            #expect(try await rig.drifts().map { $0["kind"]?.text } == ["number"])
            try await rig.say(upload, 1, "accepted", number: Self.right)
            try await rig.tick()
            let shown = try await rig.bench.ask("GET \(path)", as: "centre").json
            #expect(shown["state"]?.text == "numbered")
            #expect(shown["certificates"]?[0]?["number"]?.text == Self.right)
            let one = try await rig.uploads().first
            #expect(one?["number"]?.text == Self.right)
            #expect(one?["formerNumbers"]?[0]?["number"]?.text == Self.foreign)
            #expect(try await rig.drifts() == [])
            #expect(try await rig.drifts("vanished").map { $0["theirs"]?.text } == [Self.foreign])
            // A third is a contradiction: the number was taken.
            try await rig.say(upload, 1, "accepted", number: Self.other)
            try await rig.tick()
            #expect(try await rig.drifts().map { $0["kind"]?.text } == ["contradiction"])
            #expect(try await rig.uploads().first?["number"]?.text == Self.right)
        }
    }

    @Test("is replaced by an officer's decision, which is refused once the certificate is issued")
    func decision() async throws {
        try await SandboxRig.with(procedure: Self.procedure) { rig in
            let (path, upload) = try await handedIn(rig)
            try await rig.say(upload, 1, "accepted", number: Self.foreign)
            try await rig.tick()
            let first = try #require(try await rig.drifts().first)
            #expect(try await settle(rig, first, number: Self.foreign).code == "certificate.provincial-number-agency")
            let settled = try await settle(rig, first, number: Self.right)
            #expect(settled.status == 200)
            #expect(settled.json["settlement"]?["number"]?.text == Self.right)
            #expect(settled.json["theirs"]?.text == Self.foreign)
            let shown = try await rig.bench.ask("GET \(path)", as: "centre").json
            #expect(shown["state"]?.text == "numbered")
            #expect(shown["certificates"]?[0]?["number"]?.text == Self.right)
            let former = try await rig.uploads().first?["formerNumbers"]?[0]
            #expect(former?["number"]?.text == Self.foreign)
            #expect(former?["reason"]?.text == "已与省中心核实")

            // One that was taken is replaced by an officer alone, and is void then.
            try await rig.say(upload, 1, "accepted", number: Self.other)
            try await rig.tick()
            #expect(try await settle(rig, try await rig.drifts().first, number: Self.other).status == 200)
            let numbered = try await rig.bench.ask("GET \(path)", as: "centre").json
            #expect(numbered["certificates"]?[0]?["number"]?.text == Self.other)
            let lines = try await rig.bench.ask("GET /numbers?agency=\(Samples.agencyCode)&year=2026", as: "centre")
            let void = lines.json["items"]?.elements.first { $0["number"]?.text == Self.right }
            #expect(void?["reason"]?.text == "replaced-by-province")
            let check = try await rig.bench.ask(
                "GET /numbers/check?agency=\(Samples.agencyCode)&year=2026",
                as: "centre"
            )
            #expect(check.status == 200)

            let issued = try await rig.bench.ask(
                "POST \(path)/issue",
                as: "hr",
                version: numbered["version"]?.int
            )
            #expect(issued.status == 200)
            try await rig.tick()
            try await rig.say(upload, 2, "accepted", number: "Y00003716000126T000009")
            try await rig.tick()
            let late = try await settle(rig, try await rig.drifts().first, number: "Y00003716000126T000009")
            #expect(late.code == "certificate.provincial-number-differs")
        }
    }

    @Test("is decided only with a difference about a number")
    func otherDifferences() async throws {
        try await SandboxRig.with { rig in
            _ = try await rig.bench.issued(names: ["王建国"])
            try await rig.tick()
            try await rig.say("00000000-0000-7000-8000-000000009999", 1, "accepted")
            try await rig.tick()
            let answer = try await settle(rig, try await rig.drifts().first, number: Self.right)
            #expect(answer.code == "certificate.drift-not-about-number")
        }
    }

    @Test("and a person turned down beside it: set apart from a numbered batch, corrected and numbered by the province")
    func setApart() async throws {
        let here = ["numbers": #""province""#]
        try await SandboxRig.with(procedure: here) { rig in
            let bench = rig.bench
            let rule = #"{"numbers":true,"reject":[{"field":"name","value":"李明","reason":"证件号码有误"}]}"#
            try await rig.control("POST /sandbox/behaviour", rule)
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            let passed = #"{"outcome":"passed"}"#
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            _ = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: passed)
            _ = try await bench.ask("POST \(path)/provincial-audit", as: "province", version: 3, body: passed)
            try await rig.tick()
            #expect(try await rig.states() == ["accepted", "rejected"])
            var shown = try await bench.ask("GET \(path)", as: "hr").json
            #expect(shown["state"]?.text == "audited")
            // The others go on without.
            _ = try await bench.ask("POST \(path)/numbers", as: "centre", version: shown["version"]?.int)
            shown = try await bench.ask("GET \(path)", as: "hr").json
            #expect(shown["state"]?.text == "numbered")
            let ids = shown["certificates"]?.elements.compactMap { $0["id"]?.text } ?? []
            try #require(ids.count == 2)
            func takeBack(_ certificate: String) async throws -> Bench.Answered {
                try await bench.ask(
                    "POST \(path)/persons/\(certificate)/taking-back",
                    as: "hr",
                    version: shown["version"]?.int,
                    body: #"{"reason":"省系统退回,单独更正"}"#
                )
            }
            #expect(try await takeBack(ids[0]).code == "certificate.already-numbered")
            let apart = try await takeBack(ids[1])
            #expect(apart.status == 201)
            #expect(apart.json["state"]?.text == "returned")
            #expect(apart.json["correction"]?["persons"]?[0]?["reason"]?.text == "证件号码有误")
            let own = "/registrations/\(apart.json["id"]?.text ?? "")"
            let corrected = try await bench.ask(
                "POST \(own)/persons/\(ids[1])/correction",
                as: "hr",
                version: apart.json["version"]?.int,
                body: #"{"documentNumber":"440524188001010014"}"#
            )
            #expect(corrected.status == 200)
            try await rig.control("POST /sandbox/behaviour", #"{"numbers":true}"#)
            let version = corrected.json["version"]?.int ?? (apart.json["version"]?.int ?? 0) + 1
            _ = try await bench.ask("POST \(own)/submission", as: "hr", version: version)
            _ = try await bench.ask("POST \(own)/municipal-audit", as: "centre", version: version + 1, body: passed)
            _ = try await bench.ask("POST \(own)/provincial-audit", as: "province", version: version + 2, body: passed)
            try await rig.tick()
            try await rig.tick()
            let end = try await bench.ask("GET \(own)", as: "hr").json
            #expect(end["state"]?.text == "numbered")
            #expect(end["certificates"]?[0]?["number"]?.text == "Y00003716000126T000002")
            // The rest of the batch is issued meanwhile.
            let issued = try await bench.ask(
                "POST \(path)/issue",
                as: "hr",
                version: try await bench.ask("GET \(path)", as: "hr").json["version"]?.int
            )
            #expect(issued.status == 200)
        }
    }

    @Test("is decided after New Year for a number of the year in which the province gave it")
    func afterNewYear() async throws {
        try await SandboxRig.with(procedure: Self.procedure) { rig in
            let (path, upload) = try await handedIn(rig)
            try await rig.say(upload, 1, "accepted", number: Self.foreign)
            try await rig.tick()
            try await rig.bench.travel(to: "2027-01-08")
            let drift = try #require(try await rig.drifts().first { $0["kind"]?.text == "number" })
            let settled = try await settle(rig, drift, number: Self.right)
            #expect(settled.status == 200, "\(settled.text)")
            let shown = try await rig.bench.ask("GET \(path)", as: "centre").json
            #expect(shown["certificates"]?[0]?["number"]?.text == Self.right)
        }
    }

    @Test("is not decided by half while the filing is out of force")
    func whileFrozen() async throws {
        try await SandboxRig.with(procedure: Self.procedure) { rig in
            let (path, upload) = try await handedIn(rig)
            try await rig.say(upload, 1, "accepted", number: Self.foreign)
            try await rig.tick()
            let filing = FilingStandingSample(
                filing: Samples.uuid(12),
                filer: Samples.enterprise,
                occupations: [Samples.welder],
                validThrough: Samples.day("2028-12-31")
            )
            try await rig.bench.service.hear(filing.cancelled(2), from: .filing, sequence: 1)
            let drift = try #require(try await rig.drifts().first { $0["kind"]?.text == "number" })
            let refused = try await settle(rig, drift, number: Self.right)
            #expect(refused.code == "certificate.provincial-number-frozen", "\(refused.text)")
            #expect(try await rig.drifts().map { $0["id"]?.text } == [drift["id"]?.text])
            #expect(try await rig.uploads().first?["number"]?.text == Self.foreign)
            #expect(try await rig.bench.ask("GET \(path)", as: "centre").json["certificates"]?[0]?["number"] == nil)
        }
    }
}
