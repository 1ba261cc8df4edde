import Kernel

/// The clock as anybody would write it first: an array of days, walked from one to the next.
struct DayLoop {
    private let first: Int
    private let isWorking: [Bool]
    private let isOfficial: [Bool]

    init(of calendar: WorkingCalendar, from: Int, through: Int) {
        first = LocalDate(year: from, month: 1, day: 1)?.dayNumber ?? 0
        let last = LocalDate(year: through, month: 12, day: 31)?.dayNumber ?? 0
        let days = (first...last).map { calendar.day(LocalDate(dayNumber: $0)) }
        isWorking = days.map(\.isWorking)
        isOfficial = days.map { $0.authority == .official }
    }

    func lastDay(
        published: LocalDate,
        workingDays: Int
    ) -> (lastDay: LocalDate, authority: WorkingCalendar.Authority) {
        var missing = workingDays
        var index = published.dayNumber - first
        var authority = WorkingCalendar.Authority.official
        while missing > 0 {
            index += 1
            if isWorking[index] { missing -= 1 }
            if !isOfficial[index] { authority = .provisional }
        }
        return (LocalDate(dayNumber: first + index), authority)
    }
}
