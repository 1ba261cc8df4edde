import CertificateDomain
import Foundation
import Testing

@testable import CertificateService

@Suite("Numbers reserved when a batch is handed in", .timeLimit(.minutes(30)))
struct ReservedNumbersTests {
    @Test("are what is uploaded bears, and given once the audits have passed")
    func reserved() async throws {
        try await Bench.with { bench in
            try await bench.follow(numbers: "reserved", from: "2026-10-14")
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            try await bench.step(path, "submission", as: "hr")
            #expect(try await bench.ledger() == ["T000001 reserved", "T000002 reserved"].map { "26" + $0 })
            #expect(try await bench.numbers(path).isEmpty)
            let shown = try await bench.ask("GET \(path)", as: "hr").json["certificates"]
            #expect(shown?[1]?["reservedNumber"]?.text == "Y00003716000126T000002")
            try await bench.step(path, "municipal-audit", as: "centre", body: Bench.passed)
            let passed = try await bench.step(path, "provincial-audit", as: "province", body: Bench.passed)
            #expect(passed.json["state"]?.text == "numbered", "\(passed.text)")
            #expect(try await bench.numbers(path)["李明"] == "Y00003716000126T000002")
            #expect(try await bench.ledger() == ["26T000001 given", "26T000002 given"])
            #expect(try await bench.isSound())
        }
    }

    @Test("of whoever is taken out stay a gap that says why, and the others keep theirs")
    func takenOut() async throws {
        try await Bench.with { bench in
            try await bench.follow(numbers: "reserved", from: "2026-10-14")
            try await bench.tell(bench.approved(names: ["王建国", "李明", "张强"]))
            let path = "/registrations/\(try await bench.registration())"
            try await bench.step(path, "submission", as: "hr")
            try await bench.tell(publicity: Publicity.removed(Samples.uuid(1001)))
            #expect(
                try await bench.ledger() == ["26T000001 reserved", "26T000002 void taken-out", "26T000003 reserved"]
            )
            try await bench.step(path, "municipal-audit", as: "centre", body: Bench.passed)
            try await bench.step(path, "provincial-audit", as: "province", body: Bench.passed)
            #expect(
                try await bench.numbers(path) == [
                    "王建国": "Y00003716000126T000001", "张强": "Y00003716000126T000003",
                ]
            )
            let line = try await bench.ask("GET /numbers?standing=void", as: "province").json["items"]?[0]
            #expect(line?["reasonName"]?.text == "异议成立,不予编号")
            #expect(try await bench.isSound())
        }
    }

    @Test("are kept by what comes back for correction; whoever is held has none and gets the next when released")
    func returnedAndHeld() async throws {
        try await Bench.with { bench in
            try await bench.follow(numbers: "reserved", from: "2026-10-14")
            try await bench.tell(publicity: Publicity.held(Samples.uuid(1000)))
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            try await bench.step(path, "submission", as: "hr")
            #expect(try await bench.ledger() == ["26T000001 reserved"])
            try await bench.step(
                path,
                "municipal-audit",
                as: "centre",
                body: #"{"outcome":"returned","reason":"缺岗位证明"}"#
            )
            try await bench.step(path, "submission", as: "hr")
            #expect(try await bench.ledger() == ["26T000001 reserved"])
            try await bench.step(path, "municipal-audit", as: "centre", body: Bench.passed)
            try await bench.step(path, "provincial-audit", as: "province", body: Bench.passed)
            try await bench.tell(publicity: Publicity.cleared(Samples.uuid(1000)))
            #expect(
                try await bench.numbers(path) == [
                    "李明": "Y00003716000126T000001", "王建国": "Y00003716000126T000002",
                ]
            )
            #expect(try await bench.isSound())
        }
    }

    @Test("go with whoever is returned while the rest goes on, and are given when the office passes them too")
    func setApart() async throws {
        try await Bench.with { bench in
            try await bench.follow(numbers: "reserved", from: "2026-10-14")
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            try await bench.step(path, "submission", as: "hr")
            let id = try await bench.ask("GET \(path)", as: "hr").json["certificates"]?[0]?["id"]?.text ?? ""
            let person = #"{"certificate":"\#(id)","reason":"照片不是本人"}"#
            let body = #"{"outcome":"passed","persons":[\#(person)]}"#
            let split = try await bench.step(path, "municipal-audit", as: "centre", body: body)
            #expect(split.status == 200, "\(split.text)")
            try await bench.step(path, "provincial-audit", as: "province", body: Bench.passed)
            #expect(try await bench.numbers(path) == ["李明": "Y00003716000126T000002"])
            let apart = try await bench.registrations().first { $0 != path } ?? ""
            try await bench.pass(apart)
            #expect(try await bench.numbers(apart) == ["王建国": "Y00003716000126T000001"])
            #expect(try await bench.ledger() == ["26T000001 given", "26T000002 given"])
            #expect(try await bench.isSound())
        }
    }

    @Test("of a year gone by are void, and the next year's are given")
    func nextYear() async throws {
        try await Bench.with(today: "2026-12-30") { bench in
            try await bench.follow(numbers: "reserved", from: "2026-12-30")
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            try await bench.step(path, "submission", as: "hr")
            try await bench.travel(to: "2027-01-05")
            try await bench.step(path, "municipal-audit", as: "centre", body: Bench.passed)
            try await bench.step(path, "provincial-audit", as: "province", body: Bench.passed)
            #expect(try await bench.numbers(path)["王建国"] == "Y00003716000127T000001")
            #expect(
                try await bench.ledger() == [
                    "26T000001 void year-over", "26T000002 void year-over", "27T000001 given", "27T000002 given",
                ]
            )
            #expect(try await bench.isSound())
        }
    }
}
