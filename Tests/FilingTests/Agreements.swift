import Contracts
import Cryptography
import FilingDomain
import Foundation
import Kernel
import Messaging
import ServiceKit
import Testing

@testable import FilingService

@Suite("What the filing service says of itself")
struct Agreements {
    @Test("it hears the speakers the plan says")
    func hearsThePlan() throws {
        let heard = try desk().subscriptions.compactMap(\.fact)
        let words = Plan.heard(by: .filing).flatMap(\.speaks)
        #expect(Set(heard.compactMap { $0.split(separator: ".").first.map(String.init) }) == Set(words))
    }

    @Test("every route has a row of access, and every row a route")
    func routesHaveRows() throws {
        let routes = try desk().routes.map(\.key)
        #expect(Set(routes).count == routes.count)
        #expect(Set(routes) == Set(Main.access.rows.keys))
    }

    @Test("the OpenAPI document has exactly these routes")
    func documentAgrees() throws {
        let documented = try Self.documentedRoutes()
        #expect(documented.count == 18)
        #expect(try Set(desk().routes.map(\.key)) == documented)
    }

    @Test("every reason for a no has a sentence in both languages, with a status that fits", arguments: Self.codes)
    func codesHaveSentences(code: String) throws {
        let message = try #require(Main.messages[code])
        #expect(message.status == 409)
        #expect(!message.zh.isEmpty && !message.en.isEmpty)
    }

    @Test("every code a field can have is in the catalogue as 400")
    func fieldCodesHaveSentences() throws {
        let sources = try Self.sources(under: "Services/Filing/HTTP")
        let codes = Set(sources.flatMap { $0.matches(of: /"((?:filing|common)\.[a-z-]+)"/).map { String($0.1) } })
        #expect(codes.contains("filing.unknown-jurisdiction"))
        for code in codes {
            #expect(Main.messages[code]?.status == 400, "\(code)")
        }
    }

    /// Every rejection of the domain and the stores.
    static let codes: [String] = {
        let term = Term(from: Sample.monday, through: Sample.monday)
        let special: [SpecialFiling.Rejection] = [
            .notDrafted, .alreadyDrafted, .notSubmitted, .alreadySubmitted, .alreadyDecided, .correctionsToldBefore,
            .awaitingResubmission, .nothingToCorrect, .noRequests, .generalFilingNotAccepted, .outsideScope([]),
            .workPlanIncomplete([]),
        ]
        let general: [GeneralFiling.Rejection] = [
            .alreadySubmitted, .notSubmitted, .alreadyDecided, .termOver(through: Sample.monday),
        ]
        return special.map(\.code) + general.map(\.code)
            + [term.map { SpecialFiling.Rejection.generalFilingNotInForce($0).code } ?? "missing"]
            + [Enterprise.Rejection.alreadyRegistered.code, AgencyCodeTaken().code]
    }()

    private func desk() throws -> Main {
        try Main(
            ServiceEnvironment(
                outbox: Outbox(service: .filing),
                journal: Journal(),
                keys: .temporary(services: ["filing"], service: "filing")
            )
        )
    }

    private static var root: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }

    private static func sources(under folder: String) throws -> [String] {
        let urls = try FileManager.default.contentsOfDirectory(
            at: root.appending(path: folder),
            includingPropertiesForKeys: nil
        )
        return try urls.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
    }

    /// Paths stand at two spaces of indentation, their methods at four.
    private static func documentedRoutes() throws -> Set<String> {
        let text = try String(contentsOf: root.appending(path: "docs/api/filing.yaml"), encoding: .utf8)
        var routes: Set<String> = []
        var path = ""
        for line in text.split(separator: "\n") {
            if let match = line.wholeMatch(of: /\x20{2}(\/[^:]*):/) { path = String(match.1) }
            if let match = line.wholeMatch(of: /\x20{4}(get|post|put|delete|patch):/), !path.isEmpty {
                routes.insert("\(match.1.uppercased()) \(path)")
            }
            if line.hasPrefix("components:") { break }
        }
        return routes
    }
}
