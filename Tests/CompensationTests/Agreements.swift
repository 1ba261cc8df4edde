import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import CompensationDomain
import ServiceKit
import Testing

@testable import CompensationService

@Suite("What the compensation service says of itself")
struct Agreements {
    private static func service() throws -> Main {
        try Main(
            ServiceEnvironment(
                outbox: Outbox(service: Main.name),
                journal: Journal(),
                keys: .temporary(services: [Main.name.rawValue], service: Main.name.rawValue)
            )
        )
    }

    @Test("It hears the speakers the plan gives it, and no other")
    func hearsThePlan() throws {
        let heard = try Self.service().subscriptions.compactMap(\.fact).compactMap { $0.split(separator: ".").first }
        #expect(Set(heard.map(String.init)) == Set(Plan.heard(by: Main.name).flatMap(\.speaks)))
    }

    @Test("Routes, access table, API document and README name the same routes")
    func routesAgree() throws {
        let routes = try Self.service().routes.map(\.key)
        #expect(Set(routes).count == routes.count)
        #expect(Set(routes) == Set(Main.access.rows.keys))
        #expect(try Self.documented() == Set(routes))
        let readme = try Self.text("Services/Compensation/README.md")
        #expect(Set(readme.matches(of: /`((?:GET|POST|PUT|DELETE) [^`]+)`/).map { String($0.1) }) == Set(routes))
    }

    @Test("Every rejection has a sentence in both languages")
    func rejectionsHaveSentences() {
        let codes =
            Holder.Rejection.allCases.map(\.code) + Benchmark.Rejection.allCases.map(\.code)
            + [Post.Rejection.notEstablished, .alreadyEstablished, .headcountFull(headcount: 1)].map(\.code)
            + [Appointment.Rejection.alreadyMade, .noBenchmark, .belowBenchmark(band: "")].map(\.code)
        for code in codes {
            let message = Main.messages[code]
            #expect(message?.zh.isEmpty == false && message?.en.isEmpty == false, "\(code)")
            #expect(message?.status == 409, "\(code)")
        }
        #expect(Set(codes).count == codes.count)
    }

    @Test("Every code a field can have has a sentence")
    func fieldCodesHaveSentences() throws {
        var found = 0
        for file in ["Bodies", "Checks", "Routes"] {
            let text = try Self.text("Services/Compensation/HTTP/\(file).swift")
            for match in text.matches(of: /"(compensation\.[a-z-]+)"/) {
                found += 1
                #expect(Main.messages[String(match.1)]?.status == 400, "\(match.1)")
            }
        }
        #expect(found >= 5)
    }

    private static func text(_ path: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Paths stand at two spaces of indentation, their methods at four.
    private static func documented() throws -> Set<String> {
        var routes: Set<String> = []
        var path = ""
        for line in try text("docs/api/compensation.yaml").split(separator: "\n") {
            if line.hasPrefix("components:") { break }
            if let match = line.wholeMatch(of: /\x20{2}(\/[^:]*):/) { path = String(match.1) }
            if let match = line.wholeMatch(of: /\x20{4}(get|post|put|delete|patch):/) {
                routes.insert("\(match.1.uppercased()) \(path)")
            }
        }
        return routes
    }
}
