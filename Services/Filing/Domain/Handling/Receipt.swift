import Kernel

/// The number of a receipt (回执), `滨特备〔2026〕0001号`.
package struct ReceiptNumber: Hashable, Sendable, Codable {
    /// The authority's word, 滨特备.
    package let word: String
    package let year: Int
    /// The running number within the year, from 1; without gaps.
    package let sequence: Int

    /// A number of a year's row.
    package init(word: String, year: Int, sequence: Int) {
        self.word = word
        self.year = year
        self.sequence = sequence
    }

    /// The number as printed, the running number with at least four digits.
    package var text: String {
        let digits = String(sequence)
        return "\(word)〔\(year)〕\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)号"
    }
}

/// The receipt of an accepted special-grade filing.
package struct Receipt: Hashable, Sendable, Codable {
    package let number: ReceiptNumber
    /// The office that accepted.
    package let authority: String
    /// The agency code and term of the general filing it rests on, as they were that day.
    package let agencyCode: AgencyCode
    package let term: Term
    /// The day of acceptance.
    package let on: LocalDate

    /// A receipt given on a day.
    package init(number: ReceiptNumber, authority: String, agencyCode: AgencyCode, term: Term, on: LocalDate) {
        self.number = number
        self.authority = authority
        self.agencyCode = agencyCode
        self.term = term
        self.on = on
    }
}
