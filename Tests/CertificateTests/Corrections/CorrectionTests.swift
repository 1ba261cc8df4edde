import Contracts
import Foundation
import Kernel
import Postgres
import Statements
import TestSupport
import Testing

@testable import CertificateService

@Suite("A correction of an issued certificate", .timeLimit(.minutes(30)))
struct CorrectionTests {
    @Test("is asked for by its enterprise and changes nothing until the filing authority accepts it")
    func accepted() async throws {
        try await SandboxRig.rejecting("李明") { rig, path in
            let bench = rig.bench
            let before = try await bench.statements()
            let alone = try await bench.correct("李明", #"{"name":"李铭"}"#)
            #expect(alone.status == 409 && alone.code == "certificate.corrected-on-request")
            let asked = try await bench.request(#"{"name":"李铭","telephone":"13954300009"}"#, of: "李明")
            #expect(asked.status == 201 && asked.etag == "\"1\"", "\(asked.text)")
            #expect(asked.json["stateName"]?.text == "待备案部门决定")
            #expect(asked.json["fields"]?.elements.compactMap { $0["after"]?.text } == ["李铭", "1*********9"])
            #expect(asked.json["reason"]?.text == "身份证姓名更正")
            try await rig.tick()
            #expect(try await bench.statements() == before)
            #expect(try await rig.states() == ["accepted", "rejected"])
            #expect(try await bench.request(#"{"name":"李茗"}"#, of: "李明").code == "certificate.correction-pending")
            for who in ["hr", "centre", "province", "bureau"] {
                let open = try await bench.ask("GET /correction-requests?state=open", as: who).json["items"]
                #expect(open?.elements.count == 1, "\(who)")
            }
            #expect(try await bench.ask("GET /correction-requests", as: "other-hr").json["items"]?.elements.count == 0)
            let one = "GET /correction-requests/\(asked.json["id"]?.text ?? "")"
            #expect(try await bench.ask(one, as: "other-hr").status == 403)
            #expect(try await bench.ask(one, as: "hr").text == asked.text)
            #expect(try await bench.service.said(CertificateCorrected.self).isEmpty)

            let early = try await bench.decide(asked, "acceptance", as: "province")
            #expect(early.code == "certificate.correction-of-other-authority", "the firm is filed with the city")
            #expect(try await bench.decide(asked, "acceptance", as: "hr").status == 403)
            let silent = try await bench.decide(asked, "acceptance", reason: " ")
            #expect(silent.json["errors"]?[0]?["code"]?.text == "certificate.why-missing")
            let accepted = try await bench.decide(asked, "acceptance")
            #expect(accepted.status == 200 && accepted.json["state"]?.text == "accepted")
            #expect(accepted.json["decision"]?["reason"]?.text == "核对户籍材料属实")
            let told = try await bench.service.said(CertificateCorrected.self)
            #expect(told.map(\.holderName) == ["李铭"] && told.map(\.fields) == [["name", "telephone"]])
            #expect(told.first?.person == Samples.uuid(1001))
            try await rig.tick()
            #expect(try await bench.statements().map(\.statement.name) == ["王建国", "李铭"])
            #expect(try await rig.states() == ["accepted", "accepted"])
            #expect(try await rig.reconcile() == [])
            let again = try await bench.decide(asked, "refusal", version: 2)
            #expect(again.code == "certificate.correction-closed")
            let page = try await bench.ask("GET \(path)", as: "hr").json["certificates"]?[1]
            #expect(page?["name"]?.text == "李铭")
            try await Self.keepsNothingClear(bench)
        }
    }

    @Test(
        "is refused with a reason, or withdrawn, and can be asked for again; a revoked certificate is corrected no more"
    )
    func closed() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            let before = try await bench.statements()
            let first = try await bench.request(#"{"documentNumber":"440524188001010014"}"#, of: "李明")
            #expect(first.status == 201)
            let refused = try await bench.decide(first, "refusal", reason: "材料不足")
            #expect(refused.json["stateName"]?.text == "不予更正")
            let second = try await bench.request(#"{"name":"李铭"}"#, of: "李明")
            #expect(second.status == 201)
            #expect(try await bench.decide(second, "withdrawal", as: "centre").status == 403)
            #expect(try await bench.decide(second, "withdrawal", as: "other-hr").status == 403)
            #expect(try await bench.decide(second, "withdrawal", as: "hr", version: 7).status == 412)
            #expect(try await bench.decide(second, "withdrawal", as: "hr").json["state"]?.text == "withdrawn")
            #expect(try await bench.statements() == before)
            let third = try await bench.request(#"{"name":"李铭"}"#, of: "李明")
            let path = try await bench.certificate(1)
            let fraud = #"{"reason":"fraud","note":"业绩材料系伪造"}"#
            #expect(try await bench.ask("POST \(path)/revocation", as: "hr", version: 3, body: fraud).status == 200)
            #expect(try await bench.decide(third, "acceptance").code == "certificate.already-withdrawn")
            #expect(try await bench.decide(third, "refusal").json["state"]?.text == "refused")
            #expect(try await bench.request(#"{"name":"李茗"}"#, of: "李明").code == "certificate.already-withdrawn")
            #expect(try await bench.service.said(CertificateCorrected.self).isEmpty)
            let journal = try await bench.pool.transaction { tx in
                try tx.query("SELECT count(*) AS n FROM journal WHERE aggregate = 'correction-request'").first?
                    .decode("n", as: Int.self)
            }
            #expect(journal == 6)
        }
    }

    @Test("of a firm filed with the province is the provincial centre's to decide")
    func provincial() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            try await bench.tell(Bench.accepted(by: .provinceCentre))
            let asked = try await bench.request(#"{"name":"李铭"}"#, of: "李明")
            #expect(try await bench.decide(asked, "acceptance").code == "certificate.correction-of-other-authority")
            #expect(try await bench.decide(asked, "acceptance", as: "province").status == 200)
            #expect(try await bench.statements().map(\.statement.name) == ["王建国", "李铭"])
        }
    }

    @Test("names every problem at once, and is of a certificate that is issued")
    func refused() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            let early = try await bench.request(#"{"name":"李铭"}"#, of: "李明")
            #expect(early.status == 409 && early.code == "certificate.not-issued")
            _ = try await bench.step(path, "issue", as: "hr")
            let wrong = try await bench.request(#"{"name":" ","level":"S"}"#, of: "李明", reason: "")
            #expect(
                wrong.json["errors"]?.elements.map { "\($0["field"]?.text ?? "") \($0["code"]?.text ?? "")" } == [
                    "corrections.level certificate.record-field-unknown",
                    "corrections.name certificate.record-field-missing", "reason certificate.why-missing",
                ]
            )
            let none = try await bench.request("{}", of: "李明")
            #expect(none.json["errors"]?[0]?["field"]?.text == "corrections")
            let same = try await bench.request(#"{"name":"李明"}"#, of: "李明")
            #expect(same.json["errors"]?[0]?["code"]?.text == "certificate.record-nothing-corrected")
            #expect(try await bench.request(#"{"name":"李铭"}"#, of: "李明", as: "other-hr").status == 403)
            #expect(try await bench.request(#"{"name":"李铭"}"#, of: "李明", as: "centre").status == 403)
        }
    }

    /// What was asked is in no table in clear.
    private static func keepsNothingClear(_ bench: Bench) async throws {
        let clear = try await bench.pool.transaction { tx in
            try tx.query(
                """
                SELECT count(*) AS n FROM correction_request
                WHERE state::text LIKE '%李铭%' OR encode(words, 'escape') LIKE '%13954300009%'
                """
            ).first?.decode("n", as: Int.self)
        }
        #expect(clear == 0)
    }
}

extension Bench {
    /// The certificate of a holder's name.
    private func certificate(of name: String) async throws -> String {
        try await ask("GET /certificates", as: "centre").json["items"]?.elements.first { $0["name"]?.text == name }?[
            "id"
        ]?
        .text ?? ""
    }

    /// Asks for a correction of an issued certificate.
    func request(
        _ words: String,
        of name: String,
        reason: String = "身份证姓名更正",
        as who: String = "hr"
    ) async throws -> Answered {
        try await ask(
            "POST /certificates/\(certificate(of: name))/correction-requests",
            as: who,
            body: #"{"corrections":\#(words),"reason":"\#(reason)"}"#
        )
    }

    /// Accepts, refuses or withdraws what was asked.
    func decide(
        _ asked: Answered,
        _ step: String,
        reason: String = "核对户籍材料属实",
        as who: String = "centre",
        version: Int = 1
    ) async throws -> Answered {
        try await ask(
            "POST /correction-requests/\(asked.json["id"]?.text ?? "")/\(step)",
            as: who,
            version: version,
            body: #"{"reason":"\#(reason)"}"#
        )
    }

    /// Corrects a person's record, as human resources do by themselves.
    func correct(_ name: String, _ words: String) async throws -> Answered {
        let path = "/registrations/\(try await registration())"
        let version = try await ask("GET \(path)", as: "hr").json["version"]?.int
        return try await ask(
            "POST \(path)/persons/\(certificate(of: name))/correction",
            as: "hr",
            version: version,
            body: words
        )
    }
}
