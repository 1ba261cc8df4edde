import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The shortfalls, of whatever source.
struct ShortfallStore {
    /// One of an id, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Shortfall> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM shortfall WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("shortfall") }
        return try row.stored()
    }

    /// Those of appointments that are not settled, of a source, locked.
    func running(
        of appointments: [UUID],
        source: Shortfall.Source,
        in tx: borrowing Transaction
    ) throws -> [Stored<Shortfall>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM shortfall
            WHERE appointment = ANY (\(appointments)) AND source = \(source.rawValue) AND stage <> 'settled'
            ORDER BY id FOR UPDATE
            """
        ).map { try $0.stored() }
    }

    /// Those whose due day went by, locked; what another replica has is passed over.
    func due(on day: LocalDate, limit: Int, in tx: borrowing Transaction) throws -> [Stored<Shortfall>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM shortfall
            WHERE stage = 'open' AND due_on < \(day.description)::text::date
            ORDER BY due_on, id LIMIT \(limit) FOR UPDATE SKIP LOCKED
            """
        ).map { try $0.stored() }
    }

    /// A page, oldest first, of one enterprise where given.
    func page(
        creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Shortfall>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM shortfall
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// Writes new ones; of an appointment and source that has one running none is added.
    ///
    /// - Returns: Those written.
    func insert(_ found: [Stored<Shortfall>], in tx: borrowing Transaction) throws -> [Stored<Shortfall>] {
        let new = found.compactMap { one in one.state.finding.map { (one, $0) } }
        guard !new.isEmpty else { return [] }
        let written = try tx.query(
            """
            INSERT INTO shortfall (id, version, appointment, person, credit_code, source, stage, due_on, state)
            SELECT id, version, appointment, person, credit_code, source, 'open', due_on::date, state::jsonb FROM unnest(
                \(new.map(\.0.id))::uuid[], \(new.map(\.0.newVersion))::int[], \(new.map(\.1.appointment))::uuid[],
                \(new.map(\.1.person))::uuid[], \(new.map(\.1.employer.creditCode))::text[],
                \(new.map(\.1.source.rawValue))::text[], \(new.map(\.1.dueOn.description))::text[],
                \(try new.map { try Column.text($0.0.state) })::text[])
                AS t(id, version, appointment, person, credit_code, source, due_on, state)
            ON CONFLICT (appointment, source) WHERE stage <> 'settled' DO NOTHING
            RETURNING id
            """
        )
        let ids = Set(try written.map { try $0.decode("id", as: UUID.self) })
        return found.filter { ids.contains($0.id) }
    }

    /// Writes what was decided about some.
    ///
    /// - Throws: `VersionMismatch` when one was changed since it was loaded.
    func save(_ changed: [Stored<Shortfall>], in tx: borrowing Transaction) throws {
        let changed = changed.filter { !$0.events.isEmpty }
        guard let first = changed.first else { return }
        let updated = try tx.execute(
            """
            UPDATE shortfall SET version = t.version, stage = t.stage, state = t.state::jsonb
            FROM unnest(
                \(changed.map(\.id))::uuid[], \(changed.map(\.version))::int[], \(changed.map(\.newVersion))::int[],
                \(changed.map(\.state.stage.rawValue))::text[], \(try changed.map { try Column.text($0.state) })::text[])
                AS t(id, loaded, version, stage, state)
            WHERE shortfall.id = t.id AND shortfall.version = t.loaded
            """
        )
        guard updated == changed.count else {
            throw VersionMismatch(expected: first.version, actual: first.newVersion)
        }
    }
}
