import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Omissions referred back from publicity.
struct OmissionStore: Sendable {
    let journal: Journal

    /// Loads and locks one.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Omission> {
        guard let row = try tx.query("SELECT id, version, state FROM omission WHERE id = \(id) FOR UPDATE").first else {
            throw NotFound("omission")
        }
        return try Self.stored(row)
    }

    /// Those of a round, oldest first; nothing is locked.
    func list(of round: UUID, in tx: borrowing Transaction) throws -> [Stored<Omission>] {
        try tx.query("SELECT id, version, state FROM omission WHERE round = \(round) ORDER BY id").map(Self.stored)
    }

    /// Writes a new one; false where the objection was referred before, or the round is not this service's.
    func insert(_ new: Stored<Omission>, for objection: UUID, in tx: borrowing Transaction) throws -> Bool {
        guard let referral = new.state.referral else { return false }
        let rows = try tx.execute(
            """
            INSERT INTO omission (id, version, objection, round, is_open, state)
            SELECT \(new.id), \(new.newVersion), \(objection), round.id, true, \(try StateText.write(new.state))::jsonb
            FROM round WHERE round.id = \(referral.round)
            ON CONFLICT (objection) DO NOTHING
            """
        )
        return rows > 0
    }

    /// Writes one that changed, and what happened to it into the journal.
    ///
    /// - Throws: `VersionMismatch` where it was changed since it was loaded.
    func save(_ changed: Stored<Omission>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard !changed.events.isEmpty else { return }
        let rows = try tx.execute(
            """
            UPDATE omission
            SET version = \(changed.newVersion), is_open = \(changed.state.answer == nil),
                state = \(try StateText.write(changed.state))::jsonb
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
        try StateText.expect(rows, of: [changed])
        try journal.append(changed, of: "omission", because: cause, in: tx)
    }

    private static func stored(_ row: Row) throws -> Stored<Omission> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
