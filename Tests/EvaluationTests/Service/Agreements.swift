import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import ServiceKit
import Testing

@testable import EvaluationService

@Suite("What the evaluation service says of itself")
struct Agreements {
    private func desk() throws -> Main {
        try Main(
            ServiceEnvironment(
                outbox: Outbox(service: .evaluation),
                journal: Journal(),
                keys: .temporary(services: ["evaluation"], service: "evaluation")
            )
        )
    }

    @Test("it hears the speakers the plan says, and takes the messages it says")
    func hearsThePlan() throws {
        let subscriptions = try desk().subscriptions
        let speakers = Set(
            subscriptions.compactMap(\.fact).compactMap { $0.split(separator: ".").first.map(String.init) }
        )
        #expect(speakers.isSubset(of: Plan.heard(by: .evaluation).flatMap(\.speaks)))
        #expect(speakers == ["filing", "publicity"])
        #expect(subscriptions.compactMap(\.ingress) == Plan.takenFromEnterprises(by: .evaluation))
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
        #expect(documented.count == 21)
        #expect(try Set(desk().routes.map(\.key)) == documented)
    }

    @Test("every code in the sources is in the catalogue, and every code of the catalogue in the sources")
    func codes() throws {
        let used = try Set(
            Self.sources().flatMap { $0.matches(of: /"(evaluation\.[a-z-]+)"/).map { String($0.1) } }
        )
        #expect(used.contains("evaluation.already-applied"))
        #expect(used.symmetricDifference(Main.messages.codes).isEmpty)
    }

    @Test("every sentence stands in both languages, with a status a refusal can have", arguments: Main.messages.codes)
    func sentences(code: String) throws {
        let message = try #require(Main.messages[code])
        #expect([400, 403, 409].contains(message.status))
        #expect(message.zh.unicodeScalars.contains { $0.properties.isIdeographic })
        #expect(!message.en.isEmpty)
    }

    /// All sources but the catalogue.
    private static func sources() throws -> [String] {
        let folder = Sample.root.appending(path: "Services/Evaluation")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var texts: [String] = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift", file.lastPathComponent != "Messages.swift" else { continue }
            texts.append(try String(contentsOf: file, encoding: .utf8))
        }
        return texts
    }

    /// Paths stand at two spaces of indentation, their methods at four.
    private static func documentedRoutes() throws -> Set<String> {
        let text = try String(contentsOf: Sample.root.appending(path: "docs/api/evaluation.yaml"), encoding: .utf8)
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
