/// One bound value, in the form in which it goes to the server.
struct PostgresParameter: Sendable {
    let wire: PostgresWire
    /// The bytes, or nil for NULL; a failure when the value could not be encoded, thrown when the statement is executed.
    let content: Result<[UInt8]?, any Error>

    init<Value: PostgresEncodable>(_ value: Value) {
        wire = Value.postgresWire
        content = Result { try value.encodeForPostgres() }
    }
}

/// How the values of a Swift type travel to the server.
package struct PostgresWire: Sendable, Hashable {
    /// The type's OID, or 0 to let the statement decide.
    package let type: UInt32
    /// Binary form, otherwise text.
    package let isBinary: Bool
    /// Written as it stands inside an array literal, because it is one itself.
    package let isArray: Bool

    /// Text whose type the statement decides.
    package static let text = PostgresWire(type: 0, isBinary: false, isArray: false)

    static func binary(_ type: UInt32) -> PostgresWire { PostgresWire(type: type, isBinary: true, isArray: false) }

    /// How an array of such values travels.
    var array: PostgresWire {
        if isBinary, let type = PostgresType.array(of: type) {
            PostgresWire(type: type, isBinary: true, isArray: true)
        } else {
            PostgresWire(type: 0, isBinary: false, isArray: true)
        }
    }
}
