import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``Handling``.
struct HandlingStore: Sendable {
    /// One by its id, locked.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Handling> {
        let rows = try tx.query("SELECT id, version, state FROM handling WHERE id = \(id) FOR UPDATE")
        guard let found = try rows.first.map(Self.stored) else { throw NotFound("handling") }
        return found
    }

    /// How these filings are handled, by filing, locked in the order of the filings; one that was never handed in has none.
    func load(of filings: [UUID], in tx: borrowing Transaction) throws -> [UUID: Stored<Handling>] {
        try keyed(
            tx.query(
                """
                SELECT id, version, state FROM handling WHERE filing = ANY (\(filings)) ORDER BY filing FOR UPDATE
                """
            ).map(Self.stored)
        )
    }

    /// The same without locking, for views.
    func read(of filings: [UUID], in tx: borrowing Transaction) throws -> [UUID: Stored<Handling>] {
        try keyed(
            tx.query("SELECT id, version, state FROM handling WHERE filing = ANY (\(filings))").map(Self.stored)
        )
    }

    /// One by its id, for a view.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Handling> {
        let rows = try tx.query("SELECT id, version, state FROM handling WHERE id = \(id)")
        guard let found = try rows.first.map(Self.stored) else { throw NotFound("handling") }
        return found
    }

    /// All that are not closed, of what is filed with one kind of authority where one is named.
    func unfinished(
        with authority: Authority.Kind?,
        in tx: borrowing Transaction
    ) throws -> [Stored<Handling>] {
        try tx.query(
            """
            SELECT handling.id, handling.version, handling.state FROM handling
            LEFT JOIN work_plan_change AS change ON change.id = handling.filing
            LEFT JOIN special_filing AS special ON special.id = COALESCE(change.special_filing, handling.filing)
            JOIN general_filing AS general ON general.id = COALESCE(special.general_filing, handling.filing)
            JOIN authority ON authority.id = general.filing_authority
            WHERE handling.phase <> 'closed'
              AND (\(authority?.rawValue)::text IS NULL OR authority.kind = \(authority?.rawValue)::text)
            ORDER BY handling.id
            """
        ).map(Self.stored)
    }

    /// What an officer handles of an enterprise, locked.
    func unfinished(
        by officer: String,
        of enterprise: UUID,
        in tx: borrowing Transaction
    ) throws -> [Stored<Handling>] {
        try tx.query(
            """
            SELECT id, version, state FROM handling
            WHERE officer = \(officer) AND enterprise = \(enterprise) AND phase <> 'closed'
            ORDER BY filing FOR UPDATE
            """
        ).map(Self.stored)
    }

    /// Writes what was decided; what nothing was decided about stays as it is.
    ///
    /// - Throws: `VersionMismatch` where a row is not at the version it was loaded at.
    func save(_ all: [Stored<Handling>], in tx: borrowing Transaction) throws {
        let changed = all.filter { !$0.events.isEmpty }
        let rows = changed.compactMap { one in one.state.matter.map { (one, $0) } }
        guard !rows.isEmpty else { return }
        let written = try tx.execute(
            """
            INSERT INTO handling AS old (id, filing, kind, enterprise, phase, officer, state, version)
            SELECT id, filing, kind, enterprise, phase, officer, state::jsonb, version FROM unnest(
                \(rows.map(\.0.id))::uuid[], \(rows.map(\.1.filing))::uuid[], \(rows.map(\.1.kind.rawValue))::text[],
                \(rows.map(\.1.filer.id))::uuid[], \(rows.map(\.0.state.phase.rawValue))::text[],
                \(rows.map(\.0.state.officer?.id))::text[], \(try rows.map { try StateText.of($0.0.state) })::text[],
                \(rows.map(\.0.newVersion))::int[]
            ) AS new (id, filing, kind, enterprise, phase, officer, state, version)
            ORDER BY id
            ON CONFLICT (id) DO UPDATE SET phase = excluded.phase, officer = excluded.officer,
                state = excluded.state, version = excluded.version
            WHERE (old.id, old.version) IN (
                SELECT * FROM unnest(\(rows.map(\.0.id))::uuid[], \(rows.map(\.0.version))::int[]))
            """
        )
        guard written == changed.count else { throw Conflict.of(changed) }
    }

    private func keyed(_ all: [Stored<Handling>]) -> [UUID: Stored<Handling>] {
        Dictionary(
            all.compactMap { one in one.state.matter.map { ($0.filing, one) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func stored(_ row: Row) throws -> Stored<Handling> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
