import Crypto
import Cryptography

/// One look at a whole file: its digest, what it is, and whether it may be taken.
///
/// The content is read once from front to back, a piece at a time, and of archives the directory once more.
struct Inspection {
    enum Outcome: Hashable {
        case sound(Attachment.Found)
        case refused(AttachmentRefusal)
    }

    /// Lower-case hex.
    let sha256: String
    let outcome: Outcome

    /// How many bytes are read at a time.
    static let pieceLength = 1 << 20

    /// Looks at a file.
    ///
    /// - Parameters:
    ///   - size: Its length.
    ///   - name: Its name; the ending must not contradict the content.
    ///   - allowed: What may come.
    ///   - read: Its bytes.
    /// - Throws: What reading threw.
    init(
        size: Int,
        name: FileName?,
        allowed: Set<FileKind>,
        read: (Range<Int>) throws -> [UInt8]
    ) throws {
        var digest = SHA256()
        var head: [UInt8] = []
        var sign = ContentSign.unknown
        var text = TextProbe()
        var scripts = PatternSearch(ScriptSigns.inside, ignoringCase: true)
        var compound = CompoundInspection()
        for start in stride(from: 0, to: size, by: Self.pieceLength) {
            let piece = try read(start..<min(size, start + Self.pieceLength))
            digest.update(data: piece)
            if start == 0 {
                head = Array(piece.prefix(ContentSign.headLength))
                sign = ContentSign(head[...])
            }
            switch sign {
            case .unknown:
                guard text.isPossible else { break }
                text.take(piece)
                scripts.take(piece)
            case .compound: compound.take(piece)
            case .kind, .zip, .executable: break
            }
        }
        sha256 = Digest.hex(Array(digest.finalize()))

        let ending = name?.ending
        do {
            let found: Attachment.Found
            switch sign {
            case .executable: throw AttachmentRefusal.executable
            case .kind(let kind): found = Attachment.Found(kind: kind, mediaType: kind.mediaType)
            case .zip: found = try Self.known(try ZipInspection.kind(size: size, read: read))
            case .compound: found = try Self.known(try compound.kind(ending: ending))
            case .unknown:
                guard let encoding = text.encoding else { throw AttachmentRefusal.kind(found: nil) }
                guard scripts.found.isEmpty, !ScriptSigns.begin(head[...]) else { throw AttachmentRefusal.executable }
                let kind: FileKind = ending == "csv" ? .csv : .text
                found = Attachment.Found(kind: kind, mediaType: "\(kind.mediaType); charset=\(encoding.rawValue)")
            }
            guard allowed.contains(found.kind) else { throw AttachmentRefusal.kind(found: found.kind) }
            if let ending, !found.kind.endings.contains(ending) {
                throw AttachmentRefusal.ending(ending, found: found.kind)
            }
            outcome = .sound(found)
        } catch let refusal as AttachmentRefusal {
            outcome = .refused(refusal)
        }
    }

    private static func known(_ kind: FileKind?) throws -> Attachment.Found {
        guard let kind else { throw AttachmentRefusal.kind(found: nil) }
        return Attachment.Found(kind: kind, mediaType: kind.mediaType)
    }
}
