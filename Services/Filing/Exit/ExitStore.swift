import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``ExitCase``; one is locked before the filing it is about.
struct ExitStore: Sendable {
    /// One, locked.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<ExitCase> {
        let rows = try tx.query("SELECT id, version, state FROM exit_case WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("exit-case") }
        return try Self.stored(row)
    }

    /// One as it is, not locked.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<ExitCase> {
        let rows = try tx.query("SELECT id, version, state FROM exit_case WHERE id = \(id)")
        guard let row = rows.first else { throw NotFound("exit-case") }
        return try Self.stored(row)
    }

    /// A page after an id, narrowed where something is named.
    func page(
        creditCode: String?,
        phase: ExitPhase?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<ExitCase>] {
        try tx.query(
            """
            SELECT id, version, state FROM exit_case
            WHERE (\(creditCode)::text IS NULL
                   OR enterprise = (SELECT id FROM enterprise WHERE credit_code = \(creditCode)::text))
              AND (\(phase?.rawValue)::text IS NULL OR phase = \(phase?.rawValue)::text)
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
            ORDER BY id LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// Published decisions that were not taken down, newest first.
    func published(before: UUID?, limit: Int, in tx: borrowing Transaction) throws -> [Stored<ExitCase>] {
        try tx.query(
            """
            SELECT id, version, state FROM exit_case
            WHERE published_on IS NOT NULL AND taken_down_on IS NULL
              AND (\(before)::uuid IS NULL OR id < \(before)::uuid)
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// Set-aside decisions whose publication still stands, those set aside first at the top.
    func toTakeDown(in tx: borrowing Transaction) throws -> [Stored<ExitCase>] {
        try tx.query(
            """
            SELECT id, version, state FROM exit_case
            WHERE published_on IS NOT NULL AND taken_down_on IS NULL AND set_aside_on IS NOT NULL
            ORDER BY set_aside_on, id LIMIT 500
            """
        ).map(Self.stored)
    }

    /// Writes what was decided.
    ///
    /// - Throws: ``ExitPending`` where another case about the filing is open, `VersionMismatch`.
    func save(_ one: Stored<ExitCase>, in tx: borrowing Transaction) throws {
        guard let file = one.state.file else { return }
        let decision = one.state.decision
        let isOpen = if case .open = one.state { true } else { false }
        let state = try StateText.of(one.state)
        if one.version == 0 {
            let added = try tx.execute(
                """
                INSERT INTO exit_case (id, filing, enterprise, phase, is_open, state, version)
                VALUES (\(one.id), \(file.filing), \(file.filer.id), \(one.state.phase.rawValue), \(isOpen),
                    \(state)::text::jsonb, \(one.newVersion))
                ON CONFLICT (filing) WHERE is_open DO NOTHING
                """
            )
            guard added == 1 else { throw ExitPending() }
        } else {
            let changed = try tx.execute(
                """
                UPDATE exit_case SET phase = \(one.state.phase.rawValue), is_open = \(isOpen),
                    published_on = \(decision?.publishedOn?.description)::text::date, set_aside_on = \(one.state.undoing?.on.description)::text::date,
                    taken_down_on = \(decision?.takenDown?.on.description)::text::date, state = \(state)::text::jsonb,
                    version = \(one.newVersion)
                WHERE id = \(one.id) AND version = \(one.version)
                """
            )
            guard changed == 1 else { throw Conflict.of([one]) }
        }
    }

    private static func stored(_ row: Row) throws -> Stored<ExitCase> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}

/// Another case about the filing is open.
struct ExitPending: Rejection, Hashable {
    var code: String { "filing.exit-pending" }
}

/// The running numbers of official papers, one series a word and year.
struct DocumentCounter: Sendable {
    /// The next number of a word and year; the row stays locked until the transaction ends.
    func next(_ word: String, in year: Int, in tx: borrowing Transaction) throws -> DocumentNumber {
        let row = try tx.query(
            """
            INSERT INTO receipt_counter AS counter (word, year, last) VALUES (\(word), \(year), 1)
            ON CONFLICT (word, year) DO UPDATE SET last = counter.last + 1
            RETURNING last
            """
        ).first
        return DocumentNumber(word: word, year: year, sequence: try row?["last"] ?? 1)
    }
}
