import Kernel

/// What a certificate says beside its holder's data (证书样式).
package struct CertificateTemplate: DatedDocument {
    package static let kind = ConfigurationKind.template

    /// The policy document it rests on, with its date.
    package let basis: String
    package let inForceFrom: LocalDate
    /// What stands at its head, 特级技师证书.
    package let title: String
    /// How the level is printed, 特级技师; it has no numbered level.
    package let levelLine: String

    package var problems: [FieldProblem] { [] }
}
