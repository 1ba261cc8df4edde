import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The applications of a round, found by round and person.
struct ApplicationRegister: Sendable {
    /// A page of a round's applications, in the order they were handed in.
    func page(
        of round: UUID,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Application>] {
        try tx.query(
            """
            SELECT id, version, state FROM application
            WHERE round = \(round) AND id > \(after ?? .lowest)::uuid ORDER BY id LIMIT \(limit)
            """
        ).map(ApplicationStore.stored)
    }

    /// All applications of a round, locked.
    func all(of round: UUID, in tx: borrowing Transaction) throws -> [Stored<Application>] {
        try tx.query("SELECT id, version, state FROM application WHERE round = \(round) ORDER BY id FOR UPDATE")
            .map(ApplicationStore.stored)
    }

    /// What these persons handed in in a round, by person; locked.
    func of(
        persons: [UUID],
        in round: UUID,
        in tx: borrowing Transaction
    ) throws -> [UUID: Stored<Application>] {
        let rows = try tx.query(
            """
            SELECT id, version, state, person FROM application
            WHERE round = \(round) AND person = ANY(\(persons)) ORDER BY id FOR UPDATE
            """
        )
        return try Dictionary(
            rows.map { (try $0.decode("person"), try ApplicationStore.stored($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
