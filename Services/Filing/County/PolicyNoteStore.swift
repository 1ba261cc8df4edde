import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``PolicyNote`` and of the copies enterprises got.
struct PolicyNoteStore: Sendable {
    /// One note.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<PolicyNote> {
        guard let row = try tx.query("SELECT id, version, state FROM policy_note WHERE id = \(id)").first else {
            throw NotFound("policy-note")
        }
        return try Self.stored(row)
    }

    /// One note, locked.
    ///
    /// - Throws: `NotFound`.
    func open(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<PolicyNote> {
        let row = try tx.query("SELECT id, version, state FROM policy_note WHERE id = \(id) FOR UPDATE").first
        guard let row else { throw NotFound("policy-note") }
        return try Self.stored(row)
    }

    /// Writes what was decided.
    ///
    /// - Throws: `VersionMismatch` where the row is not at the version it was loaded at.
    func save(_ note: Stored<PolicyNote>, at now: Date, in tx: borrowing Transaction) throws {
        guard !note.events.isEmpty, let written = note.state.note else { return }
        let rows = try tx.execute(
            """
            INSERT INTO policy_note AS old (id, version, county, phase, sent_at, state)
            VALUES (\(note.id), \(note.newVersion), \(written.county), \(note.state.isShown ? "sent" : "withdrawn"), \(now),
                \(try StateText.of(note.state))::jsonb)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, phase = excluded.phase, state = excluded.state
            WHERE old.version = \(note.version)
            """
        )
        guard rows == 1 else { throw Conflict.of([note]) }
    }

    /// The enterprises a county's notes go to: those that file there, and those that cover a unit there.
    func enterprises(in county: String, in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query(
            """
            SELECT id FROM enterprise WHERE jurisdiction = \(county)
            UNION SELECT enterprise FROM enterprise_unit WHERE county = \(county) AND closed_on IS NULL
            ORDER BY id
            """
        ).map { try $0["id"] }
    }

    /// Adds the copies of a note.
    func deliver(_ copies: [(Stored<NoteCopy>, UUID)], of note: UUID, in tx: borrowing Transaction) throws {
        guard !copies.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO policy_note_copy (id, version, note, enterprise, state)
            SELECT id, version, \(note)::uuid, enterprise, state::jsonb FROM unnest(
                \(copies.map(\.0.id))::uuid[], \(copies.map(\.0.newVersion))::int[], \(copies.map(\.1))::uuid[],
                \(try copies.map { try StateText.of($0.0.state) })::text[]) AS new (id, version, enterprise, state)
            """
        )
    }

    /// The copy of a note an enterprise of this credit code got, locked; nil where it got none.
    func copy(
        of note: UUID,
        for creditCode: String,
        in tx: borrowing Transaction
    ) throws -> (copy: Stored<NoteCopy>, readAt: Date?)? {
        try tx.query(
            """
            SELECT id, version, read_at, state FROM policy_note_copy WHERE note = \(note)
              AND enterprise = (SELECT id FROM enterprise WHERE credit_code = \(creditCode)) FOR UPDATE
            """
        ).first.map { row in
            (
                Stored(id: try row["id"], version: try row["version"], state: try row.json("state")),
                try row.decode("read_at")
            )
        }
    }

    /// Writes that a copy was read.
    func markRead(_ copy: Stored<NoteCopy>, at now: Date, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE policy_note_copy SET version = \(copy.newVersion), read_at = \(now),
                state = \(try StateText.of(copy.state))::jsonb
            WHERE id = \(copy.id) AND version = \(copy.version)
            """
        )
    }

    private static func stored(_ row: Row) throws -> Stored<PolicyNote> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
