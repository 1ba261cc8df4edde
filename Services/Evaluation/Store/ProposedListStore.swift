import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Proposed lists.
struct ProposedListStore: Sendable {
    let journal: Journal

    /// Loads and locks them in the order of their ids; those that do not exist are left out.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<ProposedList>] {
        try tx.query("SELECT id, version, state FROM proposed_list WHERE id = ANY(\(ids)) ORDER BY id FOR UPDATE")
            .map(Self.stored)
    }

    /// Loads and locks one.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<ProposedList> {
        guard let found = try load([id], in: tx).first else { throw NotFound("proposed_list") }
        return found
    }

    /// Reads one without locking it.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<ProposedList> {
        guard let row = try tx.query("SELECT id, version, state FROM proposed_list WHERE id = \(id)").first else {
            throw NotFound("proposed_list")
        }
        return try Self.stored(row)
    }

    /// Reads these without locking them, by id; those that do not exist are left out.
    func read(_ ids: Set<UUID>, in tx: borrowing Transaction) throws -> [UUID: Stored<ProposedList>] {
        let rows = try tx.query("SELECT id, version, state FROM proposed_list WHERE id = ANY(\(Array(ids))::uuid[])")
        return try Dictionary(rows.map(Self.stored).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    }

    /// Writes those that changed, and what happened to them into the journal.
    ///
    /// - Throws: `VersionMismatch` where one was changed since it was loaded.
    func save(_ stored: [Stored<ProposedList>], because cause: Cause, in tx: borrowing Transaction) throws {
        let changed = stored.filter { !$0.events.isEmpty }
        guard !changed.isEmpty else { return }
        try insert(changed.filter { $0.version == 0 }, in: tx)
        try update(changed.filter { $0.version > 0 }, in: tx)
        try journal.append(changed, of: "proposed_list", because: cause, in: tx)
    }

    private func insert(_ new: [Stored<ProposedList>], in tx: borrowing Transaction) throws {
        guard !new.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO proposed_list (id, version, round, state)
            SELECT * FROM unnest(
                \(new.map(\.id))::uuid[], \(new.map(\.newVersion))::int[],
                \(new.map { $0.state.listing?.round })::uuid[],
                \(try new.map { try StateText.write($0.state) })::jsonb[])
            """
        )
    }

    private func update(_ old: [Stored<ProposedList>], in tx: borrowing Transaction) throws {
        guard !old.isEmpty else { return }
        let changed = try tx.execute(
            """
            UPDATE proposed_list SET version = n.version, state = n.state
            FROM unnest(
                \(old.map(\.id))::uuid[], \(old.map(\.version))::int[], \(old.map(\.newVersion))::int[],
                \(try old.map { try StateText.write($0.state) })::jsonb[]
            ) AS n (id, known, version, state)
            WHERE proposed_list.id = n.id AND proposed_list.version = n.known
            """
        )
        try StateText.expect(changed, of: old)
    }

    static func stored(_ row: Row) throws -> Stored<ProposedList> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}

extension ProposedListStore {
    /// Loads and locks lists, by id; one this service never proposed is left out.
    func loadByID(_ ids: [UUID], in tx: borrowing Transaction) throws -> [UUID: Stored<ProposedList>] {
        try Dictionary(load(ids, in: tx).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Stored {
    /// As it is once what was decided has been saved.
    var settled: Stored { Stored(id: id, version: newVersion, state: state) }
}
