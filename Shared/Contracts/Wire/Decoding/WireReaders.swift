/// Reads the members of an object.
///
/// One generic method stands for all that the protocol asks for: the compiler makes each of them from it.
struct ObjectReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: WireDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] { decoder.names.compactMap { Key(stringValue: $0) } }

    func contains(_ key: Key) -> Bool { decoder.member(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { decoder.json.tokens[try place(of: key)].kind == .null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder.value(type, at: place(of: key), under: key)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let place = decoder.member(key), decoder.json.tokens[place].kind != .null else { return nil }
        return try decoder.value(type, at: place, under: key)
    }

    func nestedContainer<Other: CodingKey>(
        keyedBy type: Other.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Other> {
        try child(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try child(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        guard let place = decoder.member(PathKey.parent) else { throw missing(PathKey.parent) }
        return WireDecoder(decoder.json, at: place, under: PathKey.parent, of: decoder)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }

    private func child(_ key: Key) throws -> WireDecoder {
        WireDecoder(decoder.json, at: try place(of: key), under: key, of: decoder)
    }

    private func place(of key: Key) throws -> Int {
        guard let place = decoder.member(key) else { throw missing(key) }
        return place
    }

    private func missing(_ key: some CodingKey) -> DecodingError {
        .keyNotFound(key, .init(codingPath: codingPath, debugDescription: "there is no member \(key.stringValue)"))
    }
}

/// Reads the elements of a list.
struct ListReader: UnkeyedDecodingContainer {
    private let decoder: WireDecoder
    private var place: Int
    private(set) var currentIndex = 0

    init(decoder: WireDecoder) {
        self.decoder = decoder
        place = decoder.place + 1
    }

    var codingPath: [any CodingKey] { decoder.codingPath }

    var count: Int? { Int(decoder.token.end) }

    var isAtEnd: Bool { currentIndex == Int(decoder.token.end) }

    mutating func decodeNil() throws -> Bool {
        guard try token(of: Never.self).kind == .null else { return false }
        advance()
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        _ = try token(of: type)
        let value = try decoder.value(type, at: place, under: PathKey(index: currentIndex))
        advance()
        return value
    }

    mutating func decodeIfPresent<Value: Decodable>(_ type: Value.Type) throws -> Value? {
        if isAtEnd { return nil }
        if try decodeNil() { return nil }
        return try decode(type)
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let container = try child([String: Any].self).container(keyedBy: type)
        advance()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try child([Any].self).unkeyedContainer()
        advance()
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let child = try child((any Decoder).self)
        advance()
        return child
    }

    private mutating func advance() {
        place = Int(decoder.json.tokens[place].next)
        currentIndex += 1
    }

    private func child(_ type: any Any.Type) throws -> WireDecoder {
        _ = try token(of: type)
        return WireDecoder(decoder.json, at: place, under: PathKey(index: currentIndex), of: decoder)
    }

    private func token(of type: any Any.Type) throws -> JSONTokens.Token {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                type,
                .init(
                    codingPath: codingPath + [PathKey(index: currentIndex)],
                    debugDescription: "the list has no more elements"
                )
            )
        }
        return decoder.json.tokens[place]
    }
}

/// Reads the one value somebody stands for.
struct ValueReader: SingleValueDecodingContainer {
    let decoder: WireDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.token.kind == .null }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try decoder.value(type, at: decoder.place, under: nil)
    }
}
