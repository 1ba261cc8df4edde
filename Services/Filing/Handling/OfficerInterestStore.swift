import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``OfficerInterest``.
struct OfficerInterestStore: Sendable {
    /// One by its id, locked.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<OfficerInterest> {
        let rows = try tx.query("SELECT id, version, state FROM officer_interest WHERE id = \(id) FOR UPDATE")
        guard let found = try rows.first.map(Self.stored) else { throw NotFound("interest") }
        return found
    }

    /// What an officer said about an enterprise and what stands.
    func standing(
        _ officer: String,
        _ enterprise: UUID,
        in tx: borrowing Transaction
    ) throws -> Stored<OfficerInterest>? {
        try tx.query(
            """
            SELECT id, version, state FROM officer_interest
            WHERE officer = \(officer) AND enterprise = \(enterprise) AND is_standing
            """
        ).first.map(Self.stored)
    }

    /// A page of those of an officer, or of all, after an id.
    func page(
        of officer: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<OfficerInterest>] {
        try tx.query(
            """
            SELECT id, version, state FROM officer_interest
            WHERE (\(officer)::text IS NULL OR officer = \(officer)::text)
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
            ORDER BY id LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// Writes one.
    ///
    /// - Throws: `VersionMismatch` where the row is not at the version it was loaded at.
    func save(_ one: Stored<OfficerInterest>, in tx: borrowing Transaction) throws {
        guard !one.events.isEmpty, let declaration = one.state.declaration else { return }
        let written = try tx.execute(
            """
            INSERT INTO officer_interest AS old (id, officer, enterprise, is_standing, state, version)
            VALUES (\(one.id), \(declaration.officer.id), \(declaration.enterprise), \(one.state.isStanding),
                \(try StateText.of(one.state))::jsonb, \(one.newVersion))
            ON CONFLICT (id) DO UPDATE SET is_standing = excluded.is_standing, state = excluded.state,
                version = excluded.version
            WHERE old.version = \(one.version)
            """
        )
        guard written == 1 else { throw Conflict.of([one]) }
    }

    private static func stored(_ row: Row) throws -> Stored<OfficerInterest> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
