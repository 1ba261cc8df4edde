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
    /// What was accepted beyond the general filing, and why; nil where nothing was.
    package let scope: ScopeDecision?

    /// A receipt given on a day.
    package init(
        number: ReceiptNumber,
        authority: String,
        agencyCode: AgencyCode,
        term: Term,
        on: LocalDate,
        scope: ScopeDecision? = nil
    ) {
        self.number = number
        self.authority = authority
        self.agencyCode = agencyCode
        self.term = term
        self.on = on
        self.scope = scope
    }
}

/// That an officer accepted occupations the general filing does not carry at level 高级技师.
package struct ScopeDecision: Hashable, Sendable, Codable {
    package let outside: [OutsideScope]
    /// Why they were accepted all the same.
    package let reason: String

    /// A decision with its reason.
    package init(outside: [OutsideScope], reason: String) {
        self.outside = outside
        self.reason = reason
    }
}

/// What happens to occupations outside the general filing; configuration of the city.
package enum ScopeRule: String, CaseIterable, Codable, Sendable {
    /// The officer sees them and decides, with a reason.
    case officerDecides = "officer-decides"
    /// They are refused from the submission on.
    case strict
}
