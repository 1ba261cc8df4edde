import DatedDocuments
import CertificateDomain

extension ConfigurationKind: BuiltInKind {
    /// The file of a kind under Configurations/.
    package var builtIn: [UInt8] {
        switch self {
        case .procedure: PackageResources.procedure_json
        case .numbering: PackageResources.numbering_json
        case .template: PackageResources.template_json
        case .signing: PackageResources.signing_json
        }
    }
}
