import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// A list whose files are kept while they are entered: the tables a service made for them, and whose a file is.
package protocol KeptList: ImportedList {
    /// What a file is handed in for: an enterprise, a round.
    associatedtype Owner: PostgresEncodable, Sendable

    /// The table of the imports, what they are called in the journal.
    static var table: StaticString { get }
    /// The table of the sealed pieces of their files.
    static var pieces: StaticString { get }
    /// The table of what became of their rows.
    static var rows: StaticString { get }
    /// The column that says what a file is for.
    static var ownerColumn: StaticString { get }

    /// What a file is for.
    static func owner(of order: Order) -> Owner
}

/// Files that are entered: what is kept of each, sealed, and how far it is.
///
/// Where a replica dies, another opens the file again and goes on behind the last row that was looked at.
package struct ImportedFiles<List: KeptList>: Sendable {
    package let journal: Journal
    package let cipher: FieldCipher

    /// Keeps files sealed by a cipher, and notes what becomes of them in a journal.
    package init(journal: Journal, cipher: FieldCipher) {
        (self.journal, self.cipher) = (journal, cipher)
    }

    /// The length of a sealed piece of a file, in bytes.
    private static var pieceLength: Int { 1 << 20 }

    /// What an import is called where there is none.
    private static var name: String { List.table.description.replacing("_", with: "-") }

    /// Adds a file.
    package func add(
        _ new: Stored<FileImport<List>>,
        _ bytes: [UInt8],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let order = new.state.order else { return }
        try tx.execute(
            """
            INSERT INTO \(raw: List.table) (id, \(raw: List.ownerColumn), phase, state, version)
            VALUES (\(new.id), \(List.owner(of: order)), \(new.state.phase.rawValue),
                \(try Self.text(new.state))::text::jsonb, \(new.newVersion))
            """
        )
        try put(bytes, of: new.id, in: tx)
        SpareMemory.giveBack()
        try journal.append(new, of: List.table.description, because: cause, in: tx)
    }

    /// Stores what is kept of a file, in pieces; one at a time, so that only one is held sealed and coded beside the file.
    package func put(_ bytes: [UInt8], of id: UUID, in tx: borrowing Transaction) throws {
        for (number, start) in stride(from: 0, to: bytes.count, by: Self.pieceLength).enumerated() {
            let piece = Array(bytes[start..<min(bytes.count, start + Self.pieceLength)])
            try tx.send(
                """
                INSERT INTO \(raw: List.pieces) (import, number, bytes)
                VALUES (\(id), \(number), \(cipher.seal(bytes: piece, of: id.lowercase)))
                """
            )
        }
    }

    /// What is kept of a file; nil once it was let go.
    package func bytes(of id: UUID, in tx: borrowing Transaction) throws -> [UInt8]? {
        let rows = try tx.query("SELECT bytes FROM \(raw: List.pieces) WHERE import = \(id) ORDER BY number")
        guard !rows.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for row in rows { bytes += try cipher.open(bytes: row.decode("bytes"), of: id.lowercase) }
        return bytes
    }

    /// Writes what was decided; the file of one that ends is kept until `forgetAt`.
    ///
    /// - Throws: `VersionMismatch`.
    package func save(
        _ changed: Stored<FileImport<List>>,
        forgetAt: Date?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard !changed.events.isEmpty else { return }
        let written = try tx.execute(
            """
            UPDATE \(raw: List.table) SET phase = \(changed.state.phase.rawValue), version = \(changed.newVersion),
                state = \(try Self.text(changed.state))::text::jsonb, forget_at = \(forgetAt)::timestamptz
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
        guard written == 1 else { throw VersionMismatch(expected: changed.version, actual: changed.version + 1) }
        if changed.state.phase != .running { SpareMemory.giveBack() }
        try journal.append(changed, of: List.table.description, because: cause, in: tx)
    }

    /// One, locked.
    ///
    /// - Throws: `NotFound`.
    package func open(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<FileImport<List>> {
        try Self.one(tx.query("\(Self.select) WHERE id = \(id) FOR UPDATE"))
    }

    /// One as it is read.
    ///
    /// - Throws: `NotFound`.
    package func read(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<FileImport<List>> {
        try Self.one(tx.query("\(Self.select) WHERE id = \(id)"))
    }

    /// The one that runs and came first, locked; what another replica works on is passed over.
    package func nextRunning(in tx: borrowing Transaction) throws -> Stored<FileImport<List>>? {
        try tx.query("\(Self.select) WHERE phase = 'running' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED").first
            .map(Self.stored)
    }

    /// Those for one owner, the newest first, before an id.
    package func page(
        of owner: List.Owner,
        before: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<FileImport<List>>] {
        try tx.query(
            """
            \(Self.select) WHERE \(raw: List.ownerColumn) = \(owner) AND (\(before)::uuid IS NULL OR id < \(before)::uuid)
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// Lets the files and rows of imports go whose time is over; true where more is left.
    package func forget(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let imports: [UUID] = try tx.query(
            """
            SELECT id FROM \(raw: List.table) WHERE forget_at <= \(now) ORDER BY forget_at LIMIT 5 FOR UPDATE SKIP LOCKED
            """
        ).map { try $0.decode("id") }
        guard !imports.isEmpty else { return false }
        try tx.execute("DELETE FROM \(raw: List.rows) WHERE import = ANY (\(imports))")
        try tx.execute("DELETE FROM \(raw: List.pieces) WHERE import = ANY (\(imports))")
        try tx.execute("UPDATE \(raw: List.table) SET forget_at = NULL WHERE id = ANY (\(imports))")
        return imports.count == 5
    }

    private static var select: SQL { "SELECT id, version, state::text AS state FROM \(raw: List.table)" }

    private static func one(_ rows: Rows) throws -> Stored<FileImport<List>> {
        guard let row = rows.first else { throw NotFound(name) }
        return try stored(row)
    }

    private static func stored(_ row: Row) throws -> Stored<FileImport<List>> {
        let text: String = try row.decode("state")
        return Stored(
            id: try row.decode("id"),
            version: try row.decode("version"),
            state: try WireFormat.decode(from: Array(text.utf8))
        )
    }

    private static func text(_ state: FileImport<List>) throws -> String {
        String(decoding: try WireFormat.encode(state), as: UTF8.self)
    }
}
