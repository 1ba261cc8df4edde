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

    /// The enterprise a shortfall is of; it never changes.
    ///
    /// - Throws: `NotFound`.
    func employer(of id: UUID, in tx: borrowing Transaction) throws -> String {
        guard let row = try tx.query("SELECT credit_code FROM shortfall WHERE id = \(id)").first else {
            throw NotFound("shortfall")
        }
        return try row.decode("credit_code")
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

    /// Writes new ones; where one of the same appointment, ground and first day runs none is added.
    ///
    /// - Returns: Those written.
    func insert(
        _ found: [Stored<Shortfall>],
        coder: inout FindingCoder,
        in tx: borrowing Transaction
    ) throws -> [Stored<Shortfall>] {
        let new = found.compactMap { one in one.state.finding.map { (one, $0) } }
        guard !new.isEmpty else { return [] }
        var states: [String] = []
        for (_, finding) in new { states.append(try coder.state(of: finding)) }
        let written = try tx.query(
            """
            INSERT INTO shortfall (
                id, version, appointment, person, credit_code, source, stage, due_on, from_day, until_day, against, state)
            SELECT id, version, appointment, person, credit_code, source, 'open', due_on, from_day, until_day, against,
                state::jsonb
            FROM unnest(
                \(new.map(\.0.id))::uuid[], \(new.map(\.0.newVersion))::int[], \(new.map(\.1.appointment))::uuid[],
                \(new.map(\.1.person))::uuid[], \(new.map(\.1.employer.creditCode))::text[],
                \(new.map(\.1.source.rawValue))::text[], \(new.map(\.1.dueOn.description))::date[],
                \(new.map(\.1.since.description))::date[], \(new.map(\.1.through?.description))::date[],
                \(new.map { $0.1.against ?? .lowest })::uuid[], \(states)::text[])
                AS t(id, version, appointment, person, credit_code, source, due_on, from_day, until_day, against, state)
            ON CONFLICT (appointment, source, against, from_day) WHERE stage <> 'settled' DO NOTHING
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
            UPDATE shortfall SET version = t.version, stage = t.stage, from_day = t.from_day, until_day = t.until_day,
                against = t.against, is_made_good = t.is_made_good, state = t.state::jsonb
            FROM unnest(
                \(changed.map(\.id))::uuid[], \(changed.map(\.version))::int[], \(changed.map(\.newVersion))::int[],
                \(changed.map(\.state.stage.rawValue))::text[],
                \(changed.map { ($0.state.finding?.since ?? .earliest).description })::date[],
                \(changed.map { $0.state.finding?.through?.description })::date[],
                \(changed.map { $0.state.finding?.against ?? .lowest })::uuid[],
                \(changed.map { $0.state.madeGood != nil })::bool[], \(try changed.map { try Column.text($0.state) })::text[])
                AS t(id, loaded, version, stage, from_day, until_day, against, is_made_good, state)
            WHERE shortfall.id = t.id AND shortfall.version = t.loaded
            """
        )
        guard updated == changed.count else {
            throw VersionMismatch(expected: first.version, actual: first.newVersion)
        }
    }
}
