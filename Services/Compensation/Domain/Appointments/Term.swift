import Kernel

/// The days an appointment lasts, both included.
package struct Term: Hashable, Codable, Sendable {
    package let from: LocalDate
    package let through: LocalDate

    /// A term, or nil where it would end before it begins.
    package init?(from: LocalDate, through: LocalDate) {
        guard from <= through else { return nil }
        self.from = from
        self.through = through
    }

    /// A term of so many years, or nil where that is none.
    ///
    /// 民法典第202条: it ends at the day that corresponds, or with the last of that month where it has none. The first day of
    /// an appointment is worked and counts, so the corresponding day is the first after it: 2027-03-01 for a year ends with
    /// 29 February 2028; 29 February 2028 for a year ends with 28 February 2029.
    package init?(from: LocalDate, years: Int) {
        guard years > 0 else { return nil }
        let corresponding = from.adding(years: years)
        self.init(from: from, through: corresponding.day == from.day ? corresponding.adding(days: -1) : corresponding)
    }

    /// Whether a day lies in the term.
    package func contains(_ day: LocalDate) -> Bool { from <= day && day <= through }

    /// Whether the two have a day in common.
    package func overlaps(_ other: Term) -> Bool { from <= other.through && other.from <= through }
}
