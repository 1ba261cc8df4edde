import CompensationDomain
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// Files of attestations that are entered: what is kept of the file, sealed, and which of its rows were refused.
///
/// Where a replica dies, another opens the file again and goes on behind the last row that was looked at.
struct ImportStore: Sendable {
    /// The length of a sealed piece of a file, in bytes.
    private static let pieceLength = 1 << 20

    let journal: Journal
    let cipher: FieldCipher

    /// Adds a file.
    func add(
        _ new: Stored<AttestationImport>,
        _ kept: KeptFile,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let order = new.state.standing?.order else { return }
        try tx.execute(
            """
            INSERT INTO attestation_import (id, version, credit_code, phase, state)
            VALUES (\(new.id), \(new.newVersion), \(order.creditCode), \(new.state.phase.rawValue),
                \(try Column.text(new.state))::text::jsonb)
            """
        )
        try put(kept, of: new.id, in: tx)
        try journal.append(new, of: "attestation_import", because: cause, in: tx)
    }

    /// What is kept of a file; nil once it was let go.
    ///
    /// A file that a version before stored as it came is cut down to what is kept now.
    ///
    /// - Throws: `SpreadsheetError`, ``OtherColumns`` where such a file cannot be read.
    func file(of id: UUID, in tx: borrowing Transaction) throws -> KeptFile? {
        try bytes(of: id, in: tx).map { try KeptFile($0) ?? KeptFile(AttestationSheet($0)) }
    }

    /// The same; what a version before stored besides is gone from then on.
    ///
    /// - Throws: As ``file(of:in:)``.
    func trimmed(_ id: UUID, in tx: borrowing Transaction) throws -> KeptFile? {
        guard let bytes = try bytes(of: id, in: tx) else { return nil }
        if let kept = KeptFile(bytes) { return kept }
        let kept = try KeptFile(AttestationSheet(bytes))
        try tx.execute("DELETE FROM attestation_import_piece WHERE import = \(id)")
        try put(kept, of: id, in: tx)
        return kept
    }

    /// The bytes that are stored of a file; nil once it was let go.
    func bytes(of id: UUID, in tx: borrowing Transaction) throws -> [UInt8]? {
        let rows = try tx.query("SELECT bytes FROM attestation_import_piece WHERE import = \(id) ORDER BY number")
        guard !rows.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for row in rows { bytes += try cipher.open(bytes: row.decode("bytes"), of: id.lowercase) }
        return bytes
    }

    private func put(_ kept: KeptFile, of id: UUID, in tx: borrowing Transaction) throws {
        let starts = Array(stride(from: 0, to: kept.bytes.count, by: Self.pieceLength))
        let pieces = try starts.map { start in
            try cipher.seal(
                bytes: Array(kept.bytes[start..<min(kept.bytes.count, start + Self.pieceLength)]),
                of: id.lowercase
            )
        }
        try tx.execute(
            """
            INSERT INTO attestation_import_piece (import, number, bytes)
            SELECT \(id)::uuid, * FROM unnest(\(Array(starts.indices))::int[], \(pieces)::bytea[])
            """
        )
    }

    /// Writes what was decided; the file of one that ends is kept until `forgetAt`.
    ///
    /// - Throws: `VersionMismatch`.
    func save(
        _ changed: Stored<AttestationImport>,
        forgetAt: Date?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard !changed.events.isEmpty else { return }
        let written = try tx.execute(
            """
            UPDATE attestation_import SET phase = \(changed.state.phase.rawValue), version = \(changed.newVersion),
                state = \(try Column.text(changed.state))::text::jsonb, forget_at = \(forgetAt)::timestamptz
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
        guard written == 1 else { throw VersionMismatch(expected: changed.version, actual: changed.newVersion) }
        try journal.append(changed, of: "attestation_import", because: cause, in: tx)
    }

    /// One, locked.
    ///
    /// - Throws: `NotFound`.
    func open(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<AttestationImport> {
        let rows = try tx.query(
            "SELECT id, version, state::text AS state FROM attestation_import WHERE id = \(id) FOR UPDATE"
        )
        guard let row = rows.first else { throw NotFound("attestation-import") }
        return try row.stored()
    }

    /// One as it is read.
    ///
    /// - Throws: `NotFound`.
    func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<AttestationImport> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM attestation_import WHERE id = \(id)")
        guard let row = rows.first else { throw NotFound("attestation-import") }
        return try row.stored()
    }

    /// The one that runs and came first, locked; what another replica works on is passed over.
    func nextRunning(in tx: borrowing Transaction) throws -> Stored<AttestationImport>? {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM attestation_import WHERE phase = 'running'
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """
        ).first.map { try $0.stored() }
    }

    /// Those of an enterprise, the newest first, before an id.
    func page(
        of creditCode: String,
        before: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<AttestationImport>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM attestation_import
            WHERE credit_code = \(creditCode) AND (\(before)::uuid IS NULL OR id < \(before)::uuid)
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// Keeps what was wrong with rows.
    func note(_ refused: [(number: Int, problems: [FieldProblem])], of list: UUID, in tx: borrowing Transaction) throws
    {
        guard !refused.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO attestation_import_row (import, number, problems)
            SELECT \(list)::uuid, number, problems::jsonb FROM unnest(
                \(refused.map(\.number))::int[], \(try refused.map { try Column.text($0.problems) })::text[])
                AS t(number, problems)
            """
        )
    }

    /// The refused rows of a file after a number.
    func refused(
        of list: UUID,
        after number: Int,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [(number: Int, problems: [FieldProblem])] {
        try tx.query(
            """
            SELECT number, problems::text AS problems FROM attestation_import_row
            WHERE import = \(list) AND number > \(number) ORDER BY number LIMIT \(limit)
            """
        ).map { row in (try row.decode("number"), try Column.value(row.decode("problems", as: String.self))) }
    }

    /// Lets the files and rows of imports go whose time is over; true where more is left.
    func forget(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let imports: [UUID] = try tx.query(
            "SELECT id FROM attestation_import WHERE forget_at <= \(now) ORDER BY forget_at LIMIT 5 FOR UPDATE SKIP LOCKED"
        ).map { try $0.decode("id") }
        guard !imports.isEmpty else { return false }
        try tx.execute("DELETE FROM attestation_import_row WHERE import = ANY (\(imports))")
        try tx.execute("DELETE FROM attestation_import_piece WHERE import = ANY (\(imports))")
        try tx.execute("UPDATE attestation_import SET forget_at = NULL WHERE id = ANY (\(imports))")
        return imports.count == 5
    }
}
