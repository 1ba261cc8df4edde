import Foundation

extension WorkingCalendar {
    /// A period of working days, with each day that was counted or skipped.
    package struct Period: Hashable, Sendable {
        /// The day it was made public, which does not count.
        package let published: LocalDate
        /// How many working days were asked for.
        package let required: Int
        /// The working day with whose end the period ends.
        package let lastDay: LocalDate
        /// Provisional when any day after publication up to the last is.
        package let authority: Authority
        /// Every day after publication up to the last, in order.
        package let days: [Day]
        /// 24:00 of the last day, Asia/Shanghai.
        package var end: Date { lastDay.end }
    }

    /// The period of so many working days after a publication.
    ///
    /// 民法典第201条 (the first day does not count) and 第203条 (the last day ends at 24:00); fewer than 1 working day counts as 1.
    package func period(published: LocalDate, workingDays: Int) -> Period {
        let required = max(1, workingDays)
        let (lastDay, authority) = lastDay(published: published, workingDays: required)
        let days = stride(from: published.dayNumber + 1, through: lastDay.dayNumber, by: 1)
            .map { day(LocalDate(dayNumber: $0)) }
        return Period(published: published, required: required, lastDay: lastDay, authority: authority, days: days)
    }

    /// The last day of such a period and its authority alone, for who asks for many.
    package func lastDay(published: LocalDate, workingDays: Int) -> (lastDay: LocalDate, authority: Authority) {
        let required = max(1, workingDays)
        if let found = table.lastDay(published: published.dayNumber, workingDays: required) {
            return (LocalDate(dayNumber: found.dayNumber), found.isOfficial ? .official : .provisional)
        }
        return countedLastDay(published: published, workingDays: required)
    }

    /// How many working days lie after the one day and up to the other, which counts; 0 when it is not later.
    package func workingDays(after first: LocalDate, through last: LocalDate) -> Int {
        guard first < last else { return 0 }
        if let found = table.workingDays(after: first.dayNumber, through: last.dayNumber) { return found }
        var days = Days(of: self)
        return (first.dayNumber + 1...last.dayNumber).count { days.isWorking($0) }
    }

    /// The same day by day, for periods that reach beyond the table.
    private func countedLastDay(published: LocalDate, workingDays: Int) -> (lastDay: LocalDate, authority: Authority) {
        var days = Days(of: self)
        var missing = workingDays
        var number = published.dayNumber
        var authority = Authority.official
        // The end of time ends the loop for periods that no calendar can hold.
        while missing > 0, number < LocalDate.latest.dayNumber {
            number += 1
            if days.isWorking(number) { missing -= 1 }
            if table.isProvisional(number) { authority = .provisional }
        }
        return (LocalDate(dayNumber: number), authority)
    }

    /// Day after day; the law of a year outside the table is looked up once.
    private struct Days {
        private let table: Table
        private var year = 1..<1
        private var off: [Int: Reason] = [:]

        init(of calendar: WorkingCalendar) { table = calendar.table }

        mutating func isWorking(_ number: Int) -> Bool {
            if let known = table.isWorking(number) { return known }
            if !year.contains(number) {
                let date = LocalDate(dayNumber: number)
                let start = CivilCalendar.dayNumber(year: date.year, month: 1, day: 1)
                year = start..<CivilCalendar.dayNumber(year: date.year + 1, month: 1, day: 1)
                off = StatutoryHolidays.daysOff(of: date.year, isCompensated: true)
            }
            return !CivilCalendar.weekday(ofDayNumber: number).isWeekend && off[number] == nil
        }
    }
}
