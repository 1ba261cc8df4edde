import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``Liaison``.
struct LiaisonStore: Sendable {
    /// One talk, locked.
    ///
    /// - Throws: `NotFound`.
    func open(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Liaison> {
        let row = try tx.query("SELECT id, version, state FROM liaison WHERE id = \(id) FOR UPDATE").first
        guard let row else { throw NotFound("liaison") }
        return try Self.stored(row)
    }

    /// Which talks a list is of.
    struct Filter {
        var county: String?
        var enterprise: UUID?
        /// Those whose next step was due before this day.
        var nextBefore: LocalDate?
    }

    /// A page of talks after an id, in the order they were written down.
    func page(
        _ filter: Filter,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Liaison>] {
        let day = filter.nextBefore?.description
        return try tx.query(
            """
            SELECT id, version, state FROM liaison
            WHERE (\(filter.county)::text IS NULL OR county = \(filter.county)::text)
              AND (\(filter.enterprise)::uuid IS NULL OR enterprise = \(filter.enterprise)::uuid)
              AND (\(day)::text IS NULL OR next_on < \(day)::text::date)
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
            ORDER BY id LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// Writes what was decided.
    ///
    /// - Throws: `VersionMismatch` where the row is not at the version it was loaded at.
    func save(_ liaison: Stored<Liaison>, in tx: borrowing Transaction) throws {
        guard !liaison.events.isEmpty, let entry = liaison.state.entry else { return }
        let written = try tx.execute(
            """
            INSERT INTO liaison AS old (id, version, enterprise, county, held_on, next_on, state)
            VALUES (\(liaison.id), \(liaison.newVersion), \(entry.enterprise), \(entry.county),
                \(entry.heldOn.description)::text::date, \(entry.nextOn?.description)::text::date,
                \(try StateText.of(liaison.state))::jsonb)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, held_on = excluded.held_on,
                next_on = excluded.next_on, state = excluded.state
            WHERE old.version = \(liaison.version)
            """
        )
        guard written == 1 else { throw Conflict.of([liaison]) }
    }

    private static func stored(_ row: Row) throws -> Stored<Liaison> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
