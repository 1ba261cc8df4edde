import Kernel

/// What authorities and enterprises lay down by dated documents instead of by program.
package enum ConfigurationKind: String, DatedDocumentKind, CaseIterable {
    /// What is due when: corrections, attestations, answers (待遇落实办理期限).
    case procedure
    /// What a letter of appointment says (聘书文本).
    case letter
    /// Treatment beside pay, who owes it and by when (待遇事项目录).
    case treatment

    package static let service = "compensation"

    /// The kind in words.
    package var chinese: String {
        switch self {
        case .procedure: "待遇落实办理期限"
        case .letter: "聘书文本"
        case .treatment: "待遇事项目录"
        }
    }

    /// What a document of this kind is read as.
    package var document: any DatedDocument<ConfigurationKind>.Type {
        switch self {
        case .procedure: TreatmentProcedure.self
        case .letter: LetterTemplate.self
        case .treatment: TreatmentCatalogue.self
        }
    }
}
