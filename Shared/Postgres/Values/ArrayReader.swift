/// Reads array columns of one dimension.
enum ArrayReader {
    static func read<Element: PostgresDecodable>(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> [Element] {
        field.isBinary ? try readBinary(bytes, field) : try readLiteral(bytes, field)
    }

    private static func readBinary<Element: PostgresDecodable>(
        _ bytes: Span<UInt8>,
        _ field: PostgresField
    ) throws -> [Element] {
        let malformed = PostgresMismatch("is a malformed array")
        guard PostgresType.element(of: field.type) != nil, bytes.count >= 12 else { throw field.mismatch("an array") }
        let dimensions = bytes.integer(at: 0, as: Int32.self)
        guard dimensions != 0 else { return [] }
        guard dimensions == 1, bytes.count >= 20 else { throw PostgresMismatch("has \(dimensions) dimensions") }
        let element = PostgresField(type: bytes.integer(at: 8, as: UInt32.self), isBinary: true)
        let count = Int(bytes.integer(at: 12, as: Int32.self))
        var offset = 20
        var values: [Element] = []
        values.reserveCapacity(count)
        for _ in 0..<count {
            guard bytes.count >= offset + 4 else { throw malformed }
            let length = Int(bytes.integer(at: offset, as: Int32.self))
            offset += 4
            guard length >= 0 else {
                values.append(try Element.decodeNullFromPostgres())
                continue
            }
            guard bytes.count >= offset + length else { throw malformed }
            values.append(try Element.decodeFromPostgres(bytes.extracting(offset..<(offset + length)), element))
            offset += length
        }
        return values
    }

    private static func readLiteral<Element: PostgresDecodable>(
        _ bytes: Span<UInt8>,
        _ field: PostgresField
    ) throws -> [Element] {
        let element = PostgresField(type: PostgresType.element(of: field.type) ?? 0, isBinary: false)
        guard bytes.count >= 2, bytes[0] == UInt8(ascii: "{") else { throw field.mismatch("an array") }
        var values: [Element] = []
        var item: [UInt8] = []
        var isQuoted = false
        var inQuotes = false
        var hasItem = false
        var index = 1
        func finish() throws {
            guard hasItem else { return }
            if !isQuoted, item == Array("NULL".utf8) {
                values.append(try Element.decodeNullFromPostgres())
            } else {
                values.append(try Element.decodeFromPostgres(item.span, element))
            }
            item = []
            isQuoted = false
            hasItem = false
        }
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch (byte, inQuotes) {
            case (UInt8(ascii: "\\"), _) where index < bytes.count:
                item.append(bytes[index])
                index += 1
            case (UInt8(ascii: "\""), _):
                inQuotes.toggle()
                isQuoted = true
                hasItem = true
            case (UInt8(ascii: ","), false):
                try finish()
            case (UInt8(ascii: "}"), false):
                try finish()
                return values
            case (UInt8(ascii: "{"), false):
                throw PostgresMismatch("has more than one dimension")
            default:
                item.append(byte)
                hasItem = true
            }
        }
        throw PostgresMismatch("is a malformed array")
    }
}

extension Span<UInt8> {
    /// The big-endian integer at an offset the caller has checked.
    func integer<Value: FixedWidthInteger>(at offset: Int, as type: Value.Type) -> Value {
        var value: Value = 0
        for index in offset..<(offset + Value.bitWidth / 8) {
            value = value << 8 | Value(truncatingIfNeeded: self[index])
        }
        return value
    }

    /// The bytes read as UTF-8, which the server guarantees them to be.
    var string: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
