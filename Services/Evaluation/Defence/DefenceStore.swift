import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The defences of rounds, together as one.
struct DefenceStore: Sendable {
    let journal: Journal

    /// Loads and locks the defences of a round; new ones where there are none.
    ///
    /// The round is locked before.
    func load(of round: UUID, in tx: borrowing Transaction) throws -> Stored<Defence> {
        try tx.query("SELECT id, version, state FROM defence WHERE round = \(round) FOR UPDATE").first
            .map(Self.stored) ?? Stored(new: NewID.v7())
    }

    /// Reads the defences of a round; new ones where there are none.
    func read(of round: UUID, in tx: borrowing Transaction) throws -> Stored<Defence> {
        try tx.query("SELECT id, version, state FROM defence WHERE round = \(round)").first
            .map(Self.stored) ?? Stored(new: NewID.v7())
    }

    /// Writes them where they changed, and what happened to them into the journal.
    ///
    /// - Throws: `VersionMismatch` where they were changed since they were loaded.
    func save(_ defence: Stored<Defence>, of round: UUID, because cause: Cause, in tx: borrowing Transaction) throws {
        guard !defence.events.isEmpty else { return }
        let changed = try tx.execute(
            """
            INSERT INTO defence (id, version, round, state)
            VALUES (\(defence.id), \(defence.newVersion), \(round), \(try StateText.write(defence.state))::jsonb)
            ON CONFLICT (round) DO UPDATE SET version = EXCLUDED.version, state = EXCLUDED.state
            WHERE defence.version = \(defence.version) AND defence.id = EXCLUDED.id
            """
        )
        try StateText.expect(changed, of: [defence])
        try journal.append([defence], of: "defence", because: cause, in: tx)
    }

    private static func stored(_ row: Row) throws -> Stored<Defence> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
