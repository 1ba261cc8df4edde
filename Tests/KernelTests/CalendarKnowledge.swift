import Kernel
import Testing

@Suite("What a calendar knows")
struct CalendarKnowledge {
    typealias Reason = WorkingCalendar.Reason

    @Test(
        "says why a day counts or not, and on what authority",
        arguments: [
            ("2026-10-09", true, Reason.weekday, WorkingCalendar.Authority.official),
            ("2026-10-10", true, .makeUpDay(name: "国庆节"), .official),
            ("2026-10-03", false, .stateCouncilOff(name: "国庆节"), .official),
            ("2026-10-11", false, .weekend, .official),
            ("2015-09-03", false, .stateCouncilOff(name: "抗战胜利70周年"), .official),
            ("2018-12-29", true, .makeUpDay(name: "元旦"), .official),
            ("2025-12-31", true, .weekday, .official),
            ("2026-12-24", true, .weekday, .official),
            ("2026-12-25", true, .weekday, .provisional),
            ("2026-12-27", false, .weekend, .provisional),
            ("2027-01-01", false, .statutoryHoliday(name: "元旦"), .provisional),
            ("2027-02-05", false, .statutoryHoliday(name: "春节"), .provisional),
            ("2027-02-09", false, .compensation(name: "春节"), .provisional),
            ("2027-02-10", false, .compensation(name: "春节"), .provisional),
            ("2027-02-11", true, .weekday, .provisional),
            ("2027-05-04", false, .compensation(name: "劳动节"), .provisional),
            ("2027-10-01", false, .statutoryHoliday(name: "国庆节"), .provisional),
            ("2031-10-01", false, .statutoryHoliday(name: "中秋节、国庆节"), .provisional),
            ("2006-12-29", true, .weekday, .provisional),
            ("2006-01-01", false, .statutoryHoliday(name: "元旦"), .provisional),
            ("2003-01-01", false, .statutoryHoliday(name: "元旦"), .provisional),
            ("0001-01-01", false, .statutoryHoliday(name: "元旦"), .provisional),
        ]
    )
    func explains(date: String, isWorking: Bool, reason: Reason, authority: WorkingCalendar.Authority) throws {
        let found = try WorkingCalendar.initial().day(day(date))
        #expect(found.isWorking == isWorking)
        #expect(found.reason == reason)
        #expect(found.authority == authority)
    }

    @Test("settles the last week of December once the next year's document is loaded")
    func nextYearSettles() throws {
        var days = try ScheduledDay.initial()
        days.append(ScheduledDay(date: try day("2027-01-01"), isWorking: false, name: "元旦"))
        days.append(ScheduledDay(date: try day("2026-12-31"), isWorking: false, name: "元旦"))
        let period = WorkingCalendar(days: days, version: "2027").period(
            published: try day("2026-12-24"),
            workingDays: 5
        )
        #expect(period.lastDay == (try day("2027-01-04")))
        #expect(period.authority == .official)
        #expect(period.days.first { $0.date.description == "2026-12-31" }?.reason == .stateCouncilOff(name: "元旦"))
    }

    @Test("does not take a year as loaded for its last week alone")
    func lastWeekIsNotAYear() throws {
        let named = ScheduledDay(date: try day("2029-12-31"), isWorking: false, name: "元旦")
        let calendar = WorkingCalendar(days: [named], version: "2030")
        #expect(calendar.years.isEmpty)
        #expect(try !calendar.day(day("2029-12-31")).isWorking)
        #expect(try calendar.day(day("2029-06-01")).authority == .provisional)
    }

    @Test("holds twenty loaded years")
    func years() throws {
        #expect(try WorkingCalendar.initial().years == Set(2007...2026))
        #expect(try WorkingCalendar.initial().version == "state-council-2007-2026")
    }
}
