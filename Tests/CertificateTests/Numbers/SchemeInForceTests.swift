import CertificateDomain
import Foundation
import Kernel
import Postgres
import Testing

@testable import CertificateService

@Suite("The scheme in force", .timeLimit(.minutes(30)))
struct SchemeInForceTests {
    @Test("on the day numbers are given is followed, and numbers given before stay readable")
    func anotherLetter() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved(10))
            try await bench.tell(bench.approved(11))
            let paths = try await bench.registrations()
            try await bench.pass(paths[0])
            let laidDown = try await bench.follow(
                scheme: #""levelCharacters":{"specialGradeTechnician":"X"},"serials":{"first":101,"last":999999}"#,
                from: "2026-11-01"
            )
            #expect(laidDown.status == 201, "\(laidDown.text)")
            try await bench.travel(to: "2026-11-02")
            try await bench.pass(paths[1])
            #expect(try await bench.numbers(paths[1])["王建国"] == "Y00003716000126X000101")
            #expect(try await bench.numbers(paths[0])["王建国"] == "Y00003716000126T000001")
            _ = try await bench.step(paths[1], "issue", as: "hr")
            let found = try await bench.verify("Y00003716000126X000101", "王建国")
            #expect(found.status == 200, "\(found.text)")
            #expect(try await bench.isSound())
        }
    }

    @Test("that begins its range higher passes over what lies between, and says so when numbers are counted anew")
    func higherRange() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved(10))
            try await bench.tell(bench.approved(11))
            let paths = try await bench.registrations()
            try await bench.pass(paths[0])
            _ = try await bench.follow(
                scheme: #""levelCharacters":{"specialGradeTechnician":"T"},"serials":{"first":501,"last":999999}"#,
                from: "2026-10-14"
            )
            try await bench.pass(paths[1])
            #expect(
                try await bench.ledger() == ["26T000001", "26T000002", "26T000501", "26T000502"].map { $0 + " given" }
            )
            let series = try await bench.ask("GET /numbers/check", as: "bureau").json["series"]?[0]
            #expect(series?["passedOver"]?[0]?["first"]?.int == 3 && series?["passedOver"]?[0]?["last"]?.int == 500)
            #expect(series?["gaps"]?.elements.isEmpty == true)
            #expect(try await bench.isSound())
        }
    }

    @Test("refuses agencies it is not for, and the audit with it")
    func wrongPrefix() async throws {
        try await Bench.with { bench in
            let laidDown = try await bench.follow(
                scheme:
                    #""levelCharacters":{"specialGradeTechnician":"T"},"agencies":{"categories":["Y"],"provinces":["37"]}"#,
                from: "2026-10-14"
            )
            #expect(laidDown.status == 201)
            try await bench.tell(bench.approved(agencyCode: "Y000045160001"))
            let path = "/registrations/\(try await bench.registration())"
            try await bench.step(path, "submission", as: "hr")
            try await bench.step(path, "municipal-audit", as: "centre", body: Bench.passed)
            let refused = try await bench.step(path, "provincial-audit", as: "province", body: Bench.passed)
            #expect(refused.status == 409 && refused.code == "certificate.agency-outside-scheme", "\(refused.text)")
            #expect(try await bench.numbers(path).isEmpty)
            #expect(try await bench.ledger().isEmpty)
        }
    }

    @Test("that runs out refuses the audit; whoever is released then stays behind until there are numbers again")
    func exhausted() async throws {
        try await Bench.with { bench in
            _ = try await bench.follow(
                scheme: #""levelCharacters":{"specialGradeTechnician":"T"},"serials":{"first":1,"last":2}"#,
                from: "2026-10-14"
            )
            try await bench.tell(publicity: Publicity.held(Samples.uuid(1002)))
            try await bench.tell(bench.approved(10, names: ["王建国", "李明", "张强"]))
            try await bench.tell(bench.approved(11, names: ["赵刚"]))
            let paths = try await bench.registrations()
            try await bench.pass(paths[0])
            #expect(try await bench.numbers(paths[0]).count == 2)
            // A fact cannot be refused: the name is free, and waits.
            try await bench.tell(publicity: Publicity.cleared(Samples.uuid(1002)))
            #expect(try await bench.numbers(paths[0]).count == 2)
            let asked = try await bench.step(paths[0], "numbers", as: "centre")
            #expect(asked.code == "certificate.numbers-exhausted", "\(asked.text)")
            try await bench.step(paths[1], "submission", as: "hr")
            try await bench.step(paths[1], "municipal-audit", as: "centre", body: Bench.passed)
            let refused = try await bench.step(paths[1], "provincial-audit", as: "province", body: Bench.passed)
            #expect(refused.status == 409 && refused.code == "certificate.numbers-exhausted")
            #expect(try await bench.ask("GET \(paths[1])", as: "hr").json["state"]?.text == "municipally-audited")

            _ = try await bench.follow(
                scheme: #""levelCharacters":{"specialGradeTechnician":"T"},"serials":{"first":1,"last":999999}"#,
                from: "2026-10-14"
            )
            #expect(try await bench.step(paths[0], "numbers", as: "centre").status == 200)
            try await bench.step(paths[1], "provincial-audit", as: "province", body: Bench.passed)
            #expect(try await bench.numbers(paths[0])["张强"] == "Y00003716000126T000003")
            #expect(try await bench.numbers(paths[1])["赵刚"] == "Y00003716000126T000004")
            #expect(try await bench.isSound())
        }
    }

    @Test("is told what is wrong with it, every field at once")
    func problems() async throws {
        try await Bench.with { bench in
            let refused = try await bench.follow(
                scheme: #""levelCharacters":{"specialGradeTechnician":"3"},"serials":{"first":5,"last":4}"#,
                from: "2026-10-14"
            )
            #expect(
                refused.json["errors"]?.elements.compactMap { $0["code"]?.text } == [
                    "certificate.numbering-serials", "certificate.numbering-character",
                ],
                "\(refused.text)"
            )
        }
    }
}
