/// Writes the members of an object.
///
/// One generic method stands for all that the protocol asks for: the compiler makes each of them from it.
struct ObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: WireEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) { encoder.writeNull(under: key) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try encoder.write(value, under: key) }

    func nestedContainer<Other: CodingKey>(
        keyedBy other: Other.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Other> {
        encoder.writer(under: key).container(keyedBy: other)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.writer(under: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder.writer(under: PathKey.parent) }

    func superEncoder(forKey key: Key) -> any Encoder { encoder.writer(under: key) }
}

/// Writes the elements of a list.
struct ListWriter: UnkeyedEncodingContainer {
    let encoder: WireEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    var count: Int { encoder.count }

    func encodeNil() { encoder.appendNull() }

    func encode<Value: Encodable>(_ value: Value) throws { try encoder.append(value) }

    func nestedContainer<Key: CodingKey>(keyedBy key: Key.Type) -> KeyedEncodingContainer<Key> {
        encoder.nextWriter().container(keyedBy: key)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.nextWriter().unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder.nextWriter() }
}

/// Writes the one value somebody stands for.
struct ValueWriter: SingleValueEncodingContainer {
    let encoder: WireEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() { encoder.writeNull() }

    func encode<Value: Encodable>(_ value: Value) throws { try encoder.write(value) }
}
