import Contracts
import Cryptography
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import Spreadsheets

/// The rows of ``FilingImport``, and the lists that wait to be entered.
struct FilingImportStore: Sendable {
    let cipher: FieldCipher

    /// Adds a list whose rows follow.
    func add(_ new: Stored<FilingImport>, _ layout: ImportLayout, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO filing_import (id, phase, state, version, layout)
            VALUES (\(new.id), \(new.state.phase.rawValue), \(try StateText.of(new.state))::text::jsonb,
                \(new.newVersion), \(try StateText.of(layout))::text::jsonb)
            """
        )
    }

    /// Writes what was decided; refused rows of one that ends are kept until `forgetAt`.
    ///
    /// - Throws: `VersionMismatch`.
    func save(_ changed: Stored<FilingImport>, forgetAt: Date?, in tx: borrowing Transaction) throws {
        guard !changed.events.isEmpty else { return }
        let written = try tx.execute(
            """
            UPDATE filing_import SET phase = \(changed.state.phase.rawValue),
                state = \(try StateText.of(changed.state))::text::jsonb, version = \(changed.newVersion),
                forget_at = \(forgetAt)::timestamptz
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
        guard written == 1 else { throw Conflict.of([changed]) }
    }

    /// One, locked.
    ///
    /// - Throws: `NotFound`.
    func open(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<FilingImport> {
        let rows = try tx.query("SELECT id, version, state FROM filing_import WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("filing-import") }
        return try Self.stored(row)
    }

    /// The one that runs and came first, locked; what another replica works on is passed over.
    func nextRunning(in tx: borrowing Transaction) throws -> Stored<FilingImport>? {
        try tx.query(
            """
            SELECT id, version, state FROM filing_import WHERE phase = 'running'
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """
        ).first.map(Self.stored)
    }

    /// One as it is read; nil where there is none.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> (Stored<FilingImport>, hasRows: Bool)? {
        try tx.query(
            """
            SELECT id, version, state, EXISTS (
                SELECT FROM filing_import_row WHERE import = id AND outcome IN ('refused', 'differing')) AS has_rows
            FROM filing_import WHERE id = \(id)
            """
        ).first.map { (try Self.stored($0), hasRows: try $0["has_rows"]) }
    }

    /// Those there are, the newest first, before an id.
    func page(before: UUID?, limit: Int, in tx: borrowing Transaction) throws -> [Stored<FilingImport>] {
        try tx.query(
            """
            SELECT id, version, state FROM filing_import WHERE \(before)::uuid IS NULL OR id < \(before)::uuid
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// How the columns of one stand.
    func layout(of id: UUID, in tx: borrowing Transaction) throws -> ImportLayout {
        guard let row = try tx.query("SELECT layout FROM filing_import WHERE id = \(id)").first else {
            throw NotFound("filing-import")
        }
        return try row.json("layout")
    }

    private static func stored(_ row: Postgres.Row) throws -> Stored<FilingImport> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
