import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Files of applications that are entered: the file itself, sealed, and what became of each row.
///
/// The rows are not copied out of the file: where a replica dies, another opens the file again and goes on behind the last row
/// that was looked at.
struct ImportStore: Sendable {
    /// The length of a sealed piece of a file, in bytes.
    private static let pieceLength = 1 << 20

    let journal: Journal
    let cipher: FieldCipher

    /// Adds a file.
    func add(
        _ new: Stored<ApplicationImport>,
        _ bytes: [UInt8],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let order = new.state.order else { return }
        try tx.execute(
            """
            INSERT INTO application_import (id, round, phase, state, version)
            VALUES (\(new.id), \(order.round), \(new.state.phase.rawValue),
                \(try StateText.write(new.state))::text::jsonb, \(new.newVersion))
            """
        )
        let starts = Array(stride(from: 0, to: bytes.count, by: Self.pieceLength))
        let pieces = try starts.map { start in
            try cipher.seal(
                bytes: Array(bytes[start..<min(bytes.count, start + Self.pieceLength)]),
                of: new.id.lowercase
            )
        }
        try tx.execute(
            """
            INSERT INTO application_import_piece (import, number, bytes)
            SELECT \(new.id)::uuid, * FROM unnest(\(Array(starts.indices))::int[], \(pieces)::bytea[])
            """
        )
        try journal.append(new, of: "application_import", because: cause, in: tx)
    }

    /// The bytes of a file; nil once it was let go.
    func bytes(of id: UUID, in tx: borrowing Transaction) throws -> [UInt8]? {
        let rows = try tx.query("SELECT bytes FROM application_import_piece WHERE import = \(id) ORDER BY number")
        guard !rows.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for row in rows { bytes += try cipher.open(bytes: row.decode("bytes"), of: id.lowercase) }
        return bytes
    }

    /// Writes what was decided; the file of one that ends is kept until `forgetAt`.
    ///
    /// - Throws: `VersionMismatch`.
    func save(
        _ changed: Stored<ApplicationImport>,
        forgetAt: Date?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard !changed.events.isEmpty else { return }
        let written = try tx.execute(
            """
            UPDATE application_import SET phase = \(changed.state.phase.rawValue),
                state = \(try StateText.write(changed.state))::text::jsonb, version = \(changed.newVersion),
                forget_at = \(forgetAt)::timestamptz
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
        try StateText.expect(written, of: [changed])
        try journal.append(changed, of: "application_import", because: cause, in: tx)
    }

    /// One, locked.
    ///
    /// - Throws: `NotFound`.
    func open(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<ApplicationImport> {
        let rows = try tx.query("SELECT id, version, state FROM application_import WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("application-import") }
        return try Self.stored(row)
    }

    /// One as it is read.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<ApplicationImport> {
        guard let row = try tx.query("SELECT id, version, state FROM application_import WHERE id = \(id)").first else {
            throw NotFound("application-import")
        }
        return try Self.stored(row)
    }

    /// Whether a list is still being entered into a round.
    static func isRunning(in round: UUID, in tx: borrowing Transaction) throws -> Bool {
        try !tx.query("SELECT 1 AS one FROM application_import WHERE round = \(round) AND phase = 'running' LIMIT 1")
            .isEmpty
    }

    /// Whether a list of a round names a file as its signed papers.
    static func names(_ file: UUID, in round: UUID, in tx: borrowing Transaction) throws -> Bool {
        try !tx.query(
            """
            SELECT 1 AS one FROM application_import
            WHERE round = \(round) AND strpos(lower(state::text), \(file.lowercase)) > 0 LIMIT 1
            """
        ).isEmpty
    }

    /// The one that runs and came first, locked; what another replica works on is passed over.
    func nextRunning(in tx: borrowing Transaction) throws -> Stored<ApplicationImport>? {
        try tx.query(
            """
            SELECT id, version, state FROM application_import WHERE phase = 'running'
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """
        ).first.map(Self.stored)
    }

    /// Those of a round, the newest first, before an id.
    func page(
        of round: UUID,
        before: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<ApplicationImport>] {
        try tx.query(
            """
            SELECT id, version, state FROM application_import
            WHERE round = \(round) AND (\(before)::uuid IS NULL OR id < \(before)::uuid) ORDER BY id DESC LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// Lets the files and rows of imports go whose time is over; true where more is left.
    func forget(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let imports: [UUID] = try tx.query(
            "SELECT id FROM application_import WHERE forget_at <= \(now) ORDER BY forget_at LIMIT 5 FOR UPDATE SKIP LOCKED"
        ).map { try $0.decode("id") }
        guard !imports.isEmpty else { return false }
        try tx.execute("DELETE FROM application_import_row WHERE import = ANY (\(imports))")
        try tx.execute("DELETE FROM application_import_piece WHERE import = ANY (\(imports))")
        try tx.execute("UPDATE application_import SET forget_at = NULL WHERE id = ANY (\(imports))")
        return imports.count == 5
    }

    private static func stored(_ row: Row) throws -> Stored<ApplicationImport> {
        Stored(id: try row.decode("id"), version: try row.decode("version"), state: try StateText.read(row))
    }
}
