import CertificateDomain
import Foundation
import Testing

@testable import CertificateService

/// docs/decisions/0020.
@Suite("The year of a number", .timeLimit(.minutes(30)))
struct YearOfNumbersTests {
    @Test("is that of issue: what was numbered in December is not issued for a day in January, but for one in December")
    func december() async throws {
        try await Bench.with(today: "2026-12-30") { bench in
            let path = try await bench.numbered()
            try await bench.travel(to: "2027-01-05")
            let refused = try await bench.step(path, "issue", as: "hr")
            #expect(refused.status == 409 && refused.code == "certificate.number-of-other-year", "\(refused.text)")
            #expect(refused.text.contains("2人") && refused.text.contains("2026年度"))
            let issued = try await bench.step(path, "issue", as: "hr", body: #"{"issuedOn":"2026-12-31"}"#)
            #expect(issued.status == 200, "\(issued.text)")
            #expect(try await bench.isSound())
        }
    }

    @Test("gone by: an office has new numbers given, the old ones are void for good, and it is issued with the new")
    func january() async throws {
        try await Bench.with(today: "2026-12-30") { bench in
            let path = try await bench.numbered()
            let early = try await bench.step(path, "numbers", as: "province")
            #expect(early.status == 409 && early.code == "certificate.nothing-to-number")
            try await bench.travel(to: "2027-01-05")
            #expect(try await bench.step(path, "numbers", as: "hr").status == 403)
            let renumbered = try await bench.step(path, "numbers", as: "province")
            #expect(renumbered.status == 200, "\(renumbered.text)")
            #expect(
                try await bench.ledger() == [
                    "26T000001 void year-over", "26T000002 void year-over", "27T000001 given", "27T000002 given",
                ]
            )
            let back = try await bench.step(path, "issue", as: "hr", body: #"{"issuedOn":"2026-12-31"}"#)
            #expect(back.code == "certificate.number-of-other-year")
            let issued = try await bench.step(path, "issue", as: "hr")
            #expect(issued.json["certificates"]?[0]?["number"]?.text == "Y00003716000127T000001", "\(issued.text)")
            #expect(try await bench.step(path, "numbers", as: "province").code == "certificate.nothing-to-number")
            #expect(try await bench.isSound())
        }
    }
}
