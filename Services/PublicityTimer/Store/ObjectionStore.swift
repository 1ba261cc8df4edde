import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The objections to names on notices.
struct ObjectionStore {
    /// The objection of an id, locked.
    ///
    /// Lock its notice first: ``notice(of:in:)``.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Objection> {
        let rows = try tx.query(
            "SELECT id, version, state::text AS state FROM objection WHERE id = \(id) FOR UPDATE"
        )
        guard let objection = try rows.map(stored).first else { throw NotFound("objection") }
        return objection
    }

    /// The notice an objection is about; it never changes.
    ///
    /// - Throws: `NotFound`.
    func notice(of id: UUID, in tx: borrowing Transaction) throws -> UUID {
        guard let row = try tx.query("SELECT notice FROM objection WHERE id = \(id)").first else {
            throw NotFound("objection")
        }
        return try row.decode("notice")
    }

    /// The objection a receipt was given for, nil when none was.
    func find(receipt: [UInt8], in tx: borrowing Transaction) throws -> Stored<Objection>? {
        try tx.query("SELECT id, version, state::text AS state FROM objection WHERE receipt = \(receipt)")
            .map(stored).first
    }

    /// The objections to a notice, oldest first.
    func page(
        of notice: UUID,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Objection>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM objection
            WHERE notice = \(notice) AND (\(after)::uuid IS NULL OR id > \(after)::uuid) ORDER BY id LIMIT \(limit)
            """
        ).map(stored)
    }

    /// Writes what was decided about an objection.
    ///
    /// - Throws: `VersionMismatch` when it was changed since it was loaded.
    func save(_ changed: Stored<Objection>, in tx: borrowing Transaction) throws {
        guard !changed.events.isEmpty, let complaint = changed.state.complaint else { return }
        let state = try Column.text(changed.state)
        let phase = changed.state.phase.rawValue
        if changed.version == 0 {
            try tx.execute(
                """
                INSERT INTO objection (id, version, notice, person, phase, receipt, state) VALUES
                    (\(changed.id), \(changed.newVersion), \(complaint.notice), \(complaint.person), \(phase),
                     \(Array(complaint.receipt)), \(state)::text::jsonb)
                """
            )
            return
        }
        let updated = try tx.execute(
            """
            UPDATE objection SET version = \(changed.newVersion), phase = \(phase), state = \(state)::text::jsonb
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
        guard updated == 1 else { throw VersionMismatch(expected: changed.version, actual: changed.newVersion) }
    }

    private func stored(_ row: Row) throws -> Stored<Objection> {
        Stored(
            id: try row.decode("id"),
            version: try row.decode("version"),
            state: try Column.value(row.decode("state", as: String.self))
        )
    }
}
