import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Aggregates as they stood at an instant, made again of their events in the journal.
///
/// The journal is the source, so it does not matter how a row of today is written.
struct Replay: Sendable {
    /// The instant; what happened at it has happened.
    let instant: Date

    /// One aggregate as it stood.
    ///
    /// - Throws: `NotFound` where it did not exist yet.
    func one<Aggregate: Decider>(
        _ id: UUID,
        of aggregate: String,
        as type: Aggregate.Type = Aggregate.self,
        in tx: borrowing Transaction
    ) throws -> Stored<Aggregate> where Aggregate.Event: Decodable {
        guard let found = try all([id], of: aggregate, as: type, in: tx).first else { throw NotFound(aggregate) }
        return found
    }

    /// Those of the aggregates that existed, as they stood, in the order of their ids.
    func all<Aggregate: Decider>(
        _ ids: [UUID],
        of aggregate: String,
        as type: Aggregate.Type = Aggregate.self,
        in tx: borrowing Transaction
    ) throws -> [Stored<Aggregate>] where Aggregate.Event: Decodable {
        let rows = try tx.query(
            """
            SELECT aggregate_id, version, event FROM journal
            WHERE aggregate = \(aggregate) AND aggregate_id = ANY(\(ids)) AND at <= \(instant)
            ORDER BY aggregate_id, version
            """
        )
        var stored: [Stored<Aggregate>] = []
        for row in rows {
            let id: UUID = try row.decode("aggregate_id")
            let version: Int = try row.decode("version")
            let event: Aggregate.Event = try WireFormat.decode(from: row.decode("event", as: [UInt8].self))
            if stored.last?.id != id { stored.append(Stored(new: id)) }
            // A gap would be an event after the instant, between two before it: what follows it counts no more.
            guard let last = stored.last, last.version + 1 == version else { continue }
            var state = last.state
            state.apply(event)
            stored[stored.count - 1] = Stored(id: id, version: version, state: state)
        }
        return stored.filter { $0.version > 0 }
    }
}
