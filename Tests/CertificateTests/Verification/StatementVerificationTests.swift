import Cryptography
import Foundation
import Kernel
import Postgres
import ServiceKit
import Statements
import TestSupport
import Testing

@testable import CertificateService

@Suite("Verification of what a QR code says")
struct StatementVerificationTests {
    private static func body(_ text: String) -> String { #"{"statement":"\#(text)"}"# }

    @Test("goes by signature, key and register as they are now")
    func findings() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            let statements = try await bench.statements()
            let text = statements[0].qrText(address: "https://gs.example/verify")
            func ask(_ text: String) async throws -> Bench.Answered {
                try await bench.ask("POST /certificates/verification/statement", as: nil, body: Self.body(text))
            }
            let good = try await ask(text)
            #expect(good.json["result"]?.text == "valid" && good.json["sentence"]?.text == "证书真实,目前有效。")
            #expect(good.json["asOf"]?.text?.hasPrefix("2026-10-14T12:") == true)
            #expect(!good.text.contains("王建国"), "it says nothing that was not known")
            #expect(try await ask(String(text.dropLast(2))).json["result"]?.text == "unreadable")
            let stranger = try SignedStatement(statements[0].statement, signing: SigningKey(new: .es256))
            #expect(try await ask(stranger.qrText(address: "")).json["result"]?.text == "unknown-key")
            let fraud = #"{"reason":"fraud","note":"业绩材料系伪造"}"#
            _ = try await bench.ask("POST \(bench.certificate(0))/revocation", as: "hr", version: 3, body: fraud)
            let revoked = try await ask(text)
            #expect(revoked.json["result"]?.text == "revoked" && revoked.json["isGood"] == .flag(false))
            #expect(revoked.json["sentence"]?.text == "证书已撤销(2026-10-14):以弄虚作假方式取得。")
        }
    }

    @Test("does not believe a key for what was never issued")
    func neverIssued() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            let key = try await bench.pool.transaction { [store = bench.service.definition.issuerKeys.store] tx in
                try store.active(of: Samples.enterprise.id, in: tx)
            }
            let real = try await bench.statements()[0].statement
            let invented = try CertificateStatement(
                number: Samples.number(99),
                name: real.name,
                occupationCode: real.occupationCode,
                occupation: real.occupation,
                specialty: nil,
                level: real.level,
                creditCode: real.creditCode,
                issuerName: real.issuerName,
                issuedOn: real.issuedOn
            )
            let text = try SignedStatement(invented, signing: try #require(key)).qrText(address: "")
            let answer = try await bench.ask(
                "POST /certificates/verification/statement",
                as: nil,
                body: Self.body(text)
            )
            #expect(answer.json["result"]?.text == "forged")
        }
    }

    @Test("tells who knows number and name of a revoked certificate when and why")
    func revoked() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            let body = #"{"reason":"holder-request","note":"本人书面申请"}"#
            _ = try await bench.ask("POST \(bench.certificate(0))/cancellation", as: "hr", version: 3, body: body)
            let answer = try await bench.verify("Y00003716000126T000001", "王建国")
            #expect(answer.json["status"]?.text == "cancelled" && answer.json["since"]?.text == "2026-10-14")
            #expect(answer.json["sentence"]?.text == "证书已注销(2026-10-14):持证人申请。")
            #expect(!answer.text.contains("书面"), "what it rests on is nobody's business")
        }
    }

    @Test("is not tried out: one address and one number have their limits, known or not")
    func limits() async throws {
        let settings = ["public.perMinute": "5", "public.perNumber": "3"]
        try await ServiceUnderTest.with(Main.self, settings: settings) { service in
            func status(_ number: String, from source: String) async -> Int {
                await ask(number, from: source).status
            }
            func ask(_ number: String, from source: String) async -> PlainResponse {
                let body = Array(#"{"number":"\#(number)","name":"a"}"#.utf8)
                return await service.call("POST", "/certificates/verification", body: body, from: source)
            }
            var answers: [Int] = []
            for guess in 0..<7 { answers.append(await status("Y00003716000126T00000\(guess)", from: "192.0.2.1")) }
            #expect(answers == [404, 404, 404, 404, 404, 429, 429])
            answers = []
            for address in 0..<5 { answers.append(await status("Y00003716000126T000009", from: "192.0.2.1\(address)")) }
            #expect(answers == [404, 404, 404, 429, 429], "the number is guessed at from many addresses")
            let refused = await ask("Y00003716000126T000009", from: "192.0.2.99")
            #expect(refused.status == 429 && Int(refused.headers["retry-after"] ?? "") ?? 0 > 0)
        }
    }
}

@Suite("The public page")
struct VerificationPageTests {
    private static func form(_ number: String, _ name: String) -> [UInt8] {
        let name = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return Array("number=\(number)&name=\(name)".utf8)
    }

    private static let type = ["content-type": "application/x-www-form-urlencoded"]

    @Test("answers a form in one sentence, masked, and the same for all that is not ours")
    func form() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            func ask(_ number: String, _ name: String) async -> PlainResponse {
                await bench.service.call("POST", "/verify", body: Self.form(number, name), headers: Self.type)
            }
            let good = await ask("Y00003716000126T000001", "王建国")
            #expect(good.status == 200 && good.text.contains("证书真实,目前有效。") && good.text.contains("王*国"))
            #expect(!good.text.contains("王建国"))
            let wrong = [
                await ask("Y00003716000126T000001", "李明"), await ask("Y00003716000126T000007", "王建国"),
                await ask("nothing", "<script>"),
            ]
            #expect(wrong.allSatisfy { $0.status == 404 })
            #expect(Set(wrong.map(\.text)).count == 1, "byte for byte the same")
            let half = await bench.service.call("POST", "/verify", body: Array("number=1".utf8), headers: Self.type)
            #expect(half.status == 422)
        }
    }

    @Test("runs its own script alone, and carries the lists of its day")
    func page() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            try await bench.service.tick()
            let page = await bench.service.call("GET", "/verify-offline.html")
            let policy = page.headers["content-security-policy"] ?? ""
            #expect(
                policy.contains("script-src \(VerificationPage.scriptSource);") && policy.contains("default-src 'none'")
            )
            let bureau = try #require(bench.service.keys["certificate"]?.bureau.first)
            #expect(page.text.contains("\"anchors\":[\"\(bureau.verifier.fingerprint)\"]"))
            #expect(page.text.contains("gongjiang.trust-list") && page.text.contains("gongjiang.status-list"))
            #expect(!page.text.contains("王建国") && !page.text.contains("http://") && !page.text.contains("https://"))
        }
    }

    @Test("has nobody's key where the key folder has none, and says so")
    func withoutLists() async throws {
        try await Bench.with { bench in
            let page = await bench.service.call("GET", "/verify")
            #expect(page.status == 200 && page.text.contains("{\"trust\":{},\"status\":{}"))
        }
    }
}
