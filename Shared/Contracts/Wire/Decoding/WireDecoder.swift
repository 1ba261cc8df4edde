import Foundation
import Kernel

/// Reads one value of a JSON text, and through containers its parts.
///
/// Foundation's decoder makes a dictionary of every object before anybody asks for a member; here a member is looked for
/// in the text, and what nobody asks for is passed over.
final class WireDecoder: Decoder {
    let json: JSONTokens
    /// The token of the value.
    let place: Int
    private let parent: WireDecoder?
    private let key: (any CodingKey)?
    /// Members by name, where there are so many that looking along them takes long.
    private var index: [String: Int]?

    init(_ json: JSONTokens, at place: Int = 0, under key: (any CodingKey)? = nil, of parent: WireDecoder? = nil) {
        self.json = json
        self.place = place
        self.key = key
        self.parent = parent
    }

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    var codingPath: [any CodingKey] {
        var path: [any CodingKey] = []
        var decoder: WireDecoder? = self
        while let one = decoder {
            if let key = one.key { path.append(key) }
            decoder = one.parent
        }
        return path.reversed()
    }

    var token: JSONTokens.Token { json.tokens[place] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard token.kind == .object else { throw mismatch([String: Any].self) }
        return KeyedDecodingContainer(ObjectReader<Key>(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard token.kind == .list else { throw mismatch([Any].self) }
        return ListReader(decoder: self)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { ValueReader(decoder: self) }

    // MARK: Members

    /// So many members are looked along one by one.
    private static let few = 32

    /// The token of a member's value; of two with one name the first counts.
    func member(_ key: some CodingKey) -> Int? {
        let count = Int(token.end)
        if count > Self.few { return indexed[key.stringValue] }
        let name = key.stringValue
        let signs = name.utf8.span
        var place = place + 1
        for _ in 0..<count {
            if json.token(json.tokens[place], is: signs) { return place + 1 }
            place = Int(json.tokens[place + 1].next)
        }
        return nil
    }

    /// The names of the members, each once.
    var names: [String] {
        var names: [String] = []
        var known: Set<String> = []
        var place = place + 1
        for _ in 0..<Int(token.end) {
            if let name = json.text(of: json.tokens[place]), token.end == 1 || known.insert(name).inserted {
                names.append(name)
            }
            place = Int(json.tokens[place + 1].next)
        }
        return names
    }

    private var indexed: [String: Int] {
        if let index { return index }
        var made: [String: Int] = [:]
        var place = place + 1
        for _ in 0..<Int(token.end) {
            if let name = json.text(of: json.tokens[place]), made[name] == nil { made[name] = place + 1 }
            place = Int(json.tokens[place + 1].next)
        }
        index = made
        return made
    }

    // MARK: Values

    /// The value of a token, which stands under a key of this one, or is this one itself.
    func value<Value: Decodable>(_ type: Value.Type, at place: Int, under key: (any CodingKey)?) throws -> Value {
        let leaf = WireLeafReader(json: json, token: json.tokens[place]) { self.codingPath + (key.map { [$0] } ?? []) }
        if let value = try leaf.value(type) { return value }
        return try Value(from: key == nil ? self : WireDecoder(json, at: place, under: key, of: self))
    }

    private func mismatch(_ type: any Any.Type) -> DecodingError {
        WireLeafReader(json: json, token: token) { self.codingPath }.mismatch(type)
    }
}
