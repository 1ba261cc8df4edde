import Contracts
import Foundation
import Testing

/// docs/api/messages.yaml is what outsiders build on; `deploy/test` checks its schemas against the fixtures.
@Suite("The document of the messages")
struct DocumentTests {
    private let text: String

    init() throws {
        text = try SourceText.file("docs/api/messages.yaml")
    }

    /// The text of a group of components, such as `messages`.
    private func component(_ group: String) throws -> Substring {
        let components = try #require(text.range(of: "\ncomponents:\n"))
        let start = try #require(text[components.upperBound...].range(of: "  \(group):\n"))
        let rest = text[start.upperBound...]
        let end = rest.firstMatch(of: /\n {0,2}[A-Za-z]/)?.range.lowerBound ?? rest.endIndex
        return rest[..<end]
    }

    @Test("describes every fact, its copy for enterprises, every message of theirs and the receipts, and no other")
    func messages() throws {
        let described = try component("messages").matches(of: /(?m)^    ([a-z.-]+):$/).map { String($0.output.1) }
        let copies = Catalogue.facts.filter { $0.type.enterpriseMembers != nil }.map { "enterprise.\($0.type.name)" }
        #expect(described.sorted() == (Catalogue.fixtures.map(\.name) + copies).sorted())
    }

    @Test("gives each fact its type", arguments: Catalogue.facts)
    func type(fact: FactCase) throws {
        let start = try #require(
            try component("messages").range(of: "    \(fact.type.name):\n      name: \(fact.type.name)\n")
        )
        let rest = text[start.upperBound...]
        let end = try #require(rest.firstMatch(of: /\n {0,4}[a-z]/)).range.lowerBound
        #expect(rest[..<end].contains("{ messageType: \(fact.type.type), "))
    }

    @Test("puts each fact on its speaker's channel, and every exchange there is on some")
    func channels() throws {
        for service in ServiceName.allCases {
            let channel = try #require(text.range(of: "\n  facts.\(service.rawValue):\n"))
            let body = text[channel.upperBound...]
            let end = try #require(body.firstMatch(of: /\n  [a-z#]/)).range.lowerBound
            let named = body[..<end].matches(of: /messages\/([a-z.-]+)"/).map { String($0.output.1) }
            let said = Catalogue.facts.map { $0.type.name }.filter { name in
                service.speaks.contains { name.hasPrefix("\($0).") }
            }
            #expect(named.sorted() == said.sorted(), "\(service)")
        }
        for exchange in Topology.planned.exchanges where exchange.name != Topology.planned.marker {
            #expect(text.contains("exchange: { name: \(exchange.name), "))
        }
    }

    @Test("names the headers the envelope has, and asks for those without which it cannot be read")
    func headers() throws {
        let envelope = try SourceText.file("Shared/Messaging/Envelope.swift")
        let constants = envelope.matches(of: /static let (\w+): StaticString = "cloudEvents:([a-z]+)"/)
        let names = Dictionary(uniqueKeysWithValues: constants.map { (String($0.output.1), String($0.output.2)) })
        let written = envelope.matches(of: /fields\.append\(Header\.(\w+),/).compactMap { names[String($0.output.1)] }
        let needed = envelope.matches(of: /try (?:bytes\(of: |uuid\()Header\.(\w+)\)/).compactMap {
            names[String($0.output.1)]
        }
        let schema = try component("schemas")
        let start = try #require(schema.range(of: "    EventHeaders:\n")).upperBound
        let end = try #require(schema.range(of: "    SubmissionHeaders:\n")).lowerBound
        let described = schema[start..<end].matches(of: /(?m)^        cloudEvents:([a-z]+):/)
        let required = schema[start..<end].matches(of: /(?m)^        - cloudEvents:([a-z]+)$/)
        #expect(described.map { String($0.output.1) }.sorted() == written.sorted())
        #expect(required.map { String($0.output.1) }.sorted() == needed.sorted())
        #expect(!needed.isEmpty)
    }
}
