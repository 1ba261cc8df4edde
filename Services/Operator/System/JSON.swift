import Contracts
import Foundation

/// A JSON value of any shape: the sample's files, and what services answer.
enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    /// Reads bytes.
    init(bytes: [UInt8]) throws { self = try WireFormat.decode(JSON.self, from: bytes) }

    /// A member of an object; null where there is none.
    subscript(_ name: String) -> JSON {
        get {
            guard case .object(let members) = self else { return .null }
            return members[name] ?? .null
        }
        set {
            var members: [String: JSON] = [:]
            if case .object(let known) = self { members = known }
            members[name] = newValue
            self = .object(members)
        }
    }

    /// The object with one member set.
    func with(_ name: String, _ value: JSON) -> JSON {
        var copy = self
        copy[name] = value
        return copy
    }

    /// Its text, nil for anything else.
    var text: String? { if case .text(let value) = self { value } else { nil } }
    /// Its whole number, nil for anything else.
    var integer: Int? { if case .integer(let value) = self { Int(value) } else { nil } }
    /// Its elements, none for anything else.
    var elements: [JSON] { if case .list(let values) = self { values } else { [] } }

    /// Its text, which must be there.
    ///
    /// - Parameter what: What it is, for the sentence when it is not there.
    /// - Returns: The text.
    /// - Throws: ``OperatorError`` where there is none.
    func text(of what: String) throws -> String {
        guard let text else { throw OperatorError("应答或样例中没有\(what)。") }
        return text
    }
}

extension JSON: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    init(stringLiteral value: String) { self = .text(value) }
}

extension JSON: ExpressibleByIntegerLiteral {
    init(integerLiteral value: Int64) { self = .integer(value) }
}

extension JSON: ExpressibleByBooleanLiteral {
    init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSON: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: JSON...) { self = .list(elements) }
}

extension JSON: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}
