import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The sheets of members, and the scores that were entered.
struct ScoreSheetStore: Sendable {
    let journal: Journal

    /// Loads and locks a member's sheet; a new one where there is none.
    ///
    /// The round is locked before.
    func load(_ key: ScoreSheet.Key, in tx: borrowing Transaction) throws -> Stored<ScoreSheet> {
        try tx.query(
            """
            SELECT id, version, state FROM score_sheet
            WHERE round = \(key.round) AND application = \(key.application) AND method = \(key.method)
              AND member = \(key.member) FOR UPDATE
            """
        ).first.map(Self.stored) ?? Stored(new: NewID.v7())
    }

    /// Reads a member's sheet without locking it; a new one where there is none.
    func read(_ key: ScoreSheet.Key, in tx: borrowing Transaction) throws -> Stored<ScoreSheet> {
        try tx.query(
            """
            SELECT id, version, state FROM score_sheet
            WHERE round = \(key.round) AND application = \(key.application) AND method = \(key.method)
              AND member = \(key.member)
            """
        ).first.map(Self.stored) ?? Stored(new: NewID.v7())
    }

    /// The sheets of a round, of one member or of all.
    func all(
        of round: UUID,
        by member: String? = nil,
        in tx: borrowing Transaction
    ) throws -> [Stored<ScoreSheet>] {
        try tx.query(
            """
            SELECT id, version, state FROM score_sheet
            WHERE round = \(round) AND (\(member)::text IS NULL OR member = \(member))
            ORDER BY application, method, member
            """
        ).map(Self.stored)
    }

    /// Whether a member has submitted a sheet for a candidate of a round.
    func hasSubmitted(
        _ member: String,
        for application: UUID,
        in round: UUID,
        _ tx: borrowing Transaction
    ) throws -> Bool {
        try tx.query(
            """
            SELECT id, version, state FROM score_sheet
            WHERE round = \(round) AND application = \(application) AND member = \(member)
            """
        ).contains { try (Self.stored($0) as Stored<ScoreSheet>).state.isSubmitted }
    }

    /// Writes a sheet where it changed, and what happened to it into the journal.
    ///
    /// - Throws: `VersionMismatch` where it was changed since it was loaded.
    func save(_ sheet: Stored<ScoreSheet>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard !sheet.events.isEmpty, let key = sheet.state.key else { return }
        let changed = try tx.execute(
            """
            INSERT INTO score_sheet (id, version, round, application, method, member, state)
            VALUES (\(sheet.id), \(sheet.newVersion), \(key.round), \(key.application), \(key.method),
                \(key.member), \(try StateText.write(sheet.state))::jsonb)
            ON CONFLICT (round, application, method, member)
            DO UPDATE SET version = EXCLUDED.version, state = EXCLUDED.state
            WHERE score_sheet.version = \(sheet.version) AND score_sheet.id = EXCLUDED.id
            """
        )
        try StateText.expect(changed, of: [sheet])
        try journal.append([sheet], of: "score-sheet", because: cause, in: tx)
    }

    /// Loads and locks the entered score of a candidate and method; a new one where there is none.
    func loadEntered(
        _ application: UUID,
        method: Int,
        in round: UUID,
        _ tx: borrowing Transaction
    ) throws -> Stored<EnteredScore> {
        try tx.query(
            """
            SELECT id, version, state FROM entered_score
            WHERE round = \(round) AND application = \(application) AND method = \(method) FOR UPDATE
            """
        ).first.map(Self.stored) ?? Stored(new: NewID.v7())
    }

    /// The entered scores of a round.
    func allEntered(of round: UUID, in tx: borrowing Transaction) throws -> [Stored<EnteredScore>] {
        try tx.query(
            "SELECT id, version, state FROM entered_score WHERE round = \(round) ORDER BY application, method"
        ).map(Self.stored)
    }

    /// Writes an entered score where it changed, and what happened to it into the journal.
    ///
    /// - Throws: `VersionMismatch` where it was changed since it was loaded.
    func save(_ score: Stored<EnteredScore>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard !score.events.isEmpty, let entry = score.state.entry else { return }
        let changed = try tx.execute(
            """
            INSERT INTO entered_score (id, version, round, application, method, state)
            VALUES (\(score.id), \(score.newVersion), \(entry.round), \(entry.application), \(entry.method),
                \(try StateText.write(score.state))::jsonb)
            ON CONFLICT (round, application, method)
            DO UPDATE SET version = EXCLUDED.version, state = EXCLUDED.state
            WHERE entered_score.version = \(score.version) AND entered_score.id = EXCLUDED.id
            """
        )
        try StateText.expect(changed, of: [score])
        try journal.append([score], of: "entered-score", because: cause, in: tx)
    }

    private static func stored<Aggregate: Decider & Decodable>(_ row: Row) throws -> Stored<Aggregate> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
