import Contracts

/// A state as it stands in a `jsonb` column.
enum Column {
    /// The text of a state.
    static func text(_ state: some Encodable) throws -> String {
        String(decoding: try WireFormat.encode(state), as: UTF8.self)
    }

    /// The state in a text.
    static func value<Value: Decodable>(_ text: String) throws -> Value {
        try WireFormat.decode(from: Array(text.utf8))
    }
}
