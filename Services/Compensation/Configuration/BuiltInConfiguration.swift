import CompensationDomain
import Contracts
import Kernel

/// The documents the service brings along: followed until an office lays down others.
enum BuiltInConfiguration {
    /// The document of a kind.
    static func document<Document: DatedDocument>(of _: Document.Type = Document.self) throws -> Document {
        try WireFormat.decode(from: bytes(Document.kind))
    }

    /// The file of a kind under Configurations/.
    static func bytes(_ kind: ConfigurationKind) -> [UInt8] {
        switch kind {
        case .procedure: PackageResources.procedure_json
        case .letter: PackageResources.letter_json
        case .treatment: PackageResources.treatment_json
        }
    }
}
