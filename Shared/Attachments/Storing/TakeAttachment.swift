import Crypto
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// What is said of a file before its bytes come.
package struct AttachmentDeclaration: Decodable, Hashable, Sendable {
    package let name: String
    package let purpose: String
    /// In bytes.
    package let size: Int
    /// Hex, in either case.
    package let sha256: String

    /// Says what will come.
    package init(name: String, purpose: String, size: Int, sha256: String) {
        self.name = name
        self.purpose = purpose
        self.size = size
        self.sha256 = sha256
    }
}

extension AttachmentStore {
    /// Makes room for a file whose chunks will come.
    ///
    /// - Parameters:
    ///   - declaration: What will come; everything wrong with it is said at once.
    ///   - owner: The case it belongs to.
    ///   - uploadedBy: Who sends it; nil for people who may stay unknown.
    ///   - cause: Why.
    ///   - tx: The transaction.
    /// - Returns: The file, open.
    /// - Throws: `InvalidInput`, ``AttachmentRefusal``.
    package func begin(
        _ declaration: AttachmentDeclaration,
        of owner: AttachmentOwner,
        uploadedBy: String?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> AttachmentRecord {
        let (purpose, name) = try validated(declaration)
        guard declaration.size <= purpose.mostBytes else {
            throw AttachmentRefusal.tooLarge(most: purpose.mostBytes)
        }
        if let ending = name.ending, ScriptSigns.endings.contains(ending) { throw AttachmentRefusal.executable }
        try requireRoom(for: owner, purpose, in: tx)
        let declared = Attachment.Declared(
            owner: owner,
            purpose: purpose.name,
            size: declaration.size,
            sha256: declaration.sha256.lowercased(),
            isSealed: purpose.isSealed
        )
        var record = AttachmentRecord(
            stored: Stored(new: NewID.v7()),
            declared: declared,
            name: name.text,
            uploadedBy: uploadedBy,
            createdAt: Date()
        )
        try record.stored.handle(.declare(declared))
        try save(record, because: cause, in: tx)
        return record
    }

    /// Takes a chunk, in any order and as often as it is sent.
    ///
    /// - Throws: ``AttachmentRefusal``, `NotFound`.
    package func put(
        _ number: Int,
        _ bytes: [UInt8],
        of id: UUID,
        in tx: borrowing Transaction
    ) throws {
        let record = try rows.load(id, lock: .share, in: tx)
        guard record.phase == .open else { throw AttachmentRefusal.notOpen(record.phase) }
        let layout = ChunkLayout(size: record.size)
        guard (0..<layout.count).contains(number) else { throw AttachmentRefusal.chunkNumber(count: layout.count) }
        let expected = layout.length(of: number)
        guard bytes.count == expected else {
            throw AttachmentRefusal.chunkSize(expected: expected, found: bytes.count)
        }
        try chunks.put(bytes, number, of: id, sealed: record.declared.isSealed, in: tx)
    }

    /// The numbers of the chunks that have not come.
    package func missing(of record: AttachmentRecord, in tx: borrowing Transaction) throws -> [Int] {
        guard record.phase == .open else { return [] }
        return try chunks.missing(of: record.id, layout: ChunkLayout(size: record.size), in: tx)
    }

    /// Looks at a file whose chunks have all come; a second time nothing happens.
    ///
    /// - Returns: The file: complete, scanning, or rejected with the refusal. A rejected file stays on record, so this does
    ///   not throw for it.
    /// - Throws: ``AttachmentRefusal`` where the sender can mend it; `NotFound`.
    package func complete(
        _ id: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> (record: AttachmentRecord, refusal: AttachmentRefusal?) {
        var record = try rows.load(id, lock: .update, in: tx)
        if [.complete, .scanning].contains(record.phase) { return (record, nil) }
        guard record.phase == .open else { throw AttachmentRefusal.notOpen(record.phase) }
        let missing = try missing(of: record, in: tx)
        if let first = missing.first { throw AttachmentRefusal.chunksMissing(first: first, count: missing.count) }

        let purpose = purposes[record.purpose]
        let inspection = try chunks.withContent(of: record, in: tx) { read in
            try Inspection(
                size: record.size,
                name: FileName(record.name),
                allowed: purpose?.kinds ?? [],
                read: read
            )
        }
        guard inspection.sha256 == record.sha256 else { throw AttachmentRefusal.digest }
        switch inspection.outcome {
        case .sound(let found):
            let until = purpose?.retention(from: cause.now)
            try record.stored.handle(.examine(found, waits: scanner != nil, retainUntil: until))
            try save(record, because: cause, in: tx)
            return (record, nil)
        case .refused(let refusal):
            try record.stored.handle(.reject(refusal.code))
            try save(record, because: cause, in: tx)
            return (record, refusal)
        }
    }

    /// Takes a small file whole.
    ///
    /// - Returns: The file: complete, or scanning where a scanner is to look at it.
    /// - Throws: `InvalidInput`, ``AttachmentRefusal``; nothing is kept of a file that is refused.
    package func add(
        _ bytes: [UInt8],
        name: String,
        purpose: String,
        of owner: AttachmentOwner,
        uploadedBy: String?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> AttachmentRecord {
        let declaration = AttachmentDeclaration(
            name: name,
            purpose: purpose,
            size: bytes.count,
            sha256: Digest.hex(Array(SHA256.hash(data: bytes)))
        )
        let record = try begin(declaration, of: owner, uploadedBy: uploadedBy, because: cause, in: tx)
        let layout = ChunkLayout(size: bytes.count)
        for number in 0..<layout.count {
            let start = number * ChunkLayout.length
            let piece = Array(bytes[start..<(start + layout.length(of: number))])
            try chunks.put(piece, number, of: record.id, sealed: record.declared.isSealed, in: tx)
        }
        // What was declared is journaled with its own version, so the rest is decided on the row as it is now.
        let (completed, refusal) = try complete(record.id, because: cause, in: tx)
        if let refusal { throw refusal }
        return completed
    }

    private func validated(
        _ declaration: AttachmentDeclaration
    ) throws -> (purpose: AttachmentPurpose, name: FileName) {
        var problems: [FieldProblem] = []
        let purpose = purposes[declaration.purpose]
        let name = FileName(declaration.name)
        if name == nil { problems.append(FieldProblem(field: "name", code: "attachments.name")) }
        if purpose == nil {
            let known = purposes.keys.sorted().joined(separator: ", ")
            problems.append(FieldProblem(field: "purpose", code: "attachments.purpose", arguments: ["known": known]))
        }
        if declaration.size < 1 { problems.append(FieldProblem(field: "size", code: "attachments.size")) }
        let digits = Array(declaration.sha256.utf8)
        if digits.count != 64 || !digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) {
            problems.append(FieldProblem(field: "sha256", code: "attachments.sha256"))
        }
        guard let purpose, let name, problems.isEmpty else { throw InvalidInput(problems) }
        return (purpose, name)
    }

    /// A case has only so many files; two who add at once wait for each other.
    private func requireRoom(
        for owner: AttachmentOwner,
        _ purpose: AttachmentPurpose,
        in tx: borrowing Transaction
    ) throws {
        let lock = "attachment \(owner.kind) \(owner.id.lowercase)"
        try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(\(lock)::text, 2))")
        let count = try tx.query(
            """
            SELECT count(*) AS count FROM attachment WHERE owner_kind = \(owner.kind) AND owner_id = \(owner.id)
                AND purpose = \(purpose.name) AND phase IN ('open', 'scanning', 'complete')
            """
        ).first?.decode("count", as: Int.self)
        guard count ?? 0 < purpose.mostFiles else { throw AttachmentRefusal.tooMany(most: purpose.mostFiles) }
    }
}
