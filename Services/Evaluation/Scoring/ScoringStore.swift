import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The scorings of rounds; a round has one.
struct ScoringStore: Sendable {
    let journal: Journal

    /// Loads and locks the scoring of a round; a new one where there is none.
    ///
    /// The round is locked before.
    func load(of round: UUID, in tx: borrowing Transaction) throws -> Stored<Scoring> {
        try tx.query("SELECT id, version, state FROM scoring WHERE round = \(round) FOR UPDATE").first
            .map(Self.stored) ?? Stored(new: NewID.v7())
    }

    /// Reads the scoring of a round; a new one where there is none.
    func read(of round: UUID, in tx: borrowing Transaction) throws -> Stored<Scoring> {
        try tx.query("SELECT id, version, state FROM scoring WHERE round = \(round)").first
            .map(Self.stored) ?? Stored(new: NewID.v7())
    }

    /// Writes it where it changed, and what happened to it into the journal.
    ///
    /// - Throws: `VersionMismatch` where it was changed since it was loaded.
    func save(_ scoring: Stored<Scoring>, of round: UUID, because cause: Cause, in tx: borrowing Transaction) throws {
        guard !scoring.events.isEmpty else { return }
        let changed = try tx.execute(
            """
            INSERT INTO scoring (id, version, round, state)
            VALUES (\(scoring.id), \(scoring.newVersion), \(round), \(try StateText.write(scoring.state))::jsonb)
            ON CONFLICT (round) DO UPDATE SET version = EXCLUDED.version, state = EXCLUDED.state
            WHERE scoring.version = \(scoring.version) AND scoring.id = EXCLUDED.id
            """
        )
        try StateText.expect(changed, of: [scoring])
        try journal.append([scoring], of: "scoring", because: cause, in: tx)
    }

    private static func stored<Aggregate: Decider & Decodable>(_ row: Row) throws -> Stored<Aggregate> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
