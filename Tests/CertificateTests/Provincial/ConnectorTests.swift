import CertificateDomain
import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("The connector and the provincial system")
struct ConnectorTests {
    @Test("take issued certificates to where everybody finds them, and tell whom they concern")
    func way() async throws {
        try await SandboxRig.with { rig in
            let path = try await rig.bench.issued()
            try await rig.tick()
            #expect(try await rig.states() == ["accepted", "accepted"])
            try await rig.control("POST /sandbox/show", #"{"outcome":"visible-in-province"}"#)
            try await rig.tick()
            try await rig.control("POST /sandbox/show", #"{"outcome":"visible-nationally"}"#)
            try await rig.tick()
            let mine = try await rig.bench.ask("GET \(path)/uploads", as: "hr").json["items"]?.elements ?? []
            #expect(mine.map { $0["stateName"]?.text } == ["全国可查", "全国可查"])
            let stages = mine.first?["steps"]?.elements.compactMap { $0["state"]?.text }
            #expect(stages == ["queued", "sent", "accepted", "visible-in-province", "visible-nationally"])
            #expect(try await rig.bench.ask("GET \(path)/uploads", as: "other-hr").status == 403)
            let own = await rig.bench.service.call(
                "GET",
                "/uploads/own",
                as: .employee,
                of: Samples.enterprise.creditCode,
                person: Samples.uuid(1000)
            )
            #expect(own.member("items") == "1 items")
            #expect(own.member("items", "0", "name") == "王建国")
            // Nothing is made or sent twice, however often it is looked at.
            try await rig.tick()
            let state = try await rig.control("GET /sandbox/state")
            #expect(state["arrivals"]?.int == 1)
            #expect(try await rig.reconcile() == [])
            let runs = try await rig.bench.ask("GET /reconciliations", as: "bureau").json["items"]?.elements ?? []
            #expect(runs.first?["ours"]?.int == 2)
            #expect(runs.first?["theirs"]?.int == 2)
            #expect(runs.first?["differing"]?.int == 0)
        }
    }

    @Test("let the province audit: what it rejects returns to the enterprise, the rest goes on")
    func audits() async throws {
        try await SandboxRig.with(procedure: ["provincialAudit": #""recorded""#]) { rig in
            let bench = rig.bench
            let rules = #"{"reject":[{"field":"name","value":"李明","reason":"工种与备案不符"}]}"#
            try await rig.control("POST /sandbox/behaviour", rules)
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            try await rig.tick()
            #expect(try await rig.states() == [])
            _ = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: #"{"outcome":"passed"}"#
            )
            try await rig.tick()
            #expect(try await rig.states().sorted() == ["accepted", "rejected"])
            let all = try await bench.ask("GET /registrations", as: "hr").json["items"]?.elements ?? []
            #expect(Set(all.compactMap { $0["state"]?.text }) == ["numbered", "returned"])
            let returned = all.first { $0["state"]?.text == "returned" }
            let id = try #require(returned?["id"]?.text)
            let shown = try await bench.ask("GET /registrations/\(id)", as: "hr")
            let told = try await bench.ask("GET /registrations/\(id)/uploads", as: "hr").json["items"]?[0]
            #expect(told?["reason"]?.text == "工种与备案不符")
            #expect(try await rig.drifts() == [])

            // Handed in again, its record is made anew and decided anew.
            try await rig.control("POST /sandbox/behaviour", "{}")
            _ = try await bench.ask(
                "POST /registrations/\(id)/submission",
                as: "hr",
                version: shown.json["version"]?.int
            )
            try await rig.tick()
            let after = try await bench.ask("GET /registrations/\(id)", as: "hr").json
            if after["state"]?.text == "submitted" {
                _ = try await bench.ask(
                    "POST /registrations/\(id)/municipal-audit",
                    as: "centre",
                    version: after["version"]?.int,
                    body: #"{"outcome":"passed"}"#
                )
                try await rig.tick()
            }
            let again = try await bench.ask("GET /registrations/\(id)/uploads", as: "hr").json["items"]?[0]
            #expect(again?["revision"]?.int == 2)
            #expect(again?["state"]?.text == "accepted")
            let stages = again?["steps"]?.elements.compactMap { $0["state"]?.text } ?? []
            #expect(stages == ["queued", "sent", "rejected", "resubmitted", "sent", "accepted"])
            #expect(try await bench.ask("GET /registrations/\(id)", as: "hr").json["state"]?.text == "numbered")
        }
    }

    @Test("take the numbers the province gives, and list those that are none of the agency's")
    func numbers() async throws {
        let procedure = [
            "provincialAudit": #""recorded""#, "municipalAudit": #""recorded""#, "numbers": #""province""#,
        ]
        try await SandboxRig.with(procedure: procedure) { rig in
            let bench = rig.bench
            try await rig.control("POST /sandbox/behaviour", #"{"numbers":true}"#)
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            try await rig.tick()
            let shown = try await bench.ask("GET \(path)", as: "centre").json
            #expect(shown["state"]?.text == "numbered")
            let given = shown["certificates"]?.elements.compactMap { $0["number"]?.text } ?? []
            #expect(Set(given) == ["Y00003716000126T000001", "Y00003716000126T000002"])
            #expect(try await rig.drifts() == [])
        }
        try await SandboxRig.with(procedure: procedure) { rig in
            let bench = rig.bench
            try await rig.control("POST /sandbox/behaviour", #"{"delay":true}"#)
            try await bench.tell(bench.approved(names: ["王建国"]))
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            try await rig.tick()
            let upload = try #require(try await rig.uploads().first?["id"]?.text)
            let word =
                #"{"upload":"\#(upload)","revision":1,"outcome":"accepted","number":"Y00003716999926T000001","at":"2026-10-14T12:00:00.000+08:00"}"#
            try await rig.control("POST /sandbox/say", word)
            try await rig.tick()
            let found = try await rig.drifts()
            #expect(found.map { $0["kind"]?.text } == ["number"])
            let shown = try await bench.ask("GET \(path)", as: "centre").json
            #expect(shown["certificates"]?[0]?["number"]?.text == nil)
        }
    }

    struct BadAnswer: CustomTestStringConvertible {
        let behaviour: String
        /// How its parked reason begins; nil where nothing is parked.
        let parked: String?
        var testDescription: String { behaviour }
    }

    static let badAnswers: [BadAnswer] = [
        .init(behaviour: #"{"notJSON":1,"delay":true}"#, parked: "unreadable"),
        .init(behaviour: #"{"wrongSignature":1,"delay":true}"#, parked: "signature"),
        .init(behaviour: #"{"oversize":1,"delay":true}"#, parked: "oversize"),
        .init(behaviour: #"{"unavailable":1}"#, parked: nil),
        .init(behaviour: #"{"silent":1,"delay":true}"#, parked: nil),
        .init(behaviour: #"{"slow":4000}"#, parked: nil),
    ]

    @Test("put an answer aside that is none, and send the same once more to no double effect", arguments: badAnswers)
    func bad(_ answer: BadAnswer) async throws {
        try await SandboxRig.with { rig in
            _ = try await rig.bench.issued()
            try await rig.control("POST /sandbox/behaviour", answer.behaviour)
            try await rig.tick()
            #expect(try await rig.states() == ["queued", "queued"])
            let parked = try await rig.parked()
            if let reason = answer.parked {
                #expect(parked.contains { $0.hasPrefix(reason) }, "\(parked)")
            } else {
                #expect(parked == [])
            }
            let waiting = try await rig.bench.ask("GET /province", as: "centre").json
            #expect(waiting["failing"]?.int == 1)
            #expect(waiting["isSandbox"] == .flag(true))
            try await rig.control("POST /sandbox/behaviour", "{}")
            try await rig.tick()
            try await rig.control("POST /sandbox/decide")
            try await rig.tick()
            #expect(try await rig.states() == ["accepted", "accepted"])
            let state = try await rig.control("GET /sandbox/state")
            #expect(state["deliveries"]?.int == 1)
            #expect(state["records"]?.elements.count == 2)
        }
    }

    @Test("hear late and doubled answers without harm, and keep what is settled when it is contradicted")
    func contradictions() async throws {
        try await SandboxRig.with { rig in
            _ = try await rig.bench.issued(names: ["王建国"])
            try await rig.control("POST /sandbox/behaviour", #"{"delay":true,"repeats":3}"#)
            try await rig.tick()
            #expect(try await rig.states() == ["sent"])
            try await rig.control("POST /sandbox/decide")
            try await rig.tick()
            #expect(try await rig.states() == ["accepted"])
            #expect(try await rig.drifts() == [])

            let upload = try #require(try await rig.uploads().first?["id"]?.text)
            func say(_ upload: String, _ outcome: String, _ more: String = "") async throws {
                let at = #""at":"2026-10-14T12:00:00.000+08:00""#
                let word = #"{"upload":"\#(upload)","revision":1,"outcome":"\#(outcome)",\#(more)\#(at)}"#
                try await rig.control("POST /sandbox/say", word)
            }
            try await say(upload, "received")
            try await say(upload, "rejected", #""reason":"改判","#)
            try await say(upload, "accepted", #""number":"Y00003716000126T000099","#)
            try await say("00000000-0000-7000-8000-000000009999", "accepted")
            try await rig.tick()
            #expect(try await rig.states() == ["accepted"])
            let kinds = try await rig.drifts().compactMap { $0["kind"]?.text }
            #expect(kinds.sorted() == ["contradiction", "contradiction", "unknown-person"])

            let drift = try #require(try await rig.drifts().first)
            let route = "POST /drift/\(drift["id"]?.text ?? "")/settlement"
            let version = drift["version"]?.int
            #expect(try await rig.bench.ask(route, as: "centre", version: version, body: "{}").status == 400)
            let reason = #"{"reason":"已电话核实,省系统误发"}"#
            #expect(try await rig.bench.ask(route, as: "hr", version: version, body: reason).status == 403)
            #expect(try await rig.bench.ask(route, as: "centre", version: version, body: reason).status == 200)
            #expect(try await rig.bench.ask(route, as: "centre", version: 2, body: reason).status == 409)
            #expect(try await rig.drifts().count == 2)
            #expect(try await rig.drifts("settled").count == 1)
        }
    }

    @Test("find each kind of difference, and let it vanish when it is gone")
    func drifts() async throws {
        try await SandboxRig.with { rig in
            _ = try await rig.bench.issued(names: ["王建国", "李明", "赵强", "孙丽"])
            try await rig.tick()
            #expect(try await rig.reconcile() == [])
            let uploads = try await rig.uploads().compactMap { $0["id"]?.text }
            try #require(uploads.count == 4)
            func tamper(_ upload: String, _ what: String) async throws {
                try await rig.control("POST /sandbox/tamper", #"{"upload":"\#(upload)",\#(what)}"#)
            }
            try await tamper(uploads[0], #""forget":true"#)
            try await tamper(uploads[1], #""field":"unit""#)
            try await tamper(uploads[2], #""outcome":"visible-in-province""#)
            try await tamper(uploads[3], #""outcome":"received""#)
            let stranger = """
                {"upload":"00000000-0000-7000-8000-000000008888","revision":1,"creditCode":"91371600MA3N00011J",\
                "month":"2026-10","salt":"x","record":{"name":"某人"}}
                """
            try await rig.control("POST /sandbox/invent", stranger)
            let found = try await rig.reconcile()
            let kinds = found.compactMap { $0["kind"]?.text }.sorted()
            #expect(kinds == ["ahead", "behind", "field", "missing-here", "missing-there"])
            #expect(found.contains { $0["field"]?.text == "unit" })
            // Compared again, nothing is brought up twice.
            #expect(try await rig.reconcile().count == 5)

            // What the province lost is sent again; what it says of it is heard.
            let lost = try #require(found.first { $0["kind"]?.text == "missing-there" })
            let route = "POST /drift/\(lost["id"]?.text ?? "")/settlement"
            let body = #"{"reason":"省系统遗失,重新发送","resend":true}"#
            let settled = try await rig.bench.ask(route, as: "centre", version: lost["version"]?.int, body: body)
            #expect(settled.status == 200)
            try await tamper(uploads[2], #""outcome":"accepted""#)
            try await tamper(uploads[3], #""outcome":"accepted""#)
            try await tamper("00000000-0000-7000-8000-000000008888", #""forget":true"#)
            try await rig.tick()
            let left = try await rig.reconcile()
            #expect(left.compactMap { $0["kind"]?.text } == ["field"])
            #expect(try await rig.drifts("vanished").count == 3)
        }
    }

    @Test("lose what the province accepts and loses to no silence: the night's comparison finds it")
    func dropped() async throws {
        try await SandboxRig.with { rig in
            // The night's comparison is behind us before anything is sent.
            try await rig.tick()
            _ = try await rig.bench.issued(names: ["王建国"])
            try await rig.control("POST /sandbox/behaviour", #"{"drop":1}"#)
            try await rig.tick()
            #expect(try await rig.states() == ["sent"])
            #expect(try await rig.drifts() == [])
            // The next night, by itself and once.
            try await rig.bench.travel(to: "2026-10-15")
            try await rig.tick()
            try await rig.tick()
            #expect(try await rig.drifts().map { $0["kind"]?.text } == ["missing-there"])
            let runs = try await rig.bench.ask("GET /reconciliations", as: "centre").json["items"]?.elements ?? []
            #expect(runs.compactMap { $0["night"]?.text } == ["2026-10-15", "2026-10-14"])
        }
    }

    @Test("refuse settings that cannot be followed, and keep sandboxes and real keys apart")
    func settings() async throws {
        for (transport, url) in [("fax", ""), ("http", "ftp://x"), ("http", "")] {
            await #expect(throws: (any Error).self) {
                try await ServiceUnderTest.with(
                    Main.self,
                    settings: ["province.transport": transport, "province.url": url]
                ) { _ in }
            }
        }
        let secret = Data(repeating: 7, count: 32).base64EncodedString()
        #expect(try ProvinceKey("sandbox-1 \(secret)", from: "x").isSandbox)
        #expect(try !ProvinceKey("sd-2026 \(secret)", from: "x").isSandbox)
        for line in [
            "", "sandbox-1", "sandbox-1 !!", "sandbox-1 \(Data(repeating: 7, count: 8).base64EncodedString())",
        ] {
            #expect(throws: ProvinceKey.Unreadable.self) { try ProvinceKey(line, from: "x") }
        }
    }

    @Test("a sandbox does not start with a real key")
    func sandboxKey() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "key-\(NewID.v7().lowercase)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "real").path()
        let port = folder.appending(path: "port").path()
        let secret = Data(repeating: 7, count: 32).base64EncodedString()
        try "sd-2026 \(secret)".write(toFile: file, atomically: true, encoding: .utf8)
        let process = try ServiceProcess(
            "gongjiang-sandbox-province",
            ["GONGJIANG_PROVINCE_KEY": file, "GONGJIANG_HTTP_PORT": "0", "GONGJIANG_PORT_FILE": port]
        )
        // It ends by itself.
        #expect(await !process.wasKilled())
        #expect(!FileManager.default.fileExists(atPath: port))
    }
}
