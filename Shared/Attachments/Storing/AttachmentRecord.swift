import Foundation
import Messaging

/// A file as it is stored, without its bytes.
package struct AttachmentRecord: Sendable {
    /// The aggregate, as it was loaded and with what was decided since.
    package var stored: Stored<Attachment>
    /// What is known since its declaration.
    package let declared: Attachment.Declared
    /// The name, sanitised.
    package let name: String
    /// The account that sent it; nil for people who may stay unknown.
    package let uploadedBy: String?
    /// What the outside scanner said last; nil where none was asked.
    package var scan: String?
    /// When it was declared, in real time.
    package let createdAt: Date

    package var id: UUID { stored.id }
    package var owner: AttachmentOwner { declared.owner }
    package var purpose: String { declared.purpose }
    /// In bytes.
    package var size: Int { declared.size }
    /// Lower-case hex.
    package var sha256: String { declared.sha256 }
    package var phase: Attachment.Phase { stored.state.phase }
    /// Found in the content; nil before it was looked at.
    package var kind: FileKind? { stored.state.found?.kind }
    /// With the encoding of texts; nil before it was looked at.
    package var mediaType: String? { stored.state.found?.mediaType }
    /// Why it was rejected or discarded.
    package var reason: String? { stored.state.reason }
    package var retainUntil: Date? { stored.state.retainUntil }
    /// The version it has, or will have when saved.
    package var version: Int { stored.newVersion }

    /// How many chunks it has.
    package var chunks: Int { ChunkLayout(size: size).count }
}

/// How a file is cut: chunks of 1 MiB, numbered from 0; only the last may be shorter.
package struct ChunkLayout: Hashable, Sendable {
    /// The length of all chunks but the last, in bytes.
    package static let length = 1 << 20

    /// The file's length.
    package let size: Int

    /// How many chunks there are.
    package var count: Int { (size + Self.length - 1) / Self.length }

    /// How long a chunk is.
    package func length(of number: Int) -> Int { min(Self.length, size - number * Self.length) }

    /// The chunks that hold some bytes.
    func numbers(of range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return range.lowerBound / Self.length..<(range.upperBound - 1) / Self.length + 1
    }

    /// Which bytes of a chunk belong to a range of the file.
    func part(of range: Range<Int>, in number: Int) -> Range<Int> {
        let start = number * Self.length
        return max(0, range.lowerBound - start)..<min(length(of: number), range.upperBound - start)
    }
}
