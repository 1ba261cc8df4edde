extension PostgresEncodable where Self: FixedWidthInteger {
    package func encodeForPostgres() throws -> [UInt8]? { Array(String(self).utf8) }
}

extension PostgresDecodable where Self: FixedWidthInteger {
    /// Reads `smallint`, `integer` and `bigint`; a value that does not fit is an error.
    package static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> Self {
        let value: Int64? =
            switch (field.type, field.isBinary, bytes.count) {
            case (PostgresType.int8, true, 8): bytes.integer(at: 0, as: Int64.self)
            case (PostgresType.int4, true, 4): Int64(bytes.integer(at: 0, as: Int32.self))
            case (PostgresType.int2, true, 2): Int64(bytes.integer(at: 0, as: Int16.self))
            case (PostgresType.int8, false, _), (PostgresType.int4, false, _), (PostgresType.int2, false, _):
                Int64(bytes.string)
            default: throw field.mismatch("\(Self.self)")
            }
        guard let value, let fitting = Self(exactly: value) else {
            throw PostgresMismatch("does not fit \(Self.self)")
        }
        return fitting
    }
}

extension Int: PostgresValue {}
extension Int64: PostgresValue {}
extension Int32: PostgresValue {}

/// A byte is a number by itself; an array of bytes is `bytea`.
extension UInt8: PostgresValue {
    package static var postgresArrayWire: PostgresWire { .binary(PostgresType.bytea) }
    package static func encodeArrayForPostgres(_ elements: [UInt8]) throws -> [UInt8] { elements }

    package static func decodeArrayFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> [UInt8] {
        guard field.type == PostgresType.bytea else { throw field.mismatch("bytes") }
        guard !field.isBinary else {
            return unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
        }
        guard bytes.count >= 2, bytes.count.isMultiple(of: 2), bytes[0] == UInt8(ascii: "\\"),
            bytes[1] == UInt8(ascii: "x")
        else { throw PostgresMismatch("is not in hexadecimal form") }
        return unsafe [UInt8](unsafeUninitializedCapacity: bytes.count / 2 - 1) { buffer, count in
            for index in 0..<(bytes.count / 2 - 1) {
                unsafe buffer[index] = nibble(bytes[2 * index + 2]) << 4 | nibble(bytes[2 * index + 3])
            }
            count = bytes.count / 2 - 1
        }
    }

    /// The server writes lower-case digits only.
    private static func nibble(_ digit: UInt8) -> UInt8 {
        digit < UInt8(ascii: "a") ? digit &- UInt8(ascii: "0") : digit &- UInt8(ascii: "a") &+ 10
    }
}

extension Double: PostgresValue {
    package func encodeForPostgres() throws -> [UInt8]? { Array("\(self)".utf8) }

    package static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> Double {
        if field.type == PostgresType.float8, field.isBinary, bytes.count == 8 {
            return Double(bitPattern: bytes.integer(at: 0, as: UInt64.self))
        }
        guard !field.isBinary, [PostgresType.float8, PostgresType.float4, PostgresType.numeric].contains(field.type),
            let value = Double(bytes.string)
        else { throw field.mismatch("Double") }
        return value
    }
}

extension Bool: PostgresValue {
    package func encodeForPostgres() throws -> [UInt8]? { [UInt8(ascii: self ? "t" : "f")] }

    package static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> Bool {
        guard field.type == PostgresType.bool, bytes.count == 1 else { throw field.mismatch("Bool") }
        return field.isBinary ? bytes[0] != 0 : bytes[0] == UInt8(ascii: "t")
    }
}
