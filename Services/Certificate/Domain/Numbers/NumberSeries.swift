import Kernel

/// The numbers of one agency, year and level, which run from 000001 without a gap.
package struct NumberSeries: Hashable, Sendable {
    package let agency: AgencyCode
    /// The year the numbers are given in (核发年份).
    package let year: Int
    /// The character of the level in numbers given that day, `T` for 特级技师.
    package let level: Character

    /// The most a series can hold; six digits.
    package static let capacity = 999_999

    /// The series in which numbers of a level are given on a day, in Shanghai.
    package init(agency: AgencyCode, level: SkillLevel, on day: LocalDate) {
        self.agency = agency
        year = day.year
        self.level = CertificateNumber.levelCharacter(of: level, on: day)
    }

    /// The numbers up to and with `last`, `count` of them.
    ///
    /// - Throws: ``Exhausted`` when the series has no room for them.
    package func numbers(_ count: Int, through last: Int) throws -> [CertificateNumber] {
        guard last <= Self.capacity else { throw Exhausted(series: self) }
        guard count > 0, last >= count else { return [] }
        return try (last - count + 1...last).map {
            try CertificateNumber(agency: agency, year: year, level: level, sequence: $0)
        }
    }

    /// All numbers of the year are given.
    package struct Exhausted: Rejection, Hashable {
        let series: NumberSeries

        package var code: String { "certificate.numbers-exhausted" }
        package var arguments: [String: String] { ["agency": series.agency.text, "year": String(series.year)] }
    }
}
