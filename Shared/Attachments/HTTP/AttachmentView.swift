import Foundation

/// A file as it is shown; never who sent it.
package struct AttachmentView: Encodable, Sendable {
    package let id: UUID
    package let version: Int
    package let purpose: String
    package let name: String
    /// Found in the content; nil before it was looked at.
    package let mediaType: String?
    /// In bytes.
    package let size: Int
    /// Lower-case hex.
    package let sha256: String
    /// `open`, `scanning`, `complete`, `rejected` or `discarded`.
    package let phase: String
    /// Why it was rejected or discarded, as a stable code.
    package let reason: String?
    /// The length of all chunks but the last, in bytes.
    package let chunkSize: Int
    /// How many chunks there are, numbered from 0.
    package let chunks: Int
    /// The chunks of an open file that have not come.
    package let missing: [Int]?
    package let createdAt: Date
    package let retainUntil: Date?

    /// Shows a file.
    package init(_ record: AttachmentRecord, missing: [Int]? = nil) {
        id = record.id
        version = record.version
        purpose = record.purpose
        name = record.name
        mediaType = record.mediaType
        size = record.size
        sha256 = record.sha256
        phase = record.phase.rawValue
        reason = record.reason
        chunkSize = ChunkLayout.length
        chunks = record.chunks
        self.missing = missing
        createdAt = record.createdAt
        retainUntil = record.retainUntil
    }
}
