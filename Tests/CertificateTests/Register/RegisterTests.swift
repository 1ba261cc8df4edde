import CertificateDomain
import Foundation
import Kernel
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import CertificateService

@Suite("The register of certificates")
struct RegisterTests {
    @Test("shows what is issued, to its enterprise and to officers, and nothing else")
    func issued() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            #expect(try await bench.ask("GET /register", as: "hr").json["items"]?.elements.isEmpty == true)
            _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            #expect(try await bench.ask("GET /register", as: "hr").json["items"]?.elements.count == 2)
            #expect(try await bench.ask("GET /register", as: "other-hr").json["items"]?.elements.isEmpty == true)
            let foreign = "GET /register?creditCode=\(Samples.enterprise.creditCode)"
            #expect(try await bench.ask(foreign, as: "other-hr").status == 403)
            #expect(try await bench.ask("GET /register", as: "employee").status == 403)
            #expect(try await bench.ask("GET /register?year=2025", as: "hr").json["items"]?.elements.isEmpty == true)
            #expect(try await bench.ask("GET /register?year=old", as: "hr").status == 400)
            #expect(
                try await bench.ask("GET /register?occupation=6-18-02-04", as: "hr").json["items"]?.elements.count == 2
            )
            #expect(
                try await bench.ask("GET /register?origin=historic", as: "hr").json["items"]?.elements.isEmpty == true
            )
        }
    }

    @Test(
        "counts by",
        arguments: zip(
            RegisterEntries.Grouping.allCases,
            [
                "滨州重工有限公司", "滨州重工有限公司 焊接车间", "焊工", "2026", "有效",
            ]
        )
    )
    func counts(grouping: RegisterEntries.Grouping, name: String) async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            let counts = try await bench.ask("GET /register/counts?by=\(grouping.rawValue)", as: "bureau").json["items"]
            #expect(counts?.elements.count == 1)
            #expect(counts?[0]?["name"]?.text == name)
            #expect(counts?[0]?["certificates"]?.int == 2)
            #expect(counts?[0]?["inForce"]?.int == 2)
        }
    }

    @Test("is a workbook as well")
    func workbook() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            let answer = await bench.service.call("GET", "/register?format=xlsx", as: .bureauOfficer, of: nil)
            let bytes = try await answer.stream?.collect() ?? answer.body
            let book = try Spreadsheet(.bytes(bytes), limits: ReadingLimits())
            let rows = try book.rows(of: .first, merged: .everyRow)
            var texts: [[String]] = []
            while let row = try rows.next() { texts.append(row.cells.map(\.text)) }
            #expect(texts.count == 4)
            #expect(texts[1].first == "证书编号")
            #expect(texts[2].prefix(3) == [try Samples.number(1).text, "王建国", "滨州重工有限公司"])
            #expect(texts[3].last == "本系统颁发")
        }
    }
}
