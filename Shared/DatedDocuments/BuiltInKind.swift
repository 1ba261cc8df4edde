import Contracts
import Kernel

/// Kinds of documents of which a service brings one of each along: followed until an office lays down others.
package protocol BuiltInKind: DatedDocumentKind {
    /// The document brought along, as a file of JSON.
    var builtIn: [UInt8] { get }
}

/// The documents a service brings along.
package enum BuiltInConfiguration {
    /// The document of a kind.
    ///
    /// - Throws: `DecodingError` where the file is none; tests read each of them.
    package static func document<Document: DatedDocument>(
        of _: Document.Type = Document.self
    ) throws -> Document where Document.Kind: BuiltInKind {
        try WireFormat.decode(from: Document.kind.builtIn)
    }
}
