import Foundation
import Kernel
import Testing

@Suite("The statutory clock")
struct StatutoryPeriods {
    struct Row: CustomTestStringConvertible, Sendable {
        let published: String
        let lastDay: String
        /// The five days that count.
        let counted: String
        var authority = WorkingCalendar.Authority.official
        var testDescription: String { "\(published) → \(lastDay)" }
    }

    static let table = [
        Row(published: "2020-12-07", lastDay: "2020-12-14", counted: "12-08 12-09 12-10 12-11 12-14"),
        Row(published: "2026-01-01", lastDay: "2026-01-08", counted: "01-04 01-05 01-06 01-07 01-08"),
        Row(published: "2026-02-09", lastDay: "2026-02-14", counted: "02-10 02-11 02-12 02-13 02-14"),
        Row(published: "2026-02-12", lastDay: "2026-02-26", counted: "02-13 02-14 02-24 02-25 02-26"),
        Row(published: "2026-02-14", lastDay: "2026-02-28", counted: "02-24 02-25 02-26 02-27 02-28"),
        Row(published: "2026-04-02", lastDay: "2026-04-10", counted: "04-03 04-07 04-08 04-09 04-10"),
        Row(published: "2026-04-29", lastDay: "2026-05-09", counted: "04-30 05-06 05-07 05-08 05-09"),
        Row(published: "2026-06-15", lastDay: "2026-06-23", counted: "06-16 06-17 06-18 06-22 06-23"),
        Row(published: "2026-09-18", lastDay: "2026-09-24", counted: "09-20 09-21 09-22 09-23 09-24"),
        Row(published: "2026-09-21", lastDay: "2026-09-29", counted: "09-22 09-23 09-24 09-28 09-29"),
        Row(published: "2026-09-30", lastDay: "2026-10-13", counted: "10-08 10-09 10-10 10-12 10-13"),
        Row(published: "2026-11-22", lastDay: "2026-11-27", counted: "11-23 11-24 11-25 11-26 11-27"),
        Row(published: "2026-11-23", lastDay: "2026-11-30", counted: "11-24 11-25 11-26 11-27 11-30"),
        Row(
            published: "2026-12-24",
            lastDay: "2026-12-31",
            counted: "12-25 12-28 12-29 12-30 12-31",
            authority: .provisional
        ),
        Row(
            published: "2026-12-25",
            lastDay: "2027-01-04",
            counted: "12-28 12-29 12-30 12-31 01-04",
            authority: .provisional
        ),
        Row(published: "2022-12-28", lastDay: "2023-01-05", counted: "12-29 12-30 01-03 01-04 01-05"),
        Row(published: "2020-01-20", lastDay: "2020-02-04", counted: "01-21 01-22 01-23 02-03 02-04"),
        Row(published: "2025-01-24", lastDay: "2025-02-07", counted: "01-26 01-27 02-05 02-06 02-07"),
    ]

    @Test("counts five working days as the State Council arranged them", arguments: table)
    func counts(_ row: Row) throws {
        let period = try WorkingCalendar.initial().period(published: day(row.published), workingDays: 5)
        #expect(period.lastDay == (try day(row.lastDay)))
        #expect(
            period.days.filter(\.isWorking).map { $0.date.description.dropFirst(5) }.joined(separator: " ")
                == row.counted
        )
        #expect(period.authority == row.authority)
        #expect(period.required == 5)
    }

    @Test("lists every day after publication up to the last, in order")
    func listsDays() throws {
        let period = try WorkingCalendar.initial().period(published: day("2026-09-30"), workingDays: 5)
        #expect(
            period.days.map(\.date.dayNumber) == Array(try day("2026-10-01").dayNumber...day("2026-10-13").dayNumber)
        )
    }

    @Test("ends at 24:00 Asia/Shanghai of the last day")
    func endsAtMidnight() throws {
        let period = try WorkingCalendar.initial().period(published: day("2026-09-30"), workingDays: 5)
        // 2026-10-13T16:00:00Z
        #expect(period.end.timeIntervalSince1970 == 1_791_907_200)
    }

    @Test("takes fewer than one working day as one", arguments: [1, 0, -1, .min])
    func atLeastOne(days: Int) throws {
        let period = try WorkingCalendar.initial().period(published: day("2026-11-20"), workingDays: days)
        #expect(period.lastDay == (try day("2026-11-23")))
        #expect(period.required == 1)
    }

    @Test("ends with the calendar when no calendar can hold the period")
    func unholdable() throws {
        let found = try WorkingCalendar.initial().lastDay(published: day("9999-12-01"), workingDays: .max)
        #expect(found.lastDay == .latest)
        #expect(found.authority == .provisional)
    }

    @Test("counts backwards what it counted forwards", arguments: table)
    func countsBack(_ row: Row) throws {
        let calendar = try WorkingCalendar.initial()
        #expect(try calendar.workingDays(after: day(row.published), through: day(row.lastDay)) == 5)
        #expect(try calendar.workingDays(after: day(row.lastDay), through: day(row.published)) == 0)
    }

    @Test("answers the same for the last day alone, over twenty years")
    func sameAnswer() throws {
        let calendar = try WorkingCalendar.initial()
        for number in try day("2006-12-01").dayNumber...day("2027-02-01").dayNumber {
            let published = LocalDate(dayNumber: number)
            let period = calendar.period(published: published, workingDays: 7)
            let alone = calendar.lastDay(published: published, workingDays: 7)
            #expect(alone == (period.lastDay, period.authority))
            #expect(period.days.count(where: \.isWorking) == 7)
            #expect(period.days.last?.isWorking == true)
            #expect((period.authority == .official) == period.days.allSatisfy { $0.authority == .official })
        }
    }
}
