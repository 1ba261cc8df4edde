import Contracts
import Cryptography
import Kernel

/// A document that can be followed, and what it is kept as.
package struct ReadDocument<Kind: DatedDocumentKind>: Sendable {
    package let document: any DatedDocument<Kind>
    package let kind: Kind
    /// The first day it is followed.
    package let inForceFrom: LocalDate
    /// Its canonical bytes.
    package let text: String
    /// SHA-256 of them, in hex.
    package let digest: String

    /// Reads a document as it was sent, or as it is kept.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong with it.
    package init<Document: DatedDocument>(_: Document.Type, _ bytes: [UInt8]) throws where Document.Kind == Kind {
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
