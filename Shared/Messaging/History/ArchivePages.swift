import AMQP
import Contracts
import Foundation
import Postgres

/// Sends what a service has said, from its archive and in order, straight to one hearer's queue, page by page.
struct ArchivePages: Sendable {
    let service: ServiceName
    let database: PostgresPool
    let publisher: Publisher
    let user: String

    /// Facts read and sent together.
    static let size = 500

    /// Sends the facts after a row of the archive; nil where there are none.
    ///
    /// - Throws: ``NotConfirmed``, or what the database says; a page may be sent again at will.
    func send(after cursor: Int, to hearer: ServiceName) async throws -> (count: Int, last: Int)? {
        let rows = try await database.transaction { [service] tx in
            try tx.query(
                """
                SELECT * FROM outbox_archive WHERE exchange = \(Topology.facts) AND id > \(cursor)
                ORDER BY id LIMIT \(Self.size)
                """
            ).map { try SentRow($0, speaker: service) }
        }
        guard let last = rows.last else { return nil }
        let outcomes = try await publisher.publish(
            rows.map { $0.message(as: user, exchange: Topology.replay, routingKey: hearer.rawValue) }
        )
        guard outcomes.allSatisfy({ $0 == .confirmed }) else { throw NotConfirmed() }
        return (rows.count, last.id)
    }

    /// The broker did not take the whole; what it took is known to the hearer when it is sent again.
    struct NotConfirmed: Error {}
}
