import Kernel

/// How numbers are put together (证书编码规则): whose numbers are given here, and which character each level has.
///
/// 13 characters of the agency code, two of the year of issue, one of the level, six of the running number. Numbers are given
/// by the document in force on the day they are given, and stay what they are when another one follows.
package struct NumberScheme: DatedDocument {
    package static let kind = ConfigurationKind.numbering

    /// The policy document it rests on, with its date.
    package let basis: String
    package let inForceFrom: LocalDate
    /// The parts in their order; left out, or as the national rule has them (人社鉴发〔2019〕2号).
    package let segments: [NumberSegment]?
    /// Whose numbers are given here; anybody's where it is left out.
    package let agencies: NumberAgencies?
    /// The running numbers given here; 1 to 999999 where it is left out.
    package let serials: NumberSerials?
    /// The character of each level in position 16, by the level's name: a digit or a capital letter, none twice.
    package let levelCharacters: [String: String]

    package init(
        basis: String,
        inForceFrom: LocalDate,
        segments: [NumberSegment]? = nil,
        agencies: NumberAgencies? = nil,
        serials: NumberSerials? = nil,
        levelCharacters: [String: String]
    ) {
        self.basis = basis
        self.inForceFrom = inForceFrom
        self.segments = segments
        self.agencies = agencies
        self.serials = serials
        self.levelCharacters = levelCharacters
    }

    /// The running numbers given here.
    package var range: ClosedRange<Int> { serials?.range ?? 1...NumberSeries.capacity }

    /// The character of a level; nil where the document has none.
    package func character(of level: SkillLevel) -> Character? { levelCharacters[level.rawValue]?.first }

    /// The series in which numbers of a level are given in a year.
    ///
    /// - Throws: ``NumberRejection`` where the agency's numbers are not given here, or the level has no character.
    package func series(
        agency: AgencyCode,
        level: SkillLevel,
        year: Int
    ) throws(NumberRejection) -> NumberSeries {
        guard agencies?.include(agency) ?? true else { throw .agencyOutsideScheme(agency) }
        guard let character = character(of: level) else { throw .levelWithoutCharacter(level) }
        return NumberSeries(agency: agency, year: year, level: character)
    }
}
