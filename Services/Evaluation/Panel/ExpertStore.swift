import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The pools of experts.
struct ExpertStore: Sendable {
    let journal: Journal

    /// Loads and locks one.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Expert> {
        let rows = try tx.query("SELECT id, version, state FROM expert WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("expert") }
        return try Self.stored(row)
    }

    /// Reads one without locking it.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Expert> {
        guard let found = try read([id], in: tx).first else { throw NotFound("expert") }
        return found
    }

    /// Reads them in the order of their ids; those that do not exist are left out.
    func read(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Expert>] {
        try tx.query("SELECT id, version, state FROM expert WHERE id = ANY(\(ids)) ORDER BY id").map(Self.stored)
    }

    /// A page of an enterprise's pool, or of all.
    func page(
        of creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Expert>] {
        try tx.query(
            """
            SELECT id, version, state FROM expert
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode)) AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// Everybody who can be named or drawn, sorted by id.
    func pool(of creditCode: String, in tx: borrowing Transaction) throws -> [Stored<Expert>] {
        try tx.query(
            "SELECT id, version, state FROM expert WHERE credit_code = \(creditCode) AND is_active ORDER BY id"
        ).map(Self.stored)
    }

    /// Writes those that changed, and what happened to them into the journal.
    ///
    /// - Throws: `VersionMismatch` where one was changed since it was loaded; ``EvaluationDomain/Expert/Rejection/twice(name:)``
    ///   where the account is in the pool already.
    func save(_ expert: Stored<Expert>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard !expert.events.isEmpty, let record = expert.state.record else { return }
        let state = try StateText.write(expert.state)
        if expert.version == 0 {
            let made = try tx.execute(
                """
                INSERT INTO expert (id, version, credit_code, account, is_active, state)
                VALUES (\(expert.id), \(expert.newVersion), \(record.creditCode), \(record.account),
                    \(expert.state.isActive), \(state)::jsonb)
                ON CONFLICT (credit_code, account) WHERE is_active DO NOTHING
                """
            )
            guard made == 1 else { throw Expert.Rejection.twice(name: record.name) }
        } else {
            let changed = try tx.execute(
                """
                UPDATE expert SET version = \(expert.newVersion), is_active = \(expert.state.isActive),
                    state = \(state)::jsonb
                WHERE id = \(expert.id) AND version = \(expert.version)
                """
            )
            try StateText.expect(changed, of: [expert])
        }
        try journal.append([expert], of: "expert", because: cause, in: tx)
    }

    private static func stored(_ row: Row) throws -> Stored<Expert> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
