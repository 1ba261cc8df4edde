import Crypto
import Cryptography
import Foundation
import Kernel
import Postgres

/// The bytes of files, a chunk at a time.
struct ChunkStore: Sendable {
    let fields: FieldCipher

    /// A chunk is not what was stored.
    struct Damaged: Error {
        let attachment: UUID
        let number: Int
    }

    /// Keeps a chunk; one that is there already is replaced where it differs.
    func put(_ bytes: [UInt8], _ number: Int, of id: UUID, sealed: Bool, in tx: borrowing Transaction) throws {
        let digest = Array(SHA256.hash(data: bytes))
        let known = try tx.query(
            "SELECT sha256 FROM attachment_chunk WHERE attachment = \(id) AND number = \(number)"
        ).first
        if let known, try known.decode("sha256", as: [UInt8].self) == digest { return }
        let stored = sealed ? try fields.seal(bytes: bytes, of: Self.place(id, number)) : bytes
        try tx.execute(
            """
            INSERT INTO attachment_chunk (attachment, number, sha256, size, bytes)
            VALUES (\(id), \(number), \(digest), \(bytes.count), \(stored))
            ON CONFLICT (attachment, number)
                DO UPDATE SET sha256 = excluded.sha256, size = excluded.size, bytes = excluded.bytes
            """
        )
    }

    /// The bytes of a chunk of a file that can be seen, as they came.
    ///
    /// - Throws: ``AttachmentRefusal/gone`` where it is no longer there; ``Damaged``.
    func get(_ number: Int, of id: UUID, sealed: Bool, in tx: borrowing Transaction) throws -> [UInt8] {
        let row = try tx.query(
            "SELECT sha256, bytes FROM attachment_chunk WHERE attachment = \(id) AND number = \(number)"
        ).first
        guard let row else { throw AttachmentRefusal.gone }
        var bytes = try row.decode("bytes", as: [UInt8].self)
        if sealed { bytes = try fields.open(bytes: bytes, of: Self.place(id, number)) }
        guard try row.decode("sha256") == Array(SHA256.hash(data: bytes)) else {
            throw Damaged(attachment: id, number: number)
        }
        return bytes
    }

    /// The numbers of the chunks that are not there yet.
    func missing(of id: UUID, layout: ChunkLayout, in tx: borrowing Transaction) throws -> [Int] {
        let present = Set(
            try tx.query("SELECT number FROM attachment_chunk WHERE attachment = \(id)").map {
                try $0.decode("number", as: Int.self)
            }
        )
        return (0..<layout.count).filter { !present.contains($0) }
    }

    /// Lets the bytes of some files go.
    func delete(of ids: [UUID], in tx: borrowing Transaction) throws {
        try tx.execute("DELETE FROM attachment_chunk WHERE attachment = ANY(\(ids)::uuid[])")
    }

    /// Lends a file's bytes; the last chunk read is kept, so reading on costs nothing twice.
    func withContent<Value>(
        of record: AttachmentRecord,
        in tx: borrowing Transaction,
        _ body: ((Range<Int>) throws -> [UInt8]) throws -> Value
    ) throws -> Value {
        let layout = ChunkLayout(size: record.size)
        var last: (number: Int, bytes: [UInt8])?
        return try body { range in
            var result: [UInt8] = []
            for number in layout.numbers(of: range) {
                if last?.number != number {
                    last = nil
                    last = (number, try get(number, of: record.id, sealed: record.declared.isSealed, in: tx))
                }
                let bytes = last?.bytes ?? []
                let part = layout.part(of: range, in: number)
                if part == 0..<bytes.count, part.count == range.count { return bytes }
                guard part.upperBound <= bytes.count else { throw Damaged(attachment: record.id, number: number) }
                result += bytes[part]
            }
            return result
        }
    }

    /// What a sealed chunk is bound to, so that chunks cannot change places.
    private static func place(_ id: UUID, _ number: Int) -> String { "attachment \(id.lowercase) \(number)" }
}
