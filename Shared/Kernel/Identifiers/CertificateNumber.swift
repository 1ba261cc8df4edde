/// A certificate number of 22 characters (人社鉴发〔2019〕2号; 特级技师证书编码规则).
///
/// Agency code 13, year 2, level 1, running number 6. It has no check character, so only the register can tell whether it was given.
package struct CertificateNumber: Hashable, Sendable {
    /// The body that evaluated and issued.
    package let agency: AgencyCode
    /// The year of issue, 2000 to 2099.
    package let year: Int
    /// The level character, "1" to "5" or a capital letter ("T" is 特级技师), but not I or O.
    package let level: Character
    /// The running number of the agency, year and level, 1 to 999999.
    package let sequence: Int

    /// Puts a number together; throws what is out of bounds.
    package init(agency: AgencyCode, year: Int, level: Character, sequence: Int) throws(IdentifierError) {
        guard (2000...2099).contains(year) else { throw .year(year) }
        guard LevelCharacters.isReadable(level) else { throw .level(level) }
        guard (1...999_999).contains(sequence) else { throw .sequence(sequence) }
        self.agency = agency
        self.year = year
        self.level = level
        self.sequence = sequence
    }

    /// Reads a number as people type it; throws what is wrong with it.
    package init(_ text: String) throws(IdentifierError) {
        if let number = Self.exact(Array(text.utf8)) {
            self = number
            return
        }
        let characters = Array(Normalised.identifier(text))
        guard !characters.isEmpty else { throw .empty }
        guard !ExcelRounding.isScientific(String(characters)) else { throw .roundedByExcel }
        guard characters.count == 22 else { throw .length(expected: 22, found: characters.count) }
        let agency = try AgencyCode(String(characters[..<13]))
        var digits: [Int: Int] = [:]
        for index in 13..<22 where index != 15 {
            guard let digit = characters[index].digit else { throw .character(at: index + 1) }
            digits[index] = digit
        }
        func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + (digits[$1] ?? 0) } }
        try self.init(
            agency: agency,
            year: 2000 + number(13..<15),
            level: characters[15],
            sequence: number(16..<22)
        )
    }

    /// Reads a number that stands in its one form already, as nearly all do; nil for any other text, whatever is wrong with it.
    private static func exact(_ text: [UInt8]) -> CertificateNumber? {
        guard text.count == 22, let agency = AgencyCode(exact: text[..<13]), text[15] < 0x80 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var number = 0
            for digit in text[range] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
                number = number * 10 + Int(digit - UInt8(ascii: "0"))
            }
            return number
        }
        guard let year = number(13..<15), let sequence = number(16..<22) else { return nil }
        let level = Character(Unicode.Scalar(text[15]))
        return try? CertificateNumber(agency: agency, year: 2000 + year, level: level, sequence: sequence)
    }

    /// The 22 characters.
    package var text: String {
        "\(agency)\(String(year).suffix(2))\(level)\(String(1_000_000 + sequence).dropFirst())"
    }

    /// The character a level has in numbers given on a day.
    package static func levelCharacter(of level: SkillLevel, on date: LocalDate) -> Character {
        LevelCharacters.character(of: level, on: date)
    }

    /// The level its character stands for; nil for a letter that only a dated document knows.
    package var skillLevel: SkillLevel? { LevelCharacters.level(of: level) }

    /// The level a character stands for wherever it is used; nil where that is not fixed.
    package static func fixedLevel(of character: Character) -> SkillLevel? { LevelCharacters.level(of: character) }
}

extension CertificateNumber: CustomStringConvertible {
    package var description: String { text }
}

extension CertificateNumber: TextIdentifier {}
