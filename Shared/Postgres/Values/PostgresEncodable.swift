/// A value that can be bound as a parameter.
package protocol PostgresEncodable: Sendable {
    /// How values of this type travel.
    static var postgresWire: PostgresWire { get }
    /// How arrays of this type travel.
    static var postgresArrayWire: PostgresWire { get }

    /// The bytes of the value in its wire form, without a terminating zero; nil for NULL.
    func encodeForPostgres() throws -> [UInt8]?
    /// The bytes of an array of such values, in the arrays' wire form.
    static func encodeArrayForPostgres(_ elements: [Self]) throws -> [UInt8]
}

extension PostgresEncodable {
    package static var postgresWire: PostgresWire { .text }
    package static var postgresArrayWire: PostgresWire { postgresWire.array }

    package static func encodeArrayForPostgres(_ elements: [Self]) throws -> [UInt8] {
        let encoded = try elements.map { try $0.encodeForPostgres() }
        return postgresArrayWire.isBinary
            ? ArrayWriter.binary(encoded, of: postgresWire.type)
            : ArrayWriter.literal(encoded, isNested: postgresWire.isArray)
    }
}

/// A value that can be read from a column.
package protocol PostgresDecodable: Sendable {
    /// The value of a field that is not NULL.
    static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> Self
    /// The value that stands for NULL; an error unless the type is optional.
    static func decodeNullFromPostgres() throws -> Self
    /// The values of an array of this type.
    static func decodeArrayFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> [Self]
}

extension PostgresDecodable {
    package static func decodeNullFromPostgres() throws -> Self {
        throw PostgresMismatch("is NULL, and \(Self.self) is not optional")
    }

    package static func decodeArrayFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> [Self] {
        try ArrayReader.read(bytes, field)
    }
}

/// A value that can be bound and read.
///
/// An enum or struct with a raw value gets everything by declaring the conformance: `extension Stage: PostgresValue {}`.
package typealias PostgresValue = PostgresEncodable & PostgresDecodable

/// What the server says of a column: its type and the form its values came in.
package struct PostgresField: Sendable, Hashable {
    /// The type's OID.
    package let type: UInt32
    /// Binary form, otherwise text.
    package let isBinary: Bool

    /// The error for a column that cannot be read as `wanted`.
    func mismatch(_ wanted: String) -> PostgresMismatch {
        PostgresMismatch("is \(PostgresType.describe(type)), which cannot be read as \(wanted)")
    }
}

/// Why a field could not be decoded; ``Row`` adds the column's name.
package struct PostgresMismatch: Error {
    /// A predicate that follows the column's name.
    package let reason: String

    /// - Parameter reason: A predicate that follows the column's name, without the value.
    package init(_ reason: String) { self.reason = reason }
}
