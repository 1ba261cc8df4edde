extension ConfigurationKind {
    /// What a document of this kind is read as.
    package var document: any DatedDocument.Type {
        switch self {
        case .procedure: RegistrationProcedure.self
        case .numbering: NumberScheme.self
        case .template: CertificateTemplate.self
        case .signing: SigningPolicy.self
        }
    }
}
