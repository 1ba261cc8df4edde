import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Rounds of evaluation.
struct RoundStore: Sendable {
    let journal: Journal

    /// Loads and locks them in the order of their ids; those that do not exist are left out.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Round>] {
        try tx.query("SELECT id, version, state FROM round WHERE id = ANY(\(ids)) ORDER BY id FOR UPDATE")
            .map(Self.stored)
    }

    /// Loads and locks one.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Round> {
        guard let found = try load([id], in: tx).first else { throw NotFound("round") }
        return found
    }

    /// Reads one without locking it.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Round> {
        guard let row = try tx.query("SELECT id, version, state FROM round WHERE id = \(id)").first else {
            throw NotFound("round")
        }
        return try Self.stored(row)
    }

    /// Writes those that changed, and what happened to them into the journal.
    ///
    /// - Throws: `VersionMismatch` where one was changed since it was loaded.
    func save(_ stored: [Stored<Round>], because cause: Cause, in tx: borrowing Transaction) throws {
        let changed = stored.filter { !$0.events.isEmpty }
        guard !changed.isEmpty else { return }
        try insert(changed.filter { $0.version == 0 }, in: tx)
        try update(changed.filter { $0.version > 0 }, in: tx)
        try journal.append(changed, of: "round", because: cause, in: tx)
    }

    private func insert(_ new: [Stored<Round>], in tx: borrowing Transaction) throws {
        guard !new.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO round (id, version, credit_code, filing, stage, state)
            SELECT * FROM unnest(
                \(new.map(\.id))::uuid[], \(new.map(\.newVersion))::int[],
                \(new.map { $0.state.terms?.filing.enterprise.creditCode ?? "" })::text[],
                \(new.map { $0.state.terms?.filing.filing })::uuid[],
                \(new.map { $0.state.stage?.rawValue ?? "" })::text[],
                \(try new.map { try StateText.write($0.state) })::jsonb[])
            """
        )
    }

    private func update(_ old: [Stored<Round>], in tx: borrowing Transaction) throws {
        guard !old.isEmpty else { return }
        let changed = try tx.execute(
            """
            UPDATE round SET version = n.version, stage = n.stage, state = n.state
            FROM unnest(
                \(old.map(\.id))::uuid[], \(old.map(\.version))::int[], \(old.map(\.newVersion))::int[],
                \(old.map { $0.state.stage?.rawValue ?? "" })::text[],
                \(try old.map { try StateText.write($0.state) })::jsonb[]
            ) AS n (id, known, version, stage, state)
            WHERE round.id = n.id AND round.version = n.known
            """
        )
        try StateText.expect(changed, of: old)
    }

    static func stored(_ row: Row) throws -> Stored<Round> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
