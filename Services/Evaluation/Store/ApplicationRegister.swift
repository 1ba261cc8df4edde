import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The applications of a round, found by round and person.
struct ApplicationRegister: Sendable {
    /// The ids of all applications of a round; nothing is locked.
    func ids(of round: UUID, in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query("SELECT id FROM application WHERE round = \(round) ORDER BY id").map { try $0.decode("id") }
    }

    /// A page of the ids of those applications of a round that there were at an instant; nothing is locked.
    func ids(
        of round: UUID,
        existingAt instant: Date,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [UUID] {
        try tx.query(
            """
            SELECT id FROM application WHERE round = \(round) AND id > \(after ?? .lowest)::uuid
              AND EXISTS (SELECT FROM journal WHERE aggregate = 'application' AND aggregate_id = application.id
                          AND version = 1 AND at <= \(instant))
            ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.decode("id") }
    }

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

    /// All applications of a round that stand, locked; those taken back are left out.
    func all(of round: UUID, in tx: borrowing Transaction) throws -> [Stored<Application>] {
        try tx.query(
            """
            SELECT id, version, state FROM application WHERE round = \(round) AND stage <> 'withdrawn'
            ORDER BY id FOR UPDATE
            """
        ).map(ApplicationStore.stored)
    }

    /// A page of the applications of a round that wait for the person's word, in the order they were handed in.
    func unconfirmed(
        of round: UUID,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Application>] {
        try tx.query(
            """
            SELECT id, version, state FROM application
            WHERE round = \(round) AND NOT is_confirmed AND stage NOT IN ('withdrawn', 'ineligible', 'declined')
              AND id > \(after ?? .lowest)::uuid ORDER BY id LIMIT \(limit)
            """
        ).map(ApplicationStore.stored)
    }

    /// The newest applications of a person, whichever round they are in.
    func newest(of person: UUID, limit: Int = 50, in tx: borrowing Transaction) throws -> [Stored<Application>] {
        try tx.query(
            "SELECT id, version, state FROM application WHERE person = \(person) ORDER BY id DESC LIMIT \(limit)"
        ).map(ApplicationStore.stored)
    }

    /// The newest application each of some persons took back in a round, by person.
    func withdrawn(of persons: [UUID], in round: UUID, in tx: borrowing Transaction) throws -> [UUID: UUID] {
        let rows = try tx.query(
            """
            SELECT person, id FROM application
            WHERE round = \(round) AND person = ANY(\(persons)) AND stage = 'withdrawn' ORDER BY id
            """
        )
        return try Dictionary(
            rows.map { (try $0.decode("person"), try $0.decode("id")) },
            uniquingKeysWith: { $1 }
        )
    }

    /// What these persons handed in in a round and did not take back, by person; locked.
    func of(
        persons: [UUID],
        in round: UUID,
        in tx: borrowing Transaction
    ) throws -> [UUID: Stored<Application>] {
        let rows = try tx.query(
            """
            SELECT id, version, state, person FROM application
            WHERE round = \(round) AND person = ANY(\(persons)) AND stage <> 'withdrawn' ORDER BY id FOR UPDATE
            """
        )
        return try Dictionary(
            rows.map { (try $0.decode("person"), try ApplicationStore.stored($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
