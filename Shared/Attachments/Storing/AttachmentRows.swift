import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// Reads and writes the rows of files.
struct AttachmentRows: Sendable {
    let fields: FieldCipher

    private static let columns: SQL = """
        id, version, owner_kind, owner_id, purpose, phase, name, sealed_name, size, sha256, kind, media_type, refusal,
        scan, is_sealed, uploaded_by, retain_until, created_at
        """

    /// A file, its row locked where `lock` is.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, lock: Lock = .none, in tx: borrowing Transaction) throws -> AttachmentRecord {
        var statement: SQL = "SELECT \(Self.columns) FROM attachment WHERE id = \(id)"
        switch lock {
        case .none: break
        case .share: statement += " FOR SHARE"
        case .update: statement += " FOR UPDATE"
        }
        guard let row = try tx.query(statement).first else { throw NotFound("attachment") }
        return try record(row)
    }

    /// Whether others may read or change a row meanwhile.
    enum Lock {
        case none
        /// Others may do the same, nobody may change it.
        case share
        /// Nobody else.
        case update
    }

    /// The files of a condition, oldest first.
    func select(where condition: SQL, in tx: borrowing Transaction) throws -> [AttachmentRecord] {
        try tx.query("SELECT \(Self.columns) FROM attachment WHERE \(condition)").map(record)
    }

    func insert(_ record: AttachmentRecord, in tx: borrowing Transaction) throws {
        let declared = record.declared
        let sealedName = declared.isSealed ? try fields.seal(record.name, of: Self.nameOwner(record.id)) : nil
        let name = declared.isSealed ? nil : record.name
        try tx.execute(
            """
            INSERT INTO attachment (id, version, owner_kind, owner_id, purpose, phase, name, sealed_name, size, sha256,
                is_sealed, uploaded_by)
            VALUES (\(record.id), \(record.version), \(declared.owner.kind), \(declared.owner.id), \(declared.purpose),
                \(record.phase.rawValue), \(nullable: name), \(nullable: sealedName), \(declared.size),
                \(declared.sha256), \(declared.isSealed), \(nullable: record.uploadedBy))
            """
        )
    }

    /// Writes what was decided about a file that was loaded locked.
    func update(_ record: AttachmentRecord, in tx: borrowing Transaction) throws {
        let state = record.stored.state
        try tx.execute(
            """
            UPDATE attachment SET version = \(record.version), phase = \(state.phase.rawValue),
                kind = \(nullable: state.found?.kind.rawValue), media_type = \(nullable: state.found?.mediaType),
                refusal = \(nullable: state.reason), retain_until = \(nullable: state.retainUntil),
                scan = \(nullable: record.scan),
                scan_after = CASE WHEN \(state.phase.rawValue) = 'scanning' THEN clock_timestamp() END
            WHERE id = \(record.id)
            """
        )
    }

    private static func nameOwner(_ id: UUID) -> String { "attachment \(id.lowercase) name" }

    private func record(_ row: Row) throws -> AttachmentRecord {
        let id: UUID = try row.decode("id")
        let name: String =
            if let sealed: [UInt8] = try row.decode("sealed_name", as: [UInt8]?.self) {
                try fields.open(sealed, of: Self.nameOwner(id))
            } else {
                try row.decode("name")
            }
        let declared = Attachment.Declared(
            owner: AttachmentOwner(try row.decode("owner_kind"), try row.decode("owner_id")),
            purpose: try row.decode("purpose"),
            size: try row.decode("size"),
            sha256: try row.decode("sha256"),
            isSealed: try row.decode("is_sealed")
        )
        var state = Attachment()
        state.phase = Attachment.Phase(rawValue: try row.decode("phase")) ?? .discarded
        state.declared = declared
        if let kind = FileKind(rawValue: try row.decode("kind", as: String?.self) ?? "") {
            let mediaType = try row.decode("media_type", as: String?.self) ?? kind.mediaType
            state.found = Attachment.Found(kind: kind, mediaType: mediaType)
        }
        state.reason = try row.decode("refusal")
        state.retainUntil = try row.decode("retain_until")
        return AttachmentRecord(
            stored: Stored(id: id, version: try row.decode("version"), state: state),
            declared: declared,
            name: name,
            uploadedBy: try row.decode("uploaded_by"),
            scan: try row.decode("scan"),
            createdAt: try row.decode("created_at")
        )
    }
}
