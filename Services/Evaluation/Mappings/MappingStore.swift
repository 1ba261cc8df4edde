import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Decisions that an occupation of an older edition is one of today's.
struct MappingStore: Sendable {
    let journal: Journal

    /// Loads and locks one.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<MappingDecision> {
        let rows = try tx.query("SELECT id, version, state FROM mapping_decision WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("mapping decision") }
        return try Self.stored(row)
    }

    /// A page of those an enterprise's rounds use, or of all, oldest first.
    func page(
        for creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<MappingDecision>] {
        try tx.query(
            """
            SELECT id, version, state FROM mapping_decision
            WHERE (\(creditCode)::text IS NULL OR credit_code IS NULL OR credit_code = \(creditCode))
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// What holds for an enterprise: the authority's decisions, then its own, oldest first.
    func inForce(for creditCode: String, in tx: borrowing Transaction) throws -> [MappingDecision.Content] {
        try tx.query(
            """
            SELECT id, version, state FROM mapping_decision
            WHERE in_force AND (credit_code IS NULL OR credit_code = \(creditCode))
            ORDER BY credit_code NULLS FIRST, id
            """
        ).compactMap { try Self.stored($0).state.content }
    }

    /// Writes one that changed, and what happened to it into the journal.
    ///
    /// - Throws: `VersionMismatch` where it was changed since it was loaded.
    func save(_ changed: Stored<MappingDecision>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard !changed.events.isEmpty, let content = changed.state.content else { return }
        let isInForce = if case .inForce = changed.state { true } else { false }
        let rows =
            if changed.version == 0 {
                try tx.execute(
                    """
                    INSERT INTO mapping_decision (id, version, credit_code, in_force, state)
                    VALUES (\(changed.id), \(changed.newVersion), \(content.enterprise), \(isInForce),
                        \(try StateText.write(changed.state))::jsonb)
                    """
                )
            } else {
                try tx.execute(
                    """
                    UPDATE mapping_decision
                    SET version = \(changed.newVersion), in_force = \(isInForce),
                        state = \(try StateText.write(changed.state))::jsonb
                    WHERE id = \(changed.id) AND version = \(changed.version)
                    """
                )
            }
        try StateText.expect(rows, of: [changed])
        try journal.append([changed], of: "mapping_decision", because: cause, in: tx)
    }

    private static func stored(_ row: Row) throws -> Stored<MappingDecision> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
