import CertificateDomain
import Documents
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("Papers printed into one file", .timeLimit(.minutes(30)))
struct PaperJobTests {
    /// Issues the certificates of a registration; its path.
    private static func issued(_ bench: Bench, names: [String]) async throws -> String {
        let path = try await bench.numbered(names: names)
        _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
        return path
    }

    private static func names(_ count: Int) -> [String] { (1...count).map { "王\($0)号" } }

    private static func file(_ job: String, _ bench: Bench) async throws -> [UInt8] {
        let answer = await bench.service.call(
            "GET",
            "/paper-jobs/\(job)/file",
            as: .enterpriseHR,
            of: Samples.enterprise.creditCode
        )
        #expect(answer.status == 200 && answer.headers["content-type"] == "application/pdf")
        return try await answer.stream?.collect() ?? answer.body
    }

    /// Steps as one process takes them.
    private static func step(_ press: PaperPress, _ bench: Bench) async throws -> Bool {
        let printer = bench.service.definition.printPapers
        let printing = PrintPapers(
            print: printer.print,
            store: printer.store,
            press: press,
            journal: printer.journal
        )
        return try await bench.pool.transaction { tx in try printing(at: Samples.day("2026-10-14").start, in: tx) }
    }

    @Test("are all there, told how far it is, and come in the order of the list")
    func whole() async throws {
        try await Bench.with { bench in
            let names = Self.names(PrintPapers.atOnce + 30)
            let path = try await Self.issued(bench, names: names)
            let ordered = try await bench.ask("POST \(path)/papers", as: "hr", key: "print-1")
            #expect(ordered.status == 201 && ordered.json["state"]?.text == "printing", "\(ordered.text)")
            #expect(ordered.json["done"]?.int == 0 && ordered.json["of"]?.int == names.count)
            #expect(try await bench.ask("POST \(path)/papers", as: "hr", key: "print-1").text == ordered.text)
            let id = try #require(ordered.json["id"]?.text)
            let early = try await bench.ask("GET /paper-jobs/\(id)/file", as: "hr")
            #expect(early.status == 409 && early.code == "certificate.paper-job-unfinished")
            let press = PaperPress()
            #expect(try await Self.step(press, bench))
            let half = try await bench.ask("GET /paper-jobs/\(id)", as: "centre")
            #expect(half.json["done"]?.int == PrintPapers.atOnce && half.json["state"]?.text == "printing")
            #expect(try await Self.step(press, bench))
            #expect(try await Self.step(press, bench) == false)
            let done = try await bench.ask("GET /paper-jobs/\(id)", as: "hr")
            #expect(done.json["state"]?.text == "printed" && done.json["pages"]?.int == names.count, "\(done.text)")
            let pdf = try await Self.file(id, bench)
            #expect(pdf.count == done.json["bytes"]?.int)
            let pages = try Poppler.pages(pdf).map { $0.filter { !$0.isWhitespace } }
            #expect(pages.count == names.count)
            for (name, page) in zip(names, pages) { #expect(page.contains(name)) }
            let listed = try await bench.ask("GET \(path)/paper-jobs", as: "hr")
            #expect(listed.json["items"]?[0]?["id"]?.text == id)
        }
    }

    @Test("begin anew where the process that printed them is gone, and not before")
    func restarted() async throws {
        try await Bench.with { bench in
            let names = Self.names(PrintPapers.atOnce + 5)
            let path = try await Self.issued(bench, names: names)
            let id = try await bench.ask("POST \(path)/papers", as: "hr").json["id"]?.text ?? ""
            let (dead, next) = (PaperPress(), PaperPress())
            #expect(try await Self.step(dead, bench))
            #expect(try await Self.step(next, bench) == false)
            try await bench.pool.transaction { tx in
                _ = try tx.execute("UPDATE paper_job SET pressed_at = clock_timestamp() - interval '1 minute'")
            }
            #expect(try await Self.step(next, bench))
            #expect(try await bench.ask("GET /paper-jobs/\(id)", as: "hr").json["done"]?.int == PrintPapers.atOnce)
            // The first comes back late and leaves it to the other.
            #expect(try await Self.step(dead, bench) == false)
            #expect(try await Self.step(next, bench))
            let pdf = try await Self.file(id, bench)
            #expect(try Poppler.information(pdf)["Pages"] == String(names.count))
        }
    }

    @Test("name whom they leave out, and why")
    func left() async throws {
        try await Bench.with { bench in
            let path = try await Self.issued(bench, names: ["王建国", "李\u{1FAE8}明", "赵\u{2CB4E}"])
            let id = try await bench.ask("POST \(path)/papers", as: "hr").json["id"]?.text ?? ""
            try await bench.service.tick()
            let done = try await bench.ask("GET /paper-jobs/\(id)", as: "hr")
            #expect(done.json["pages"]?.int == 2 && done.json["left"]?.elements.count == 1, "\(done.text)")
            #expect(done.json["left"]?[0]?["code"]?.text == "document.missing-glyph")
            #expect(done.json["left"]?[0]?["sentence"]?.text?.contains("U+1FAE8") == true)
            let pdf = try await Self.file(id, bench)
            #expect(try Poppler.text(pdf).contains("\u{2CB4E}"))
        }
    }

    @Test("have no file where not one can be printed")
    func failed() async throws {
        try await Bench.with { bench in
            let path = try await Self.issued(bench, names: ["李\u{1FAE8}明"])
            let id = try await bench.ask("POST \(path)/papers", as: "hr").json["id"]?.text ?? ""
            try await bench.service.tick()
            #expect(try await bench.ask("GET /paper-jobs/\(id)", as: "hr").json["state"]?.text == "failed")
            #expect(try await bench.ask("GET /paper-jobs/\(id)/file", as: "hr").status == 409)
        }
    }

    @Test("are kept for a week, encrypted, and told to nobody else")
    func kept() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            #expect(try await bench.ask("POST \(path)/papers", as: "hr").code == "certificate.not-on-paper")
            _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            let id = try await bench.ask("POST \(path)/papers", as: "hr").json["id"]?.text ?? ""
            try await bench.service.tick()
            #expect(try await bench.ask("POST \(path)/papers", as: "other-hr").status == 403)
            for target in ["GET /paper-jobs/\(id)", "GET /paper-jobs/\(id)/file", "GET \(path)/paper-jobs"] {
                #expect(try await bench.ask(target, as: "other-hr").status == 403)
                #expect(try await bench.ask(target, as: "employee").status == 403)
            }
            let pieces = try await bench.pool.transaction { tx in
                try tx.query("SELECT bytes FROM paper_piece").map { try $0.decode("bytes", as: [UInt8].self) }
            }
            #expect(!pieces.isEmpty && !pieces.contains { $0.starts(with: Array("%PDF".utf8)) })
            try await bench.travel(to: "2026-10-21")
            try await bench.service.tick()
            #expect(try await !Self.file(id, bench).isEmpty)
            try await bench.travel(to: "2026-10-22")
            try await bench.service.tick()
            let over = try await bench.ask("GET /paper-jobs/\(id)/file", as: "hr")
            #expect(over.status == 410 && over.code == "certificate.paper-job-over")
            let count = try await bench.pool.transaction { tx in
                try tx.query("SELECT count(*)::int AS count FROM paper_piece").first?.decode("count", as: Int.self)
            }
            #expect(count == 0)
        }
    }
}
