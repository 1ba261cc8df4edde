import Kernel

/// A month of pay, `2026-11`.
package struct Month: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// Its first day.
    package let first: LocalDate

    /// The month a day lies in.
    package init(of day: LocalDate) { first = day.adding(days: 1 - day.day) }

    /// A month as it is written, or nil where it is none.
    package init?(_ text: String) {
        guard text.utf8.count == 7, let day = LocalDate(text + "-01") else { return nil }
        first = day
    }

    /// Its last day.
    package var last: LocalDate { next.first.adding(days: -1) }
    /// The month after it.
    package var next: Month { Month(of: first.adding(days: 31)) }
    /// The month before it.
    package var previous: Month { Month(of: first.adding(days: -1)) }

    package var description: String { String(first.description.prefix(7)) }

    package static func < (one: Month, other: Month) -> Bool { one.first < other.first }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let month = Month(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a month: \(text)")
        }
        self = month
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
