import Cryptography
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import ServiceKit

/// The files of a service's cases, in the service's own database.
///
/// Everything happens inside a lent transaction. Who may do what is never decided here: the service decides, and then calls.
package struct AttachmentStore: Sendable {
    /// The largest body that brings whole files, the form around them included; larger files come in chunks.
    ///
    /// Also for a service's own routes that take forms with files.
    package static let mostBytesAtOnce = (8 << 20) + (64 << 10)

    let purposes: [String: AttachmentPurpose]
    let journal: Journal
    let scanner: (any AttachmentScanner)?
    let rows: AttachmentRows
    let chunks: ChunkStore
    let logger: Logger

    /// A store as a service's `init` makes it; the scanner is the one the setting `clamd` names, where it is set.
    ///
    /// - Parameters:
    ///   - purposes: What files are taken for what.
    ///   - environment: The service's journal, keys and settings.
    /// - Throws: ``BadScannerAddress``.
    package init(_ purposes: [AttachmentPurpose], _ environment: ServiceEnvironment) throws {
        var scanner: ClamdScanner?
        if let text = environment.setting("clamd"), !text.isEmpty {
            guard let address = ClamdScanner.Address(text) else { throw BadScannerAddress() }
            scanner = ClamdScanner(address)
        }
        self.init(purposes, journal: environment.journal, keys: environment.keys, scanner: scanner)
    }

    /// A store put together by hand.
    ///
    /// - Parameters:
    ///   - purposes: What files are taken for what.
    ///   - journal: Where the history of files is noted.
    ///   - keys: Encrypt the files of sealed purposes.
    ///   - scanner: Who looks at every file before it can be seen; nil for nobody.
    package init(
        _ purposes: [AttachmentPurpose],
        journal: Journal,
        keys: KeyRing,
        scanner: (any AttachmentScanner)?
    ) {
        self.purposes = Dictionary(purposes.map { ($0.name, $0) }) { first, _ in first }
        self.journal = journal
        self.scanner = scanner
        rows = AttachmentRows(fields: keys.fields)
        chunks = ChunkStore(fields: keys.fields)
        logger = Logger(label: "attachments")
    }

    /// `GONGJIANG_CLAMD` names no address.
    package struct BadScannerAddress: Error, CustomStringConvertible {
        package var description: String { "GONGJIANG_CLAMD is neither a path nor host:port" }
    }

    /// A file by its id, whatever its phase.
    ///
    /// - Throws: `NotFound`.
    package func find(_ id: UUID, in tx: borrowing Transaction) throws -> AttachmentRecord {
        try rows.load(id, in: tx)
    }

    /// The complete files of a case, oldest first.
    package func list(of owner: AttachmentOwner, in tx: borrowing Transaction) throws -> [AttachmentRecord] {
        try rows.select(
            where: "owner_kind = \(owner.kind) AND owner_id = \(owner.id) AND phase = 'complete' ORDER BY id",
            in: tx
        )
    }

    /// All that ever was declared for a case, with what was rejected and discarded, oldest first.
    package func history(of owner: AttachmentOwner, in tx: borrowing Transaction) throws -> [AttachmentRecord] {
        try rows.select(where: "owner_kind = \(owner.kind) AND owner_id = \(owner.id) ORDER BY id", in: tx)
    }

    /// All bytes of a complete file, for small ones, like a picture that goes into a paper.
    ///
    /// - Throws: ``AttachmentRefusal``; `NotFound`.
    package func content(of id: UUID, most: Int = 8 << 20, in tx: borrowing Transaction) throws -> [UInt8] {
        let record = try rows.load(id, in: tx)
        try Self.requireVisible(record)
        guard record.size <= most else { throw AttachmentRefusal.tooLarge(most: most) }
        return try chunks.withContent(of: record, in: tx) { read in try read(0..<record.size) }
    }

    /// Lets the bytes of a file go; its row, with the digest, stays.
    ///
    /// - Throws: `NotFound`; `VersionMismatch` where `version` is given and another.
    @discardableResult
    package func discard(
        _ id: UUID,
        version: Int? = nil,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> AttachmentRecord {
        var record = try rows.load(id, lock: .update, in: tx)
        if let version { try record.stored.expect(version: version) }
        try record.stored.handle(.discard(.withdrawn))
        try save(record, because: cause, in: tx)
        return record
    }

    /// Says how long the complete files of a case are kept, as when it is closed; nil for as long as nobody says otherwise.
    package func retain(
        _ owner: AttachmentOwner,
        until: Date?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        var found = try rows.select(
            where: """
                owner_kind = \(owner.kind) AND owner_id = \(owner.id) AND phase = 'complete' ORDER BY id FOR UPDATE
                """,
            in: tx
        )
        for index in found.indices {
            try found[index].stored.handle(.retain(until: until))
            try save(found[index], because: cause, in: tx)
        }
    }

    /// Writes what was decided about a file, lets its bytes go where that is what was decided, and notes it.
    func save(_ record: AttachmentRecord, because cause: Cause, in tx: borrowing Transaction) throws {
        guard !record.stored.events.isEmpty else { return }
        if record.stored.version == 0 {
            try rows.insert(record, in: tx)
        } else {
            try rows.update(record, in: tx)
        }
        if [.rejected, .discarded].contains(record.phase) { try chunks.delete(of: [record.id], in: tx) }
        try journal.append(record.stored, of: "attachment", because: cause, in: tx)
    }

    static func requireVisible(_ record: AttachmentRecord) throws(AttachmentRefusal) {
        switch record.phase {
        case .complete: break
        case .undeclared, .open, .scanning: throw .notReady
        case .rejected, .discarded: throw .gone
        }
    }
}
