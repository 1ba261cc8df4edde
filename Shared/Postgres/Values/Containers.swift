/// NULL is nil.
extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    package static var postgresWire: PostgresWire { Wrapped.postgresWire }
    package func encodeForPostgres() throws -> [UInt8]? { try self?.encodeForPostgres() }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    package static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> Wrapped? {
        try Wrapped.decodeFromPostgres(bytes, field)
    }

    package static func decodeNullFromPostgres() throws -> Wrapped? { nil }
}

/// An array is one parameter, an array of bytes is `bytea`.
extension Array: PostgresEncodable where Element: PostgresEncodable {
    package static var postgresWire: PostgresWire { Element.postgresArrayWire }
    package func encodeForPostgres() throws -> [UInt8]? { try Element.encodeArrayForPostgres(self) }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
    package static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> [Element] {
        try Element.decodeArrayFromPostgres(bytes, field)
    }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
    package static var postgresWire: PostgresWire { RawValue.postgresWire }
    package func encodeForPostgres() throws -> [UInt8]? { try rawValue.encodeForPostgres() }
}

extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
    package static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> Self {
        guard let value = Self(rawValue: try RawValue.decodeFromPostgres(bytes, field)) else {
            throw PostgresMismatch("holds no value of \(Self.self)")
        }
        return value
    }
}
