import Foundation
import Testing

@testable import CertificateService

@Suite("Verification by anybody")
struct VerificationTests {
    @Test("tells who knows number and name, and masks the name")
    func genuine() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            let answer = try await bench.verify("y00003716000126t000001", "王 建国")
            #expect(answer.status == 200)
            #expect(answer.json["name"]?.text == "王*国")
            #expect(!answer.text.contains("王建国"))
            #expect(answer.json["enterprise"]?.text == "滨州重工有限公司")
            #expect(answer.json["specialty"]?.text == "--")
            #expect(answer.json["level"]?.text == "特级技师")
            #expect(answer.json["issuedOn"]?.text == "2026-10-14")
            #expect(
                answer.json.keys == [
                    "number", "name", "enterprise", "occupation", "specialty", "level", "issuedOn", "status",
                    "statusName", "sentence", "asOf",
                ]
            )
        }
    }

    @Test("tells nobody which half of a wrong pair was right")
    func wrongPairs() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            let unissued = try await bench.verify("Y00003716000126T000001", "王建国")
            _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            let wrong = [
                unissued,
                try await bench.verify("Y00003716000126T000001", "李明"),
                try await bench.verify("Y00003716000126T000003", "王建国"),
                try await bench.verify("Y00003716000126T00000", "王建国"),
                try await bench.verify("'OR'1", "王建国"),
                try await bench.verify("Y00003716000126T000002", "王建国", as: "hr"),
            ]
            #expect(wrong.allSatisfy { $0.status == 404 && $0.code == "certificate.no-match" })
            #expect(Set(wrong.map { $0.json["title"]?.text }).count == 1)
            #expect(Set(wrong.map(\.json.keys)).count == 1)
        }
    }

    @Test("by what a QR code says has a path of its own, and says so")
    func statement() async throws {
        try await Bench.with { bench in
            let body = #"{"statement":"https://gs.example/verify#abc"}"#
            let answer = try await bench.ask("POST /certificates/verification", as: nil, body: body)
            #expect(answer.status == 400)
            #expect(answer.json["errors"]?[0]?["field"]?.text == "statement")
            #expect(answer.json["errors"]?[0]?["code"]?.text == "certificate.statement-elsewhere")
            #expect(answer.text.contains("/certificates/verification/statement"))
        }
    }

    @Test(
        "needs both",
        arguments: [
            #"{"number":"Y00003716000126T000001"}"#, #"{"name":"a"}"#, #"{"number":"","name":""}"#,
            #"{"name":"a","number":" "}"#,
        ]
    )
    func halves(_ body: String) async throws {
        try await Bench.with { bench in
            let answer = try await bench.ask("POST /certificates/verification", as: nil, body: body)
            #expect(answer.status == 400)
            #expect(answer.json["errors"]?[0]?["code"]?.text == "certificate.parameter-missing")
        }
    }
}
