import Foundation
import Kernel
import Messaging
import Postgres

/// An office lays down a dated document.
package struct LayDownConfiguration<Kind: BuiltInKind>: Sendable {
    let store = ConfigurationStore()
    let journal: Journal

    /// The largest document taken, in bytes.
    package static var mostBytes: Int { 64 * 1024 }

    /// Lays down what is noted in a journal.
    package init(journal: Journal) { self.journal = journal }

    /// Reads a document of a kind.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong with it.
    package func read(_ kind: Kind, _ bytes: [UInt8]) throws -> ReadDocument<Kind> {
        guard bytes.count <= Self.mostBytes else {
            throw InvalidInput(
                field: "$",
                code: "\(Kind.service).configuration-too-large",
                arguments: ["most": String(Self.mostBytes / 1024)]
            )
        }
        return try ReadDocument(kind.document, bytes)
    }

    /// Lays it down; false where the very same was before.
    ///
    /// - Throws: `InvalidInput` where it would be followed from a day gone by.
    package func callAsFunction(
        _ document: ReadDocument<Kind>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Bool {
        var record = Stored<ConfigurationRecord<Kind>>(new: NewID.v7())
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
        } catch let rejection as ConfigurationRecord<Kind>.Rejection {
            throw InvalidInput([FieldProblem(field: "inForceFrom", rejection)])
        }
        guard try store.insert(record, document: document.text, in: tx) else { return false }
        try journal.append(record, of: "configuration", because: cause, in: tx)
        return true
    }
}
