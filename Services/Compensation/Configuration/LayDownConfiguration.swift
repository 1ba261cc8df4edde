import CompensationDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// An office lays down a dated document.
struct LayDownConfiguration {
    let store = ConfigurationStore()
    let journal: Journal

    /// The largest document taken, in bytes.
    static let mostBytes = 64 * 1024

    /// Reads a document of a kind.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong with it.
    func read(_ kind: ConfigurationKind, _ bytes: [UInt8]) throws -> Readable {
        guard bytes.count <= Self.mostBytes else {
            throw InvalidInput(
                field: "$",
                code: "compensation.configuration-too-large",
                arguments: ["most": String(Self.mostBytes / 1024)]
            )
        }
        return try Readable(kind.document, bytes)
    }

    /// Lays it down; false where the very same was before.
    ///
    /// - Throws: `InvalidInput` where it would be followed from a day gone by.
    func callAsFunction(_ document: Readable, because cause: Cause, in tx: borrowing Transaction) throws -> Bool {
        var record = Stored<ConfigurationRecord>(new: NewID.v7())
        do {
            try record.handle(
                .layDown(
                    document.kind,
                    digest: document.digest,
                    from: document.inForceFrom,
                    by: cause.actor,
                    today: cause.today
                )
            )
        } catch let rejection as ConfigurationRecord.Rejection {
            throw InvalidInput([FieldProblem(field: "inForceFrom", rejection)])
        }
        guard try store.insert(record, document: document.text, in: tx) else { return false }
        try journal.append(record, of: "configuration", because: cause, in: tx)
        return true
    }

    /// A document that can be followed, and what it is kept as.
    struct Readable {
        let document: any DatedDocument
        let kind: ConfigurationKind
        let inForceFrom: LocalDate
        /// Its canonical bytes.
        let text: String
        /// SHA-256 of them, in hex.
        let digest: String

        init<Document: DatedDocument>(_: Document.Type, _ bytes: [UInt8]) throws {
            let document = try WireFormat.decode(Document.self, sent: bytes)
            guard document.problems.isEmpty else { throw InvalidInput(document.problems) }
            let canonical = try WireFormat.encode(document)
            self.document = document
            kind = Document.kind
            inForceFrom = document.inForceFrom
            text = String(decoding: canonical, as: UTF8.self)
            digest = Digest.sha256Hex(canonical)
        }
    }
}
