import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import ServiceKit
import Testing

/// A service built of parts that are connected to nothing, held against what is written about it.
package struct Agreement<Definition: ServiceDefinition>: Sendable {
    /// Where something is written about a service.
    package enum Place: String, CaseIterable, CustomTestStringConvertible, Sendable {
        case plan = "who hears whom"
        case access = "the access table"
        case openAPI = "the OpenAPI document"
        case readme = "the README"
        case catalogue = "the sentences of its codes"

        package var testDescription: String { rawValue }
    }

    private let service: Definition

    /// Builds the service.
    ///
    /// - Throws: What kept the service from being built.
    package init(of definition: Definition.Type = Definition.self) throws {
        let name = Definition.name
        service = try Definition(
            ServiceEnvironment(
                outbox: Outbox(service: name),
                journal: Journal(),
                keys: .temporary(services: [name.rawValue], service: name.rawValue)
            )
        )
    }

    /// The first words of the facts the service hears.
    package var words: Set<String> {
        Set(service.subscriptions.compactMap(\.fact).map { String($0.prefix { $0 != "." }) })
    }

    /// Its routes, `METHOD /path`.
    package var routes: [String] { service.routes.map(\.key) }

    /// Expects the service to be what one place says it is.
    package func verify(_ place: Place, at location: SourceLocation = #_sourceLocation) throws {
        switch place {
        case .plan:
            let speakers = words.map { word in ServiceName.allCases.first { $0.speaks.contains(word) } }
            #expect(Set(speakers) == Set(Plan.heard(by: Definition.name)), sourceLocation: location)
            let taken = service.subscriptions.compactMap(\.ingress).sorted()
            #expect(taken == Plan.takenFromEnterprises(by: Definition.name).sorted(), sourceLocation: location)
        case .access:
            #expect(routes.sorted() == Definition.access.rows.keys.sorted(), sourceLocation: location)
        case .openAPI:
            let described = Self.operations(of: try Repository.text("docs/api/\(Definition.name.rawValue).yaml"))
            #expect(described == Set(routes), sourceLocation: location)
        case .readme:
            let named = try Repository.text("\(Self.folder)/README.md").matches(of: /`([A-Z]+ \/[^`]*)`/)
            #expect(Set(named.map { String($0.1) }) == Set(routes), sourceLocation: location)
        case .catalogue:
            let messages = Definition.messages
            let own = try Self.codes(in: "", except: "Messages.swift").filter { !$0.hasPrefix("common.") }
            #expect(own == Set(messages.codes), sourceLocation: location)
            for code in messages.codes {
                guard let message = messages[code] else { continue }
                #expect((400..<500).contains(message.status), "\(code)", sourceLocation: location)
                let isChinese = message.zh.unicodeScalars.contains { $0.properties.isIdeographic }
                #expect(isChinese && !message.en.isEmpty, "\(code)", sourceLocation: location)
            }
        }
    }

    /// Expects every refusal to have its sentences, and arguments for every place `{…}` in them.
    ///
    /// - Parameters:
    ///   - refusals: The refusals.
    ///   - status: The HTTP status they are answered with; nil where it is not the same for all.
    ///   - location: Where the test is.
    /// - Throws: When a refusal has no sentences.
    package func verify(
        refusals: [any Rejection],
        status: Int? = nil,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        #expect(!refusals.isEmpty, sourceLocation: location)
        for refusal in refusals {
            let message = try #require(Definition.messages[refusal.code], "\(refusal.code)", sourceLocation: location)
            if let status { #expect(message.status == status, "\(refusal.code)", sourceLocation: location) }
            for sentence in [message.zh, message.en] {
                let places = Set(sentence.matches(of: /\{([^}]*)\}/).map { String($0.1) })
                let unfilled = places.subtracting(refusal.arguments.keys)
                #expect(unfilled.isEmpty, "\(refusal.code): \(sentence)", sourceLocation: location)
            }
        }
    }

    /// Expects the codes written in these sources, its own and those of all services, to be answered with 400.
    ///
    /// - Parameters:
    ///   - folder: A folder below the service's.
    ///   - least: How many codes there are at least.
    ///   - location: Where the test is.
    /// - Throws: When the sources cannot be read.
    package func verify(
        fieldCodesIn folder: String,
        least: Int,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let codes = try Self.codes(in: "/" + folder)
        #expect(codes.count >= least, sourceLocation: location)
        for code in codes { #expect(Definition.messages[code]?.status == 400, "\(code)", sourceLocation: location) }
    }
}

extension Agreement {
    /// `Services/PublicityTimer` for publicity-timer.
    private static var folder: String {
        "Services/" + Definition.name.rawValue.split(separator: "-").map(\.capitalized).joined()
    }

    /// The codes in the sources below the service's folder, the service's own and those of all services.
    private static func codes(in place: String, except left: String? = nil) throws -> Set<String> {
        let files = try Repository.sources(folder + place).filter { $0 != left.map { "\(folder)/\($0)" } }
        let prefixes = [Definition.name.rawValue, "common"]
        let words = try files.flatMap { try Repository.text($0).matches(of: /"([a-z-]+)\.([a-z-]+)"/) }
        return Set(words.filter { prefixes.contains(String($0.1)) }.map { "\($0.1).\($0.2)" })
    }

    /// The operations an OpenAPI document describes: paths stand at two spaces of indentation, their methods at four.
    private static func operations(of document: String) -> Set<String> {
        var operations: Set<String> = []
        var path = ""
        for line in document.split(separator: "\n") {
            if line.hasPrefix("components:") { break }
            if let match = line.wholeMatch(of: /\x20{2}(\/[^:]*):/) { path = String(match.1) }
            if let match = line.wholeMatch(of: /\x20{4}(get|post|put|delete|patch):/), !path.isEmpty {
                operations.insert("\(match.1.uppercased()) \(path)")
            }
        }
        return operations
    }
}
