import Foundation

extension String: PostgresValue {
    package func encodeForPostgres() throws -> [UInt8]? { Array(utf8) }

    package static func encodeArrayForPostgres(_ elements: [String]) throws -> [UInt8] { ArrayWriter.literal(elements) }

    /// Reads text, JSON, and every type that has no Swift type here (`numeric`, `date`, `interval`, enums) as the server writes it.
    package static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> String {
        if field.type == PostgresType.jsonb, field.isBinary {
            return bytes.extracting(droppingFirst: 1).string  // the first byte is the format's version
        }
        guard PostgresType.isText(field.type) || !PostgresType.isReadableInBinary(field.type) else {
            throw field.mismatch("String")
        }
        return bytes.string
    }
}

extension UUID: PostgresValue {
    package static var postgresWire: PostgresWire { .binary(PostgresType.uuid) }

    package func encodeForPostgres() throws -> [UInt8]? {
        [
            uuid.0, uuid.1, uuid.2, uuid.3, uuid.4, uuid.5, uuid.6, uuid.7,
            uuid.8, uuid.9, uuid.10, uuid.11, uuid.12, uuid.13, uuid.14, uuid.15,
        ]
    }

    package static func encodeArrayForPostgres(_ elements: [UUID]) throws -> [UInt8] {
        ArrayWriter.binary(elements, of: PostgresType.uuid, length: 16) { element, bytes in
            unsafe withUnsafeBytes(of: element.uuid) { unsafe bytes.append(contentsOf: $0) }
        }
    }

    package static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> UUID {
        guard field.type == PostgresType.uuid else { throw field.mismatch("UUID") }
        if field.isBinary, bytes.count == 16 {
            return UUID(
                uuid: (
                    bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7],
                    bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]
                )
            )
        }
        guard !field.isBinary, let value = UUID(uuidString: bytes.string) else { throw field.mismatch("UUID") }
        return value
    }
}
