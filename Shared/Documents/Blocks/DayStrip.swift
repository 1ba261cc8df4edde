/// A row of small boxes, one for each day of a period, that shows which days count and why others do not.
package struct DayStrip: Hashable, Sendable {
    package var days: [DayBox]
    /// Words for the kinds of boxes below the strip, for those that occur.
    package var hasLegend: Bool

    /// Makes a strip.
    package init(_ days: [DayBox], hasLegend: Bool = true) {
        self.days = days
        self.hasLegend = hasLegend
    }
}

/// One day of a `DayStrip`.
package struct DayBox: Hashable, Sendable {
    /// As it is to be read: `2月14日`.
    package var date: String
    /// `周六`.
    package var weekday: String
    /// The number of the counted day, or why it is skipped: `3`, `春节`.
    package var mark: String
    package var kind: Kind

    /// Makes a box.
    package init(date: String, weekday: String, mark: String, kind: Kind) {
        self.date = date
        self.weekday = weekday
        self.mark = mark
        self.kind = kind
    }

    /// How a day is drawn; every kind can be told apart without colour.
    package enum Kind: Hashable, Sendable, CaseIterable {
        /// The day it begins, which is not counted: framed twice.
        case start
        /// A working day that counts: filled.
        case counted
        /// A day off that counts because it is worked (调休上班): filled, with a heavy frame.
        case makeUp
        /// Not counted: empty, with a stroke through it.
        case skipped
    }
}
