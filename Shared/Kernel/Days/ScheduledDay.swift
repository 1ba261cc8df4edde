/// A day the State Council's arrangement names: off for a holiday, or worked to make up for one.
package struct ScheduledDay: Hashable, Codable, Sendable {
    /// The day.
    package let date: LocalDate
    /// True for a make-up day, false for a day off.
    package let isWorking: Bool
    /// The holiday, like "国庆节".
    package let name: String

    /// A day of an arrangement.
    package init(date: LocalDate, isWorking: Bool, name: String) {
        self.date = date
        self.isWorking = isWorking
        self.name = name
    }
}
