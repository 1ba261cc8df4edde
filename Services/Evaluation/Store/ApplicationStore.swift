import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Applications; a person has one in a round that is not taken back.
struct ApplicationStore: Sendable {
    let journal: Journal

    /// Loads and locks them in the order of their ids; those that do not exist are left out.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Application>] {
        try tx.query("SELECT id, version, state FROM application WHERE id = ANY(\(ids)) ORDER BY id FOR UPDATE")
            .map(Self.stored)
    }

    /// Loads and locks one.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Application> {
        guard let found = try load([id], in: tx).first else { throw NotFound("application") }
        return found
    }

    /// Reads one without locking it.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Application> {
        guard let found = try read([id], in: tx).first else { throw NotFound("application") }
        return found
    }

    /// Reads them in the order of their ids without locking them.
    func read(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Application>] {
        try tx.query("SELECT id, version, state FROM application WHERE id = ANY(\(ids)) ORDER BY id").map(Self.stored)
    }

    /// Writes those that changed, and what happened to them into the journal.
    ///
    /// - Throws: `VersionMismatch` where one was changed since it was loaded.
    func save(_ stored: [Stored<Application>], because cause: Cause, in tx: borrowing Transaction) throws {
        let changed = stored.filter { !$0.events.isEmpty }
        guard !changed.isEmpty else { return }
        let coded = try insert(changed.filter { $0.version == 0 }, in: tx)
        try update(changed.filter { $0.version > 0 }, in: tx)
        try ApplicationLines().keep(changed, in: tx)
        try journal.append(changed, of: "application", because: cause, coded: coded, in: tx)
    }

    /// Writes new ones; answers the bytes of those events that say just what the state says.
    private func insert(_ new: [Stored<Application>], in tx: borrowing Transaction) throws -> [UUID: [UInt8]] {
        guard !new.isEmpty else { return [:] }
        let states = try new.map { try WireFormat.encode($0.state) }
        try tx.send(
            """
            INSERT INTO application (id, version, round, person, stage, is_confirmed, state)
            SELECT * FROM unnest(
                \(new.map(\.id))::uuid[], \(new.map(\.newVersion))::int[],
                \(new.map { $0.state.entry?.round })::uuid[],
                \(new.map { $0.state.entry?.person })::uuid[],
                \(new.map { $0.state.stage?.rawValue ?? "" })::text[],
                \(new.map { $0.state.entry?.isConfirmed == true })::boolean[],
                \(states.map { String(decoding: $0, as: UTF8.self) })::jsonb[])
            """
        )
        // What was handed in is written alike as an event and as a state: `{"submitted":{"entry":…}}`.
        let plain = zip(new, states).filter { one, _ in
            if case .submitted = one.state, one.events.count == 1, case .submitted = one.events[0] {
                true
            } else {
                false
            }
        }
        return Dictionary(plain.map { ($0.0.id, $0.1) }, uniquingKeysWith: { first, _ in first })
    }

    private func update(_ old: [Stored<Application>], in tx: borrowing Transaction) throws {
        guard !old.isEmpty else { return }
        let changed = try tx.execute(
            """
            UPDATE application SET version = n.version, stage = n.stage, is_confirmed = n.is_confirmed, state = n.state
            FROM unnest(
                \(old.map(\.id))::uuid[], \(old.map(\.version))::int[], \(old.map(\.newVersion))::int[],
                \(old.map { $0.state.stage?.rawValue ?? "" })::text[],
                \(old.map { $0.state.entry?.isConfirmed == true })::boolean[],
                \(try old.map { try StateText.write($0.state) })::jsonb[]
            ) AS n (id, known, version, stage, is_confirmed, state)
            WHERE application.id = n.id AND application.version = n.known
            """
        )
        try StateText.expect(changed, of: old)
    }

    static func stored(_ row: Row) throws -> Stored<Application> {
        try Stored(id: row.decode("id"), version: row.decode("version"), state: StateText.read(row))
    }
}
