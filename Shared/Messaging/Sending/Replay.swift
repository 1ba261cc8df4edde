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
        let pages = ArchivePages(service: service, database: database, publisher: publisher, user: user)
        var (cursor, sent) = (0, 0)
        while let page = try await pages.send(after: cursor, to: hearer) {
            cursor = page.last
            sent += page.count
        }
        return Outcome(sent: sent)
    }
}
