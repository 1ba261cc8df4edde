import Kernel

/// Why a file is not taken, or not given.
package enum AttachmentRefusal: Rejection, Hashable {
    /// Larger than its purpose allows, in bytes.
    case tooLarge(most: Int)
    /// The case has as many files as it may have.
    case tooMany(most: Int)
    /// What was asked is not possible where the file stands.
    case notOpen(Attachment.Phase)
    /// Not complete yet, so it cannot be seen.
    case notReady
    /// Its bytes are gone.
    case gone
    /// There are chunks 0 to `count` - 1.
    case chunkNumber(count: Int)
    /// A chunk has another length than its place asks for.
    case chunkSize(expected: Int, found: Int)
    /// The chunk is not what its own digest says.
    case chunkDigest
    /// Chunks are missing.
    case chunksMissing(first: Int, count: Int)
    /// All chunks together are not what was declared.
    case digest
    /// The request carries no file.
    case noFile
    /// The part asked for is not in the file.
    case range
    /// A program or script.
    case executable
    /// Office content that runs.
    case macros
    /// Nothing that may be handed in for this purpose.
    case kind(found: FileKind?)
    /// The name ends like another kind of file.
    case ending(String, found: FileKind)
    /// Not what its first bytes say, or cut off.
    case damaged(FileKind?)
    /// Encrypted inside, so nobody can look at it.
    case encrypted
    /// Unpacks to far more than it is.
    case bomb
    /// An archive in the archive.
    case nested
    /// The scanner found something.
    case infected(String)

    package var code: String {
        switch self {
        case .tooLarge: "attachments.too-large"
        case .tooMany: "attachments.too-many"
        case .notOpen: "attachments.not-open"
        case .notReady: "attachments.not-ready"
        case .gone: "attachments.gone"
        case .chunkNumber: "attachments.chunk-number"
        case .chunkSize: "attachments.chunk-size"
        case .chunkDigest: "attachments.chunk-digest"
        case .chunksMissing: "attachments.chunks-missing"
        case .digest: "attachments.digest"
        case .noFile: "attachments.no-file"
        case .range: "attachments.range"
        case .executable: "attachments.executable"
        case .macros: "attachments.macros"
        case .kind: "attachments.kind"
        case .ending: "attachments.ending"
        case .damaged: "attachments.damaged"
        case .encrypted: "attachments.encrypted"
        case .bomb: "attachments.bomb"
        case .nested: "attachments.nested"
        case .infected: "attachments.infected"
        }
    }

    package var arguments: [String: String] {
        switch self {
        case .tooLarge(let most): ["most": Self.size(most)]
        case .tooMany(let most): ["most": "\(most)"]
        case .notOpen(let phase): ["phase": phase.rawValue]
        case .chunkNumber(let count): ["last": "\(count - 1)"]
        case .chunkSize(let expected, let found): ["expected": "\(expected)", "found": "\(found)"]
        case .chunksMissing(let first, let count): ["first": "\(first)", "count": "\(count)"]
        case .kind(let found): ["found": found?.title ?? "未知类型"]
        case .ending(let ending, let found): ["ending": ending, "found": found.title]
        case .damaged(let kind): ["kind": kind?.title ?? "压缩文件"]
        case .infected(let name): ["name": name]
        case .notReady, .gone, .chunkDigest, .digest, .noFile, .range, .executable, .macros, .encrypted, .bomb,
            .nested:
            [:]
        }
    }

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(max(1, bytes >> 10)) KiB"
    }
}
