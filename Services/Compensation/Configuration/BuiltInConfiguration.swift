import DatedDocuments
import CompensationDomain

extension ConfigurationKind: BuiltInKind {
    /// The file of a kind under Configurations/.
    package var builtIn: [UInt8] {
        switch self {
        case .procedure: PackageResources.procedure_json
        case .letter: PackageResources.letter_json
        case .treatment: PackageResources.treatment_json
        }
    }
}
