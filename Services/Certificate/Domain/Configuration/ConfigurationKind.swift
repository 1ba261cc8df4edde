import Kernel

/// What authorities and enterprises lay down by dated documents instead of by program.
package enum ConfigurationKind: String, DatedDocumentKind, CaseIterable {
    /// The order of a registration: who audits, where numbers come from, what is due when (上传审核流程).
    case procedure
    /// How a number is put together, and the character of each level (证书编码规则).
    case numbering
    /// What the certificate says and how it looks (证书样式).
    case template
    /// How certificates are signed and how their status is changed (签名与状态).
    case signing

    package static let service = "certificate"

    /// The kind in words.
    package var chinese: String {
        switch self {
        case .procedure: "上传审核流程"
        case .numbering: "证书编码规则"
        case .template: "证书样式"
        case .signing: "证书签名与状态规则"
        }
    }

    /// What a document of this kind is read as.
    package var document: any DatedDocument<ConfigurationKind>.Type {
        switch self {
        case .procedure: RegistrationProcedure.self
        case .numbering: NumberScheme.self
        case .template: CertificateTemplate.self
        case .signing: SigningPolicy.self
        }
    }
}
