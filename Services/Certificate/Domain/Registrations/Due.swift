import Kernel

/// By when the enterprise has to act.
package struct Due: Hashable, Sendable, Codable {
    /// The day it is counted from, which does not count (民法典第201条).
    package let from: LocalDate
    package let workingDays: Int
    /// The last day; it ends at 24:00.
    package let on: LocalDate
    /// The version of the calendar it was reckoned by.
    package let calendar: String

    /// So many working days after a day.
    package init(from: LocalDate, workingDays: Int, by calendar: WorkingCalendar) {
        self.from = from
        self.workingDays = workingDays
        on = calendar.lastDay(published: from, workingDays: workingDays).lastDay
        self.calendar = calendar.version
    }

    /// The same by another calendar.
    package func reckoned(by calendar: WorkingCalendar) -> Due {
        Due(from: from, workingDays: workingDays, by: calendar)
    }

    /// How many working days are left after today; below zero how many it is overdue.
    ///
    /// On the last day itself none is left, and it is not overdue.
    package func daysLeft(on today: LocalDate, by calendar: WorkingCalendar) -> Int {
        today <= on
            ? calendar.workingDays(after: today, through: on)
            : -max(1, calendar.workingDays(after: on, through: today))
    }
}
