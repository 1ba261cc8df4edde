import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The objections: loads and saves them.
struct ObjectionStore {
    /// The objection of an id, locked.
    ///
    /// Lock its notice first: ``notice(of:in:)``.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Objection> {
        let rows = try tx.query(
            "SELECT id, version, state::text AS state FROM objection WHERE id = \(id) FOR UPDATE"
        )
        guard let objection = try rows.map(ObjectionRow.stored).first else { throw NotFound("objection") }
        return objection
    }

    /// Some objections on which a deadline runs, locked, in the order of their ids.
    func loadOpen(after last: UUID?, atMost count: Int, in tx: borrowing Transaction) throws -> [Stored<Objection>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM objection
            WHERE due_on IS NOT NULL AND id > \(last ?? .lowest)::uuid
            ORDER BY id LIMIT \(count) FOR UPDATE
            """
        ).map(ObjectionRow.stored)
    }

    /// The notice an objection is about; it never changes.
    ///
    /// - Throws: `NotFound`.
    func notice(of id: UUID, in tx: borrowing Transaction) throws -> UUID {
        guard let row = try tx.query("SELECT notice FROM objection WHERE id = \(id)").first else {
            throw NotFound("objection")
        }
        return try row.decode("notice")
    }

    /// Writes what was decided about some objections.
    ///
    /// - Throws: `VersionMismatch` when one was changed since it was loaded.
    func save(_ changed: [Stored<Objection>], in tx: borrowing Transaction) throws {
        let new = changed.filter { $0.version == 0 && !$0.events.isEmpty }
        let old = changed.filter { $0.version > 0 && !$0.events.isEmpty }
        if !new.isEmpty { try insert(new, in: tx) }
        guard !old.isEmpty else { return }
        let updated = try tx.execute(
            """
            UPDATE objection SET version = t.version, phase = t.phase, due_on = t.due_on::date, state = t.state::jsonb
            FROM unnest(
                \(old.map(\.id))::uuid[], \(old.map(\.version))::int[], \(old.map(\.newVersion))::int[],
                \(old.map(\.state.phase.rawValue))::text[], \(old.map(\.state.dueOn?.description))::text[],
                \(try old.map(\.state).map(Column.text))::text[])
                AS t(id, loaded, version, phase, due_on, state)
            WHERE objection.id = t.id AND objection.version = t.loaded
            """
        )
        guard updated == old.count else { throw VersionMismatch(expected: old[0].version, actual: old[0].newVersion) }
    }

    private func insert(_ new: [Stored<Objection>], in tx: borrowing Transaction) throws {
        let complaints = new.compactMap(\.state.complaint)
        try tx.execute(
            """
            INSERT INTO objection (id, version, notice, subject, person, phase, addressee, due_on, receipt, state)
            SELECT id, version, notice, subject, person, phase, addressee, due_on::date, receipt, state::jsonb
            FROM unnest(
                \(new.map(\.id))::uuid[], \(new.map(\.newVersion))::int[], \(complaints.map(\.notice))::uuid[],
                \(complaints.map(\.subject.kind.rawValue))::text[], \(complaints.map(\.subject.person))::uuid[],
                \(new.map(\.state.phase.rawValue))::text[], \(complaints.map(\.addressee.rawValue))::text[],
                \(new.map(\.state.dueOn?.description))::text[], \(complaints.map { Array($0.receipt) })::bytea[],
                \(try new.map(\.state).map(Column.text))::text[])
                AS t(id, version, notice, subject, person, phase, addressee, due_on, receipt, state)
            """
        )
    }
}

/// An objection as it stands in its table.
enum ObjectionRow {
    /// Reads the columns id, version and state.
    static func stored(_ row: Row) throws -> Stored<Objection> {
        Stored(
            id: try row.decode("id"),
            version: try row.decode("version"),
            state: try Column.value(row.decode("state", as: String.self))
        )
    }
}
