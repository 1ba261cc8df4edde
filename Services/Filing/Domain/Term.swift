import Kernel

/// The days a filing is in force, both ends included.
package struct Term: Hashable, Sendable, Codable {
    package let from: LocalDate
    package let through: LocalDate

    /// A term, or nil where it would end before it begins.
    package init?(from: LocalDate, through: LocalDate) {
        guard from <= through else { return nil }
        self.from = from
        self.through = through
    }

    /// Whether some day lies in both.
    package func overlaps(_ other: Term) -> Bool { from <= other.through && other.from <= through }

    /// Whether the filing is in force on that day.
    package func contains(_ day: LocalDate) -> Bool { from <= day && day <= through }
}
