import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Ballots, sealed.
struct BallotStore: Sendable {
    let journal: Journal

    /// Loads and locks them in the order of their ids; those that do not exist are left out.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Ballot>] {
        try tx.query("SELECT id, version, state FROM ballot WHERE id = ANY(\(ids)) ORDER BY id FOR UPDATE")
            .map(Self.stored)
    }

    /// Loads and locks one.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Ballot> {
        guard let found = try load([id], in: tx).first else { throw NotFound("ballot") }
        return found
    }

    /// Reads one without locking it.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Ballot> {
        guard let row = try tx.query("SELECT id, version, state FROM ballot WHERE id = \(id)").first else {
            throw NotFound("ballot")
        }
        return try Self.stored(row)
    }

    /// Writes those that changed, and what happened to them into the journal.
    ///
    /// - Throws: `VersionMismatch` where one was changed since it was loaded.
    func save(_ stored: [Stored<Ballot>], because cause: Cause, in tx: borrowing Transaction) throws {
        let changed = stored.filter { !$0.events.isEmpty }
        guard !changed.isEmpty else { return }
        try insert(changed.filter { $0.version == 0 }, in: tx)
        try update(changed.filter { $0.version > 0 }, in: tx)
        try journal.append(changed, of: "ballot", because: cause, in: tx)
    }

    private func insert(_ new: [Stored<Ballot>], in tx: borrowing Transaction) throws {
        guard !new.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO ballot (id, version, round, evaluator, state)
            SELECT * FROM unnest(
                \(new.map(\.id))::uuid[], \(new.map(\.newVersion))::int[],
                \(new.map { $0.state.round })::uuid[],
                \(new.map { $0.state.evaluator ?? "" })::text[],
                \(try new.map { try StateText.write($0.state) })::jsonb[])
            """
        )
    }

    private func update(_ old: [Stored<Ballot>], in tx: borrowing Transaction) throws {
        guard !old.isEmpty else { return }
        let changed = try tx.execute(
            """
            UPDATE ballot SET version = n.version, state = n.state
            FROM unnest(
                \(old.map(\.id))::uuid[], \(old.map(\.version))::int[], \(old.map(\.newVersion))::int[],
                \(try old.map { try StateText.write($0.state) })::jsonb[]
            ) AS n (id, known, version, state)
            WHERE ballot.id = n.id AND ballot.version = n.known
            """
        )
        try StateText.expect(changed, of: old)
    }

    static func stored(_ row: Row) throws -> Stored<Ballot> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
