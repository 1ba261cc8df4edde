import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``TenureRequest``.
struct TenureRequestStore: Sendable {
    /// One as it is, not locked.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<TenureRequest> {
        let rows = try tx.query("SELECT id, version, state FROM tenure_request WHERE id = \(id)")
        guard let row = rows.first else { throw NotFound("tenure-request") }
        return try Self.stored(row)
    }

    /// One, locked; whoever locks the filing it is about too does so before.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<TenureRequest> {
        let rows = try tx.query("SELECT id, version, state FROM tenure_request WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("tenure-request") }
        return try Self.stored(row)
    }

    /// A page after an id, narrowed where something is named.
    func page(
        creditCode: String?,
        tenure: UUID?,
        phase: TenureRequest.Phase?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<TenureRequest>] {
        try tx.query(
            """
            SELECT id, version, state FROM tenure_request
            WHERE (\(creditCode)::text IS NULL
                   OR enterprise = (SELECT id FROM enterprise WHERE credit_code = \(creditCode)::text))
              AND (\(tenure)::uuid IS NULL OR tenure = \(tenure)::uuid)
              AND (\(phase?.rawValue)::text IS NULL OR phase = \(phase?.rawValue)::text)
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
            ORDER BY id LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// Writes what was decided.
    ///
    /// - Throws: `TenureRequest.Rejection.alreadyPending`, `VersionMismatch`.
    func save(_ request: Stored<TenureRequest>, in tx: borrowing Transaction) throws {
        guard let asked = request.state.asked else { return }
        if request.version == 0 {
            let added = try tx.execute(
                """
                INSERT INTO tenure_request (id, tenure, enterprise, wish, phase, state, version)
                VALUES (\(request.id), \(asked.filing), \(asked.filer.id), \(asked.wish.name),
                    \(request.state.phase.rawValue), \(try StateText.of(request.state))::text::jsonb,
                    \(request.newVersion))
                ON CONFLICT (tenure, wish) WHERE phase = 'pending' DO NOTHING
                """
            )
            guard added == 1 else { throw TenureRequest.Rejection.alreadyPending }
        } else {
            let changed = try tx.execute(
                """
                UPDATE tenure_request SET phase = \(request.state.phase.rawValue),
                    state = \(try StateText.of(request.state))::text::jsonb, version = \(request.newVersion)
                WHERE id = \(request.id) AND version = \(request.version)
                """
            )
            guard changed == 1 else { throw Conflict.of([request]) }
        }
    }

    private static func stored(_ row: Row) throws -> Stored<TenureRequest> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
