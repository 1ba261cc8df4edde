import Contracts
import Cryptography
import Foundation
import Kernel
import Postgres
import Statements
import TestSupport
import Testing

@testable import CertificateService

@Suite("A certificate corrected after issue", .timeLimit(.minutes(30)))
struct SupersededTests {
    @Test("replaces its former papers, offline and online, and they are revoked with it")
    func replaced() async throws {
        try await SandboxRig.rejecting("李明") { rig, _ in
            let bench = rig.bench
            let former = try await bench.statements()
            #expect(try await bench.findings(former) == ["valid", "valid"])
            try await rig.correct("李明", #"{"name":"李铭"}"#)
            try await rig.tick()
            let now = try await bench.statements()
            #expect(now.map(\.statement.name) == ["王建国", "李铭"])
            #expect(now[0] == former[0])
            #expect(try await bench.findings(now) == ["valid", "valid"])
            #expect(try await bench.findings(former) == ["valid", "superseded"])
            let sentence = "证书已于2026-10-14更正并换发,此件登载的内容已被替代,请查验换发后的证书。"
            #expect(try await bench.offline(former[1]).sentence == sentence)
            #expect(try await bench.online(former[1])["sentence"]?.text == sentence)
            #expect(try await bench.online(former[1])["isGood"] == .flag(false))

            // Corrected once more, both former ones are replaced.
            try await rig.correct("李铭", #"{"name":"李茗"}"#)
            try await rig.tick()
            #expect(try await bench.findings([former[1], now[1]]) == ["superseded", "superseded"])
            let latest = try await bench.statements()[1]
            #expect(try await bench.findings([latest]) == ["valid"])

            let fraud = #"{"reason":"fraud","note":"业绩材料系伪造"}"#
            let path = try await bench.certificate(1)
            let version = try await bench.version(of: path)
            #expect(
                try await bench.ask("POST \(path)/revocation", as: "hr", version: version, body: fraud).status == 200
            )
            try await rig.tick()
            #expect(try await bench.findings([former[1], now[1], latest]) == ["revoked", "revoked", "revoked"])
        }
    }

    @Test("has its paper replaced where the document is another, and not where nothing printed is")
    func whatIsPrinted() async throws {
        try await SandboxRig.rejecting("李明") { rig, _ in
            let bench = rig.bench
            let former = try await bench.statements()
            let unit = try await rig.bench.correct("李明", #"{"unit":"铆焊车间"}"#)
            #expect(unit.status == 200, "\(unit.text)")
            try await rig.tick()
            #expect(try await bench.statements() == former)
            #expect(try await bench.statusList().entries.isEmpty)
            try await rig.correct("李明", #"{"documentNumber":"440524188001010014"}"#)
            try await rig.tick()
            let now = try await bench.statements()
            #expect(now[1].statement == former[1].statement && now[1].signature != former[1].signature)
            #expect(try await bench.findings([former[1], now[1]]) == ["superseded", "valid"])
        }
    }

    @Test("replaces what a key signed that was changed since, and what its next key signed")
    func acrossKeys() async throws {
        try await SandboxRig.rejecting("李明") { rig, _ in
            let bench = rig.bench
            let former = try await bench.statements()
            try await bench.register()
            #expect(try await bench.ask("POST /issuer-keys", as: "hr").status == 201)
            try await rig.correct("李明", #"{"name":"李铭"}"#)
            try await rig.tick()
            let now = try await bench.statements()
            #expect(now[1].key != former[1].key)
            #expect(try await bench.findings(former + now) == ["valid", "superseded", "valid", "valid"])
            let kept = try await bench.pool.transaction { tx in
                try tx.query("SELECT mark, superseded_on::text AS day, reason FROM statement_superseded").map {
                    [try $0.decode("mark"), try $0.decode("day"), try $0.decode("reason", as: String.self)]
                }
            }
            #expect(kept == [[StatusList.mark(signature: former[1].signature), "2026-10-14", "corrected"]])
        }
    }

    static func rejecting(_ name: String) -> String {
        #"{"reject":[{"field":"name","value":"\#(name)","reason":"姓名与证件不符"}]}"#
    }
}

extension SandboxRig {
    /// Two issued certificates, of which the province rejected one by its name.
    static func rejecting(_ name: String, _ body: (SandboxRig, _ path: String) async throws -> Void) async throws {
        try await with { rig in
            try await rig.control("POST /sandbox/behaviour", SupersededTests.rejecting(name))
            let path = try await rig.bench.issued(names: ["王建国", name])
            try await rig.tick()
            #expect(try await rig.states() == ["accepted", "rejected"])
            try await body(rig, path)
        }
    }

    /// Corrects an issued certificate by its holder's name, as its enterprise asks and the city centre accepts.
    func correct(_ name: String, _ words: String) async throws {
        let accepted = try await bench.decide(bench.request(words, of: name), "acceptance")
        #expect(accepted.json["state"]?.text == "accepted", "\(accepted.text)")
    }
}

extension Bench {
    /// What a reader with the lists of this moment finds, without a server.
    func offline(_ signed: SignedStatement) async throws -> Finding {
        let trust = Array(try await ask("GET /trust-list", as: nil).text.utf8)
        let status = Array(try await ask("GET /status-list", as: nil).text.utf8)
        // By the lists' own time, which is the test's.
        let time = try await max(trustList().issuedAt, statusList().issuedAt)
        let check = OfflineCheck(trust: trust, status: status, anchors: nil, now: time)
        return check.finding(signed.qrText(address: "https://gs.example/verify"))
    }

    /// What the service answers who asks with a statement.
    func online(_ signed: SignedStatement) async throws -> JSONValue {
        let body = #"{"statement":"\#(signed.qrText(address: "https://gs.example/verify"))"}"#
        return try await ask("POST /certificates/verification/statement", as: nil, body: body).json
    }

    /// What is to be held of statements, offline and online the same.
    func findings(_ signed: [SignedStatement]) async throws -> [String] {
        try await service.tick()
        var codes: [String] = []
        for one in signed {
            let code = try await offline(one).code
            #expect(try await online(one)["result"]?.text == code)
            codes.append(code)
        }
        return codes
    }

    /// The version of a certificate by its path.
    func version(of path: String) async throws -> Int? {
        try await ask("GET \(path)/status", as: "hr").json["version"]?.int
    }
}
