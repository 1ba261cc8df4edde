import Contracts

/// A state as the text of its `jsonb` column.
enum StateText {
    /// The text of a state.
    static func of(_ state: some Encodable) throws -> String {
        try String(decoding: WireFormat.encode(state), as: UTF8.self)
    }
}
