import CertificateDomain
import Contracts
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("Records that change on their way to the province", .timeLimit(.minutes(30)))
struct RecordsThatChangeTests {
    private static let passed = #"{"outcome":"passed"}"#
    private static let provincial = ["provincialAudit": #""recorded""#]

    @Test("are sent anew when they were corrected, though nobody rejected them, and not when they say the same")
    func corrected() async throws {
        let both = ["provincialAudit": #""recorded""#, "municipalAudit": #""recorded""#]
        try await SandboxRig.with(procedure: both) { rig in
            let bench = rig.bench
            try await rig.control("POST /sandbox/behaviour", #"{"delay":true}"#)
            try await bench.tell(bench.approved(names: ["王建国"], record: PersonRecord(telephone: "13954300001")))
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            try await rig.tick()
            #expect(try await rig.states() == ["sent"])
            let back =
                #"{"office":"municipal","outcome":"returned","reason":"电话有误","reference":"市审1","on":"2026-10-14"}"#
            #expect(
                try await bench.ask("POST \(path)/recorded-audit", as: "centre", version: 2, body: back).status == 200
            )
            // What was returned stays there as it is until it is corrected.
            try await rig.tick()
            #expect(try await rig.states() == ["sent"])
            let shown = try await bench.ask("GET \(path)", as: "hr").json
            let certificate = shown["certificates"]?[0]?["id"]?.text ?? ""
            let correction = "POST \(path)/persons/\(certificate)/correction"
            let word = #"{"telephone":"13954300002"}"#
            #expect(try await bench.ask(correction, as: "hr", version: 3, body: word).status == 200)
            #expect(try await bench.ask("POST \(path)/submission", as: "hr", version: 4).status == 200)
            try await rig.tick()
            let kept = try await rig.control("GET /sandbox/state")["records"]?[0]
            #expect(kept?["revision"]?.int == 2)
            // The province's late word of the first sending contradicts nothing.
            let upload = kept?["upload"]?.text ?? ""
            try await rig.say(upload, 1, "accepted")
            try await rig.tick()
            #expect(try await rig.states() == ["sent"])
            #expect(try await rig.drifts() == [])
            // Returned and handed in as it was, it is not sent over again.
            #expect(
                try await bench.ask("POST \(path)/recorded-audit", as: "centre", version: 5, body: back).status == 200
            )
            #expect(try await bench.ask("POST \(path)/submission", as: "hr", version: 6).status == 200)
            try await rig.tick()
            #expect(try await rig.uploads().first?["revision"]?.int == 2)
            #expect(try await rig.reconcile() == [])
        }
    }

    @Test("keep no other from going when the province does not take one in, and go again once that is mended")
    func refused() async throws {
        try await SandboxRig.with { rig in
            let rule = #"{"refuse":[{"field":"name","value":"李明","reason":"证件号码校验不通过"}]}"#
            try await rig.control("POST /sandbox/behaviour", rule)
            _ = try await rig.bench.issued(names: ["王建国", "李明", "赵强", "孙丽", "周敏"])
            for _ in 0..<4 { try await rig.tick() }
            #expect(try await rig.states().sorted() == ["accepted", "accepted", "accepted", "accepted", "refused"])
            let one = try #require(try await rig.uploads("refused").first)
            #expect(one["name"]?.text == "李明")
            #expect(one["reason"]?.text == "省系统未受理(HTTP 422):证件号码校验不通过")
            let province = try await rig.bench.ask("GET /province", as: "centre").json
            #expect(province["refused"]?.int == 1)
            #expect(province["waiting"]?.int == 0)
            // It is not tried over and over by itself.
            let arrivals = try await rig.control("GET /sandbox/state")["arrivals"]?.int
            try await rig.tick()
            #expect(try await rig.control("GET /sandbox/state")["arrivals"]?.int == arrivals)
            #expect(try await rig.reconcile() == [])

            try await rig.control("POST /sandbox/behaviour", "{}")
            try await rig.correct("李明", #"{"documentNumber":"440524188001010014"}"#)
            try await rig.tick()
            #expect(try await rig.states().allSatisfy { $0 == "accepted" })
            #expect(try await rig.reconcile() == [])
        }
        // As it was, too, on an officer's word.
        try await SandboxRig.with { rig in
            let rule = #"{"refuse":[{"field":"name","value":"李明","reason":"系统维护"}]}"#
            try await rig.control("POST /sandbox/behaviour", rule)
            _ = try await rig.bench.issued(names: ["李明"])
            try await rig.tick()
            #expect(try await rig.states() == ["refused"])
            try await rig.control("POST /sandbox/behaviour", "{}")
            let id = try await rig.uploads().first?["id"]?.text ?? ""
            #expect(try await rig.bench.ask("POST /uploads/\(id)/resubmission", as: "centre").status == 204)
            try await rig.tick()
            #expect(try await rig.states() == ["accepted"])
        }
    }

    /// Takes a batch to the city centre's pass, which is when its records go.
    private func passed(_ rig: SandboxRig, names: [String]) async throws -> String {
        try await rig.bench.tell(rig.bench.approved(names: names))
        let path = "/registrations/\(try await rig.bench.registration())"
        _ = try await rig.bench.ask("POST \(path)/submission", as: "hr", version: 1)
        _ = try await rig.bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: Self.passed)
        return path
    }

    /// Queues what is due and sends nothing.
    private func queue(_ rig: SandboxRig) async throws {
        let province = rig.bench.service.definition.province
        try await rig.bench.pool.transaction { tx in
            _ = try province.queue(at: Samples.day("2026-10-14").start.addingTimeInterval(12 * 3600), in: tx)
        }
    }

    @Test("stay here when their person is held, taken out or taken back before they went, and go when that ends")
    func notSent() async throws {
        try await SandboxRig.with(procedure: Self.provincial) { rig in
            let bench = rig.bench
            let path = try await passed(rig, names: ["王建国", "李明", "赵强", "孙丽"])
            try await queue(rig)
            #expect(try await rig.states() == ["queued", "queued", "queued", "queued"])
            try await bench.tell(publicity: Publicity.held(Samples.uuid(1001)))
            try await bench.tell(publicity: Publicity.removed(Samples.uuid(1002)))
            let shown = try await bench.ask("GET \(path)", as: "hr").json
            let fourth = shown["certificates"]?[3]?["id"]?.text ?? ""
            let back = try await bench.ask(
                "POST \(path)/persons/\(fourth)/taking-back",
                as: "hr",
                version: shown["version"]?.int,
                body: #"{"reason":"出国"}"#
            )
            #expect(back.status == 201)
            // Sent without being looked through again: decided at the last moment.
            try await rig.bench.pool.transaction { tx in
                try tx.execute(
                    """
                    INSERT INTO upload_look (registration, version)
                    SELECT r.id, r.version * 100000 + coalesce(sum(c.version), 0)::int FROM registration AS r
                    LEFT JOIN certificate AS c ON c.registration = r.id GROUP BY r.id
                    ON CONFLICT (registration) DO UPDATE SET version = excluded.version
                    """
                )
            }
            try await rig.tick()
            let states = try await rig.uploads().map { "\($0["name"]?.text ?? "") \($0["state"]?.text ?? "")" }
            #expect(states == ["王建国 accepted", "李明 shelved", "赵强 shelved", "孙丽 shelved"])
            #expect(try await rig.control("GET /sandbox/state")["records"]?.elements.count == 1)
            #expect(try await rig.uploads().map { $0["reason"]?.text }.last == "企业撤回")
            // The rest goes on without them.
            try await rig.tick()
            #expect(try await bench.ask("GET \(path)", as: "centre").json["state"]?.text == "numbered")
            #expect(try await rig.drifts() == [])
            #expect(try await rig.reconcile() == [])

            try await bench.tell(publicity: Publicity.cleared(Samples.uuid(1001)))
            try await rig.tick()
            #expect(try await rig.uploads().map { $0["state"]?.text }[1] == "accepted")
        }
    }

    @Test("are taken back when they were sent, and a difference is open until the province confirms")
    func takenBack() async throws {
        try await SandboxRig.with(procedure: Self.provincial) { rig in
            let bench = rig.bench
            try await rig.control("POST /sandbox/behaviour", #"{"delay":true}"#)
            let path = try await passed(rig, names: ["王建国", "李明"])
            try await rig.tick()
            #expect(try await rig.states() == ["sent", "sent"])
            try await bench.tell(publicity: Publicity.held(Samples.uuid(1001)))
            try await rig.tick()
            #expect(try await rig.states() == ["sent", "withdrawal-sent"])
            let open = try await rig.drifts()
            #expect(open.map { $0["kind"]?.text } == ["withdrawal"])
            // Comparing does not make it go away.
            #expect(try await rig.reconcile().map { $0["kind"]?.text } == ["withdrawal"])
            try await rig.control("POST /sandbox/decide")
            try await rig.tick()
            #expect(try await rig.states() == ["accepted", "withdrawn"])
            #expect(try await rig.drifts() == [])
            #expect(try await rig.drifts("vanished").count == 1)
            #expect(try await bench.ask("GET \(path)", as: "centre").json["state"]?.text == "numbered")
            #expect(try await rig.reconcile() == [])
            let second = try await rig.uploads()[1]
            let steps = second["steps"]?.elements.compactMap { $0["state"]?.text } ?? []
            #expect(steps == ["queued", "sent", "withdrawing", "withdrawal-sent", "withdrawn"])
            #expect(second["reason"]?.text == "公示异议核查中")
            // Cleared, it goes once more.
            try await rig.control("POST /sandbox/behaviour", "{}")
            try await bench.tell(publicity: Publicity.cleared(Samples.uuid(1001)))
            try await rig.tick()
            #expect(try await rig.states() == ["accepted", "accepted"])
            #expect(try await rig.uploads()[1]["revision"]?.int == 3)
            #expect(try await rig.reconcile() == [])
        }
        // Nobody knows whether what was sent and not answered has arrived: it is taken back too.
        try await SandboxRig.with(procedure: Self.provincial) { rig in
            try await rig.control("POST /sandbox/behaviour", #"{"silent":1,"delay":true}"#)
            _ = try await passed(rig, names: ["王建国"])
            try await rig.tick()
            #expect(try await rig.states() == ["queued"])
            try await rig.bench.tell(publicity: Publicity.removed(Samples.uuid(1000)))
            try await rig.control("POST /sandbox/behaviour", "{}")
            try await rig.tick()
            #expect(try await rig.states() == ["withdrawn"])
            #expect(try await rig.control("GET /sandbox/state")["records"]?.elements.count == 0)
            #expect(try await rig.drifts() == [])
        }
    }

    @Test("are sent with our own number and the day of issue once there is one")
    func afterIssue() async throws {
        try await SandboxRig.with(procedure: Self.provincial) { rig in
            let path = try await passed(rig, names: ["王建国"])
            try await rig.tick()
            let numbered = try await rig.bench.ask("GET \(path)", as: "hr").json
            #expect(numbered["state"]?.text == "numbered")
            try await rig.tick()
            #expect(try await rig.uploads().first?["revision"]?.int == 1)
            let issued = try await rig.bench.ask(
                "POST \(path)/issue",
                as: "hr",
                version: numbered["version"]?.int
            )
            #expect(issued.status == 200)
            try await rig.tick()
            let one = try await rig.uploads().first
            #expect(one?["revision"]?.int == 2)
            #expect(one?["state"]?.text == "accepted")
            let kept = try await rig.control("GET /sandbox/state")["records"]?[0]
            #expect(kept?["number"]?.text == "Y00003716000126T000001")
            #expect(kept?["number"]?.text == one?["number"]?.text)
            try await rig.tick()
            #expect(try await rig.uploads().first?["revision"]?.int == 2)
            #expect(try await rig.reconcile() == [])
        }
    }

    @Test("are corrected after issue where the province rejected them, with the same number, and signed anew")
    func afterRejection() async throws {
        try await SandboxRig.with { rig in
            let bench = rig.bench
            let rule = #"{"reject":[{"field":"name","value":"李明","reason":"姓名与证件不符"}]}"#
            try await rig.control("POST /sandbox/behaviour", rule)
            let path = try await bench.issued()
            try await rig.tick()
            #expect(try await rig.states() == ["accepted", "rejected"])
            let shown = try await bench.ask("GET \(path)", as: "hr").json
            let ids = shown["certificates"]?.elements.compactMap { $0["id"]?.text } ?? []
            try #require(ids.count == 2)
            // Whom the province has taken is not corrected by the enterprise alone any more, nor is what an issued one prints.
            #expect(try await bench.correct("王建国", #"{"unit":"铆焊车间"}"#).code == "certificate.already-issued")
            #expect(try await bench.correct("李明", #"{"name":"李铭"}"#).code == "certificate.corrected-on-request")
            let before = try await bench.ask("GET /certificates/\(ids[1])/statement", as: "hr").text
            try await rig.correct("李明", #"{"name":"李铭"}"#)
            try await rig.tick()
            #expect(try await rig.states() == ["accepted", "accepted"])
            let after = try await bench.ask("GET \(path)", as: "hr").json["certificates"]?[1]
            #expect(after?["name"]?.text == "李铭")
            #expect(after?["number"]?.text == shown["certificates"]?[1]?["number"]?.text)
            #expect(try await bench.ask("GET /certificates/\(ids[1])/statement", as: "hr").text != before)
            #expect(try await rig.reconcile() == [])
        }
    }

    @Test("that the province will not take out turn nobody down, keep no other from going, and are asked for once more")
    func notTakenOut() async throws {
        for isRefused in [false, true] {
            try await SandboxRig.with(procedure: Self.provincial) { rig in
                let bench = rig.bench
                try await rig.control("POST /sandbox/behaviour", #"{"delay":true}"#)
                let path = try await passed(rig, names: ["王建国", "李明"])
                try await rig.tick()
                #expect(try await rig.states() == ["sent", "sent"])
                let ids = try await rig.uploads().compactMap { $0["id"]?.text }
                try #require(ids.count == 2)
                let refusing = #"{"delay":true,"refuse":[{"field":"name","value":"李明","reason":"不在受理时间"}]}"#
                if isRefused { try await rig.control("POST /sandbox/behaviour", refusing) }
                try await bench.tell(publicity: Publicity.held(Samples.uuid(1001)))
                try await rig.tick()
                if !isRefused { try await rig.say(ids[1], 2, "rejected") }
                try await rig.say(ids[0], 1, "accepted")
                try await rig.tick()
                #expect(try await rig.states() == ["accepted", "withdrawal-refused"])
                try await rig.tick()
                let shown = try await bench.ask("GET \(path)", as: "centre").json
                #expect(shown["state"]?.text == "numbered")
                #expect(shown["certificates"]?.elements.count == 2, "nobody was returned")
                #expect(try await rig.drifts().map { $0["kind"]?.text } == ["withdrawal"])
                #expect(try await bench.ask("GET /province", as: "centre").json["refused"]?.int == 1)
                // Not tried over and over, but on an officer's word.
                #expect(try await rig.uploads()[1]["revision"]?.int == 2)
                try await rig.control("POST /sandbox/behaviour", #"{"delay":true}"#)
                #expect(try await bench.ask("POST /uploads/\(ids[1])/resubmission", as: "centre").status == 204)
                try await rig.tick()
                #expect(try await rig.states() == ["accepted", "withdrawal-sent"])
                try await rig.control("POST /sandbox/decide")
                try await rig.tick()
                #expect(try await rig.states() == ["accepted", "withdrawn"])
                #expect(try await rig.drifts() == [])
            }
        }
    }

    @Test("are taken back when the enterprise takes their person out of a returned batch, and go again when handed in")
    func takenBackWhileReturned() async throws {
        let both = ["provincialAudit": #""recorded""#, "municipalAudit": #""recorded""#]
        try await SandboxRig.with(procedure: both) { rig in
            let bench = rig.bench
            try await rig.control("POST /sandbox/behaviour", #"{"delay":true}"#)
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            try await rig.tick()
            #expect(try await rig.states() == ["sent", "sent"])
            let back =
                #"{"office":"municipal","outcome":"returned","reason":"电话有误","reference":"市审1","on":"2026-10-14"}"#
            let returned = try await bench.ask("POST \(path)/recorded-audit", as: "centre", version: 2, body: back)
            #expect(returned.status == 200)
            try await rig.tick()
            #expect(try await rig.states() == ["sent", "sent"], "what was returned stays there until it is corrected")
            let second = returned.json["certificates"]?[1]?["id"]?.text ?? ""
            let apart = try await bench.ask(
                "POST \(path)/persons/\(second)/taking-back",
                as: "hr",
                version: returned.json["version"]?.int,
                body: #"{"reason":"出国"}"#
            )
            #expect(apart.json["state"]?.text == "returned", "\(apart.text)")
            try await rig.tick()
            #expect(try await rig.states() == ["sent", "withdrawal-sent"])
            #expect(try await rig.uploads()[1]["reason"]?.text == "企业撤回")
            try await rig.control("POST /sandbox/decide")
            try await rig.tick()
            #expect(try await rig.states() == ["accepted", "withdrawn"])
            // Handed in again it goes again; returned once more it stays there.
            let own = "/registrations/\(apart.json["id"]?.text ?? "")"
            let again = try await bench.ask("POST \(own)/submission", as: "hr", version: apart.json["version"]?.int)
            #expect(again.status == 200)
            try await rig.tick()
            #expect(try await rig.states()[1] == "sent")
            let version = again.json["version"]?.int
            #expect(
                try await bench.ask("POST \(own)/recorded-audit", as: "centre", version: version, body: back).status
                    == 200
            )
            try await rig.tick()
            #expect(try await rig.states()[1] == "sent")
        }
    }

    @Test("that the province lost are sent again on an officer's word, also of a suspended certificate")
    func lostWhileSuspended() async throws {
        try await SandboxRig.with { rig in
            let bench = rig.bench
            _ = try await bench.issued(names: ["王建国"])
            try await rig.tick()
            #expect(try await rig.states() == ["accepted"])
            try await bench.layDown(SigningTests.policy(isSuspensionAllowed: true))
            let examined = #"{"reason":"examination","note":"收到举报"}"#
            let path = try await bench.certificate(0)
            #expect(
                try await bench.ask("POST \(path)/suspension", as: "centre", version: 3, body: examined).status == 200
            )
            try await rig.tick()
            let upload = try await rig.uploads().first?["id"]?.text ?? ""
            try await rig.control("POST /sandbox/tamper", #"{"upload":"\#(upload)","forget":true}"#)
            let lost = try #require(try await rig.reconcile().first)
            #expect(lost["kind"]?.text == "missing-there")
            let settled = try await bench.ask(
                "POST /drift/\(lost["id"]?.text ?? "")/settlement",
                as: "centre",
                version: lost["version"]?.int,
                body: #"{"reason":"省系统遗失,重新发送","resend":true}"#
            )
            #expect(settled.status == 200)
            try await rig.tick()
            #expect(try await rig.control("GET /sandbox/state")["records"]?.elements.count == 1)
            #expect(try await rig.reconcile() == [])
        }
    }
}
