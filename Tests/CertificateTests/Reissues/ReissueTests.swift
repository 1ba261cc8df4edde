import CertificateDomain
import Foundation
import Kernel
import Testing

@testable import CertificateService

@Suite("A paper issued again", .timeLimit(.minutes(30)))
struct ReissueTests {
    private let lost = #"{"reason":"lost","statement":"本人于10月20日遗失证书,声明作废。","blank":"bz-0001234"}"#

    private func issued(_ bench: Bench) async throws -> [String] {
        let path = try await bench.numbered()
        let issued = try await bench.step(path, "issue", as: "hr")
        return issued.json["certificates"]?.elements.compactMap { $0["id"]?.text }.map {
            "/certificates/\($0)/reissues"
        }
            ?? []
    }

    @Test("keeps its number, has another serial and a remark, and is counted")
    func again() async throws {
        try await Bench.with { bench in
            let paths = try await issued(bench)
            let before = try await bench.ledger()
            let none = try await bench.ask("GET \(paths[0])", as: "hr")
            #expect(none.json["papers"]?.int == 1 && none.etag == "\"0\"")
            let first = try await bench.ask("POST \(paths[0])", as: "hr", version: 0, key: "again-1", body: lost)
            #expect(first.status == 201, "\(first.text)")
            #expect(first.json["number"]?.text == "Y00003716000126T000001")
            #expect(first.json["items"]?[0]?["serial"]?.text == "Y00003716000126T000001-2")
            #expect(first.json["items"]?[0]?["remark"]?.text == "遗失补发(第2本)")
            #expect(first.json["items"]?[0]?["blank"]?.text == "BZ-0001234")
            let repeated = try await bench.ask("POST \(paths[0])", as: "hr", version: 0, key: "again-1", body: lost)
            #expect(repeated.text == first.text)
            let stale = try await bench.ask("POST \(paths[0])", as: "hr", version: 0, body: lost)
            #expect(stale.status == 412)
            let used = try await bench.ask("POST \(paths[1])", as: "hr", version: 0, body: lost)
            #expect(used.json["errors"]?[0]?["code"]?.text == "certificate.blank-used", "\(used.text)")
            let damaged = try await bench.ask(
                "POST \(paths[0])",
                as: "hr",
                version: 1,
                body: #"{"reason":"damaged","statement":"受潮损毁"}"#
            )
            #expect(damaged.json["papers"]?.int == 3)
            #expect(damaged.json["items"]?[1]?["serial"]?.text == "Y00003716000126T000001-3")
            #expect(try await bench.ask("GET \(paths[0])", as: "centre").text == damaged.text)
            #expect(try await bench.ledger() == before)
        }
    }

    @Test("needs a certificate in force, its own enterprise and the holder's statement")
    func refused() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            let id = try await bench.ask("GET \(path)", as: "hr").json["certificates"]?[0]?["id"]?.text ?? ""
            let unissued = try await bench.ask("POST /certificates/\(id)/reissues", as: "hr", version: 0, body: lost)
            #expect(unissued.status == 409 && unissued.code == "certificate.not-in-force")
            _ = try await bench.step(path, "issue", as: "hr")
            let silent = try await bench.ask(
                "POST /certificates/\(id)/reissues",
                as: "hr",
                version: 0,
                body: #"{"reason":"lost","statement":" ","blank":"?"}"#
            )
            #expect(
                silent.json["errors"]?.elements.compactMap { $0["code"]?.text } == [
                    "certificate.statement-missing", "certificate.not-a-blank",
                ]
            )
            for (name, status) in [("other-hr", 403), ("centre", 403), ("employee", 403)] {
                let answer = try await bench.ask("POST /certificates/\(id)/reissues", as: name, version: 0, body: lost)
                #expect(answer.status == status)
            }
            #expect(try await bench.ask("GET /certificates/\(id)/reissues", as: "other-hr").status == 403)
            let nobody = "POST /certificates/\(Samples.uuid(1).uuidString)/reissues"
            #expect(try await bench.ask(nobody, as: "hr", version: 0, body: lost).status == 404)
        }
    }
}
