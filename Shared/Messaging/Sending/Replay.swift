import AMQP
import Contracts
import Foundation
import Postgres

/// Sends what this service has said, from its archive and in order, straight to one hearer's queue.
///
/// The hearer's inbox passes over what it knows; a hearer that is new, or whose database was restored, catches up.
package struct Replay: Sendable {
    let service: ServiceName
    let database: PostgresPool
    let publisher: Publisher
    let user: String

    /// How a replay ended.
    package struct Outcome: Codable, Sendable {
        /// Facts the broker has confirmed.
        package let sent: Int
    }

    /// Why there is nothing to replay.
    package struct NotAHearer: Error, Hashable {
        package let hearer: ServiceName
    }

    /// Sends everything again to `hearer`.
    ///
    /// - Throws: ``NotAHearer``, or what the database or broker says; a replay may be repeated at will.
    package func callAsFunction(to hearer: ServiceName) async throws -> Outcome {
        guard Plan.heard(by: hearer).contains(service) else { throw NotAHearer(hearer: hearer) }
        var cursor = 0
        var sent = 0
        while true {
            let rows = try await database.transaction { [cursor, service] tx in
                try tx.query(
                    """
                    SELECT * FROM outbox_archive WHERE exchange = \(Topology.facts) AND id > \(cursor)
                    ORDER BY id LIMIT 500
                    """
                ).map { try SentRow($0, speaker: service) }
            }
            guard let last = rows.last else { return Outcome(sent: sent) }
            let outcomes = try await publisher.publish(
                rows.map { $0.message(as: user, exchange: Topology.replay, routingKey: hearer.rawValue) }
            )
            guard outcomes.allSatisfy({ $0 == .confirmed }) else { throw NotConfirmed() }
            sent += rows.count
            cursor = last.id
        }
    }

    /// The broker did not take the whole; what it took is known to the hearer when it is sent again.
    package struct NotConfirmed: Error {}
}
