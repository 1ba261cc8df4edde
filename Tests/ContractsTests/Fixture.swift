import Contracts
import Foundation
import Testing

/// A document written by hand, and the type that reads and writes it.
struct Fixture: Sendable, CustomTestStringConvertible {
    /// The name of the file and of the message in docs/api/messages.yaml.
    let name: String
    /// Reads the bytes as the hearer does and writes them again as the speaker does.
    let rewrite: @Sendable ([UInt8]) throws -> [UInt8]
    /// The same with Foundation's coder.
    let rewriteByFoundation: @Sendable ([UInt8]) throws -> [UInt8]

    var testDescription: String { name }

    init<Value: Codable & Sendable>(_ name: String, _ type: Value.Type) {
        self.name = name
        rewrite = { try WireFormat.encode(WireFormat.decode(Value.self, from: $0)) }
        rewriteByFoundation = { try FoundationCoder.encode(FoundationCoder.decode(Value.self, from: $0)) }
    }

    /// The document as it stands in the file.
    var document: JSONDocument {
        get throws { try JSONDocument(bytes: Array(Data(contentsOf: Self.file(name)))) }
    }

    /// Paths of members that may be missing, as `names.occupation.specialty`.
    ///
    /// They stand in a file of their own, since the document of the messages is checked against the same.
    var optionalMembers: Set<String> {
        get throws {
            let all = try JSONDecoder().decode([String: Set<String>].self, from: Data(contentsOf: Self.file(Self.list)))
            return all[name] ?? []
        }
    }

    /// The names of all files, without their ending.
    static var written: Set<String> {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
            return Set(names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }).subtracting([list])
        }
    }

    private static let list = "optional-members"
    private static let folder = Bundle.module.bundleURL.appending(path: "Fixtures")
    private static func file(_ name: String) -> URL { folder.appending(path: "\(name).json") }
}
