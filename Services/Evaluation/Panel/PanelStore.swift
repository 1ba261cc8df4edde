import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The panels of rounds; a round has one.
struct PanelStore: Sendable {
    let journal: Journal

    /// Loads and locks the panel of a round; a new one where there is none.
    ///
    /// The round is locked before, so that two cannot make it at once.
    func load(of round: UUID, in tx: borrowing Transaction) throws -> Stored<Panel> {
        try tx.query("SELECT id, version, state FROM panel WHERE round = \(round) FOR UPDATE").first
            .map(Self.stored) ?? Stored(new: NewID.v7())
    }

    /// Reads the panel of a round; a new one where there is none.
    func read(of round: UUID, in tx: borrowing Transaction) throws -> Stored<Panel> {
        try tx.query("SELECT id, version, state FROM panel WHERE round = \(round)").first
            .map(Self.stored) ?? Stored(new: NewID.v7())
    }

    /// The rounds on whose panel an account sits and whose vote is not open yet, locked in the order of their ids.
    func open(with account: String, in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query(
            """
            SELECT round.id FROM panel JOIN round ON round.id = panel.round
            WHERE panel.accounts @> ARRAY[\(account)]::text[] AND round.stage = 'judged'
            ORDER BY round.id FOR UPDATE OF round
            """
        ).map { try $0.decode("id") }
    }

    /// Writes it where it changed, and what happened to it into the journal.
    ///
    /// - Throws: `VersionMismatch` where it was changed since it was loaded.
    func save(_ panel: Stored<Panel>, of round: UUID, because cause: Cause, in tx: borrowing Transaction) throws {
        guard !panel.events.isEmpty else { return }
        let state = try StateText.write(panel.state)
        if panel.version == 0 {
            try tx.execute(
                """
                INSERT INTO panel (id, version, round, accounts, state)
                VALUES (\(panel.id), \(panel.newVersion), \(round), \(panel.state.accounts)::text[], \(state)::jsonb)
                """
            )
        } else {
            let changed = try tx.execute(
                """
                UPDATE panel SET version = \(panel.newVersion), accounts = \(panel.state.accounts)::text[],
                    state = \(state)::jsonb
                WHERE id = \(panel.id) AND version = \(panel.version)
                """
            )
            try StateText.expect(changed, of: [panel])
        }
        try journal.append([panel], of: "panel", because: cause, in: tx)
    }

    private static func stored(_ row: Row) throws -> Stored<Panel> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
