import Kernel
import Testing

@Suite("The clock, whatever the calendar")
struct CalendarProperties {
    /// SplitMix64: the same every time for a seed, so that a failure can be looked at again.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// A year of any weekends worked and any days off, as no State Council would arrange it.
    private static func calendar(_ random: inout Seeded) -> (documents: [CalendarDocument], calendar: WorkingCalendar) {
        let documents = (2027...2029).filter { _ in Int.random(in: 0..<4, using: &random) > 0 }.map { year in
            let first = CalendarProperties.number(of: year)
            let numbers = Set(
                (0..<Int.random(in: 1...60, using: &random)).map { _ in Int.random(in: 0..<365, using: &random) }
            )
            let days = numbers.sorted().map { number in
                let date = LocalDate(dayNumber: first + number)
                return ScheduledDay(
                    date: date,
                    isWorking: date.weekday.isWeekend && Bool.random(using: &random),
                    name: "假"
                )
            }
            return CalendarDocument(year: year, days: days)
        }
        return (documents, WorkingCalendar(documents: documents, version: "random"))
    }

    private static func number(of year: Int) -> Int { LocalDate(year: year, month: 1, day: 1)?.dayNumber ?? 0 }

    private static func published(_ random: inout Seeded) -> LocalDate {
        LocalDate(dayNumber: Int.random(in: number(of: 2026)..<number(of: 2031), using: &random))
    }

    @Test("ends no earlier for a later publication or for more days", arguments: 0..<40 as Range<UInt64>)
    func monotone(seed: UInt64) {
        var random = Seeded(state: seed)
        let calendar = Self.calendar(&random).calendar
        for _ in 0..<200 {
            let published = Self.published(&random)
            let days = Int.random(in: 1...40, using: &random)
            let end = calendar.lastDay(published: published, workingDays: days).lastDay
            let later = calendar.lastDay(published: published.adding(days: 1), workingDays: days).lastDay
            let more = calendar.lastDay(published: published, workingDays: days + 1).lastDay
            #expect(later >= end && more > end && end > published, "\(published) \(days)")
        }
    }

    @Test("ends no earlier for one more day off", arguments: 0..<40 as Range<UInt64>)
    func dayOff(seed: UInt64) {
        var random = Seeded(state: seed)
        let (documents, calendar) = Self.calendar(&random)
        guard let document = documents.randomElement(using: &random) else { return }
        for _ in 0..<10 {
            let date = LocalDate(dayNumber: Self.number(of: document.year) + Int.random(in: 0..<365, using: &random))
            let days =
                document.days.filter { $0.date != date } + [ScheduledDay(date: date, isWorking: false, name: "假")]
            let others = documents.filter { $0.year != document.year }
            let changed = WorkingCalendar(
                documents: others + [CalendarDocument(year: document.year, days: days)],
                version: "changed"
            )
            for offset in -30...3 {
                let published = date.adding(days: offset)
                let before = calendar.lastDay(published: published, workingDays: 7).lastDay
                let after = changed.lastDay(published: published, workingDays: 7).lastDay
                #expect(after >= before, "\(published), \(date) off")
            }
        }
    }

    @Test("gives receipts that add up to their end", arguments: 0..<40 as Range<UInt64>)
    func receipts(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let calendar = Self.calendar(&random).calendar
        for _ in 0..<50 {
            let published = Self.published(&random)
            let required = Int.random(in: 1...40, using: &random)
            let period = calendar.period(published: published, workingDays: required)
            #expect(period.days.first?.date == published.adding(days: 1))
            #expect(period.days.last?.date == period.lastDay)
            #expect(period.days.last?.isWorking == true)
            #expect(period.days.map(\.date.dayNumber) == Array(published.dayNumber + 1...period.lastDay.dayNumber))
            #expect(period.days.count(where: \.isWorking) == required)
            #expect((period.authority == .official) == period.days.allSatisfy { $0.authority == .official })
            #expect(calendar.workingDays(after: published, through: period.lastDay) == required)
            for day in period.days {
                switch day.reason {
                case .weekday, .makeUpDay: #expect(day.isWorking)
                case .weekend, .stateCouncilOff, .statutoryHoliday, .compensation: #expect(!day.isWorking)
                }
            }
        }
    }

    @Test(
        "answers beyond its table as within it",
        arguments: [("1949-12-20", 9), ("2056-12-20", 30), ("2005-12-20", 400), ("2100-12-20", 7)]
    )
    func beyond(published: String, days: Int) throws {
        let calendar = try WorkingCalendar.initial()
        let period = calendar.period(published: try day(published), workingDays: days)
        #expect(period.days.count(where: \.isWorking) == days)
        #expect(period.authority == .provisional)
        #expect(calendar.workingDays(after: try day(published), through: period.lastDay) == days)
    }
}
