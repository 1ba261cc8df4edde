/// The statutory clock: which days are working days, and on how good an authority.
///
/// The State Council's yearly arrangement (off days and make-up days) is data; where it is not loaded, weekends and
/// 1 January count as off and every answer is provisional.
package struct WorkingCalendar: Sendable {
    /// The name of this set of data, as a notice prints it.
    package let version: String
    /// The years whose arrangement is loaded.
    package let years: Set<Int>

    private let names: [Int: String]
    private let firstDay: Int
    /// One entry a day from `firstDay` on, so that a deadline costs a few array reads.
    private let table: [Mark]

    /// A calendar of the days the State Council names; the last mention of a day wins.
    ///
    /// A year counts as loaded when a day of it before 25 December is named: its last week may be named by the next year's document alone.
    package init(days: [ScheduledDay], version: String) {
        self.version = version
        let years = Set(days.filter { !$0.date.isLateDecember }.map(\.date.year))
        self.years = years
        names = Dictionary(days.map { ($0.date.dayNumber, $0.name) }, uniquingKeysWith: { $1 })

        let edges = days.flatMap { [$0.date.year, $0.date.year] }
        guard let first = LocalDate(year: edges.min() ?? 0, month: 1, day: 1),
            let last = LocalDate(year: edges.max() ?? 0, month: 12, day: 31)
        else {
            (firstDay, table) = (0, [])
            return
        }
        firstDay = first.dayNumber
        var table = (first.dayNumber...last.dayNumber).map { number in
            let date = LocalDate(dayNumber: number)
            let isLoaded = years.contains(date.year) && (!date.isLateDecember || years.contains(date.year + 1))
            return Mark.unscheduled(number).with(isOfficial: isLoaded)
        }
        for day in days {
            table[day.date.dayNumber - first.dayNumber].schedule(isWorking: day.isWorking)
        }
        self.table = table
    }

    /// What one day is, and why.
    package func day(_ date: LocalDate) -> Day {
        let mark = mark(date.dayNumber)
        let reason: Reason =
            switch (mark.isScheduled, mark.isWorking) {
            case (true, true): .makeUpDay(name: names[date.dayNumber] ?? "")
            case (true, false): .stateCouncilOff(name: names[date.dayNumber] ?? "")
            case (false, true): .weekday
            case (false, false): date.weekday.isWeekend ? .weekend : .statutoryHoliday(name: "元旦")
            }
        return Day(date: date, isWorking: mark.isWorking, reason: reason, authority: mark.authority)
    }

    /// What the clock needs to know of a day, without its name.
    func mark(_ dayNumber: Int) -> Mark {
        let index = dayNumber - firstDay
        return table.indices.contains(index) ? table[index] : .unscheduled(dayNumber)
    }
}

extension LocalDate {
    /// Whether the next year's document can still change the day: 25 to 31 December.
    fileprivate var isLateDecember: Bool { month == 12 && day >= 25 }
}
