/// The number of a certificate an applicant already holds, of whichever kind.
///
/// Older kinds and local variants exist, so an unknown pattern is no reason to refuse; only nothing at all and a number Excel rounded are.
package struct PriorCertificateNumber: Hashable, Sendable {
    /// The kinds told apart.
    package enum Pattern: String, Codable, Sendable {
        /// The 16 digits of a 职业资格证书: year 2, province 2, city 2, agency 4, level 1, running number 5.
        case qualification16
        /// The 22 characters of a 职业技能等级证书.
        case skillLevel22
        /// Any other.
        case unknown
    }

    /// The number in capitals, without spaces.
    package let text: String
    /// Its kind.
    package let pattern: Pattern
    /// The level it tells, nil where it tells none.
    package let level: SkillLevel?

    /// Reads a number as people type it; throws `.empty`, `.roundedByExcel` or, beyond 40 characters, `.length`.
    package init(_ text: String) throws(IdentifierError) {
        let text = Normalised.identifier(text)
        guard !text.isEmpty else { throw .empty }
        guard !ExcelRounding.isScientific(text) else { throw .roundedByExcel }
        guard text.count <= 40 else { throw .length(expected: 22, found: text.count) }
        self.text = text
        if let number = try? CertificateNumber(text), number.skillLevel != nil {
            (pattern, level) = (.skillLevel22, number.skillLevel)
        } else if text.count == 16, text.allSatisfy({ $0.digit != nil }) {
            let character = text[text.index(text.startIndex, offsetBy: 10)]
            (pattern, level) = (.qualification16, LevelCharacters.level(of: character))
        } else {
            (pattern, level) = (.unknown, nil)
        }
    }
}

extension PriorCertificateNumber: CustomStringConvertible {
    package var description: String { text }
}

extension PriorCertificateNumber: TextIdentifier {}
