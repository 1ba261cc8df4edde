import Foundation
import Kernel
import Messaging
import Postgres

extension Row {
    /// The aggregate in a row of `id`, `version` and `state::text AS state`.
    func stored<Aggregate: Decider & Decodable>(_: Aggregate.Type = Aggregate.self) throws -> Stored<Aggregate> {
        Stored(
            id: try decode("id"),
            version: try decode("version"),
            state: try Column.value(decode("state", as: String.self))
        )
    }
}
