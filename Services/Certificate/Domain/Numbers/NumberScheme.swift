import Kernel

/// How numbers are put together (证书编码规则): which character each level has.
///
/// 13 characters of the agency code, two of the year of issue, one of the level, six of the running number.
package struct NumberScheme: DatedDocument {
    package static let kind = ConfigurationKind.numbering

    /// The policy document it rests on, with its date.
    package let basis: String
    package let inForceFrom: LocalDate
    /// The character of each level in position 16, by the level's name: a digit or a capital letter, none twice.
    package let levelCharacters: [String: String]

    package var problems: [FieldProblem] { [] }
}
