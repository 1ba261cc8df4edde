/// A type that is stored in the form of another one.
///
/// For types of other modules: an `ID` as `UUID`, a day as the text that `date` accepts.
package protocol PostgresRepresentable: PostgresValue {
    /// The type stored in its place.
    associatedtype PostgresForm: PostgresValue

    /// The value as it is stored.
    var postgresForm: PostgresForm { get }
    /// The value read back; an error says that what is stored is none.
    init(postgresForm: PostgresForm) throws
}

extension PostgresRepresentable {
    package static var postgresWire: PostgresWire { PostgresForm.postgresWire }
    package func encodeForPostgres() throws -> [UInt8]? { try postgresForm.encodeForPostgres() }

    package static func decodeFromPostgres(_ bytes: Span<UInt8>, _ field: PostgresField) throws -> Self {
        try Self(postgresForm: try PostgresForm.decodeFromPostgres(bytes, field))
    }
}
