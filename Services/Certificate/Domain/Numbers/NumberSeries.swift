import Kernel

/// The numbers of one agency, year and level; its text is what they all begin with.
package struct NumberSeries: Hashable, Sendable {
    package let agency: AgencyCode
    /// The year of issue (核发年份).
    package let year: Int
    /// The character of the level, `T` for 特级技师.
    package let level: Character

    /// The most a series can hold; six digits.
    package static let capacity = 999_999

    package init(agency: AgencyCode, year: Int, level: Character) {
        self.agency = agency
        self.year = year
        self.level = level
    }

    /// The series a number is of.
    package init(of number: CertificateNumber) {
        self.init(agency: number.agency, year: number.year, level: number.level)
    }

    /// The 16 characters.
    package var text: String { "\(agency)\(String(year).suffix(2))\(level)" }

    /// The number with a running number.
    ///
    /// - Throws: `IdentifierError` for a running number outside 1 to 999999.
    package func number(_ serial: Int) throws(IdentifierError) -> CertificateNumber {
        try CertificateNumber(agency: agency, year: year, level: level, sequence: serial)
    }
}

extension NumberSeries: TextIdentifier {
    /// Reads the 16 characters.
    ///
    /// - Throws: `IdentifierError`.
    package init(_ text: String) throws(IdentifierError) {
        self.init(of: try CertificateNumber(text + "000001"))
    }
}
