import Contracts
import Kernel
import Messaging
import Postgres

/// How an aggregate's state is kept in its `jsonb` column: as it would be written on the wire.
enum StateText {
    /// The text of a state.
    static func write(_ state: some Encodable) throws -> String {
        String(decoding: try WireFormat.encode(state), as: UTF8.self)
    }

    /// The state in a row's column.
    static func read<State: Decodable>(_ row: Row, _ column: String = "state") throws -> State {
        let text: String = try row.decode(column)
        return try WireFormat.decode(from: Array(text.utf8))
    }

    /// Throws where an update met fewer rows than were to be changed: somebody else was faster.
    static func expect<Aggregate: Decider>(_ changed: Int, of stored: [Stored<Aggregate>]) throws {
        guard changed != stored.count, let first = stored.first else { return }
        throw VersionMismatch(expected: first.version, actual: first.version + 1)
    }
}
