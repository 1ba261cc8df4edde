import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Votes, without their ballots.
struct VotingStore: Sendable {
    let journal: Journal

    /// The newest vote of a round, locked; nil where none was prepared.
    func newest(of round: UUID, in tx: borrowing Transaction) throws -> Stored<Voting>? {
        try tx.query(
            """
            SELECT id, version, state FROM voting WHERE round = \(round) ORDER BY attempt DESC LIMIT 1 FOR UPDATE
            """
        ).first.map(Self.stored)
    }

    /// The votes of a round, oldest first; nothing is locked.
    func all(of round: UUID, in tx: borrowing Transaction) throws -> [Stored<Voting>] {
        try tx.query("SELECT id, version, state FROM voting WHERE round = \(round) ORDER BY attempt").map(Self.stored)
    }

    /// The rounds whose vote runs past its time, but those whose filing keeps them from going on; nothing is locked.
    func overdue(at now: Date, in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query(
            """
            SELECT voting.round FROM voting JOIN round ON round.id = voting.round
            WHERE voting.stage = 'open' AND voting.closes_at <= \(now)
              AND NOT EXISTS (SELECT FROM filing_freeze f WHERE f.filing = round.filing AND f.until IS NULL)
            ORDER BY voting.round LIMIT 100
            """
        ).map { try $0.decode("round") }
    }

    /// The rounds under a filing whose vote is open, in the order of their ids; nothing is locked.
    func open(under filing: UUID, in tx: borrowing Transaction) throws -> [UUID] {
        try tx.query(
            """
            SELECT voting.round FROM voting JOIN round ON round.id = voting.round
            WHERE voting.stage = 'open' AND round.filing = \(filing) ORDER BY voting.round
            """
        ).map { try $0.decode("round") }
    }

    /// Writes one that changed, and what happened to it into the journal.
    ///
    /// - Throws: `VersionMismatch` where it was changed since it was loaded.
    func save(_ voting: Stored<Voting>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard !voting.events.isEmpty, let poll = voting.state.poll, let stage = voting.state.stage else { return }
        let state = try StateText.write(voting.state)
        let written =
            voting.version == 0
            ? try tx.execute(
                """
                INSERT INTO voting (id, version, round, attempt, stage, closes_at, state)
                VALUES (\(voting.id), \(voting.newVersion), \(poll.round), \(poll.attempt), \(stage.rawValue),
                    \(nullable: poll.electorate?.closesAt), \(state)::jsonb)
                """
            )
            : try tx.execute(
                """
                UPDATE voting SET version = \(voting.newVersion), stage = \(stage.rawValue),
                    closes_at = \(nullable: poll.electorate?.closesAt), state = \(state)::jsonb
                WHERE id = \(voting.id) AND version = \(voting.version)
                """
            )
        try StateText.expect(written, of: [voting])
        try journal.append(voting, of: "voting", because: cause, in: tx)
    }

    static func stored(_ row: Row) throws -> Stored<Voting> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
