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

    /// Whether a day lies in the term.
    package func contains(_ day: LocalDate) -> Bool { from <= day && day <= through }

    /// Whether the two have a day in common.
    package func overlaps(_ other: Term) -> Bool { from <= other.through && other.from <= through }
}
