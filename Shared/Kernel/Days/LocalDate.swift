import Foundation

/// A day in Asia/Shanghai, held as a number of days since 1970-01-01.
///
/// A day is not an instant: periods of law are counted on this type, and only their edges become a ``Foundation/Date``.
/// Every value lies in the years 1 to 9999, so that text and arithmetic are total.
package struct LocalDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before it.
    package let dayNumber: Int

    /// The first day there is, 0001-01-01.
    package static let earliest = LocalDate(dayNumber: -719_162)
    /// The last day there is, 9999-12-31.
    package static let latest = LocalDate(dayNumber: 2_932_896)

    /// The day of that number; numbers outside the years 1 to 9999 give the nearest day inside.
    package init(dayNumber: Int) {
        self.dayNumber = min(max(dayNumber, -719_162), 2_932_896)
    }

    /// The day of the civil calendar, or nil where there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilCalendar.length(ofMonth: month, year: year)
        else { return nil }
        dayNumber = CivilCalendar.dayNumber(year: year, month: month, day: day)
    }

    /// The Shanghai (+08:00) day in which an instant lies.
    package init(in instant: Date) {
        let days = ((instant.timeIntervalSince1970 + Self.offset) / Self.secondsPerDay).rounded(.down)
        self.init(dayNumber: days.isNaN ? 0 : Int(min(max(days, -719_162), 2_932_896)))
    }

    /// The year, 1 to 9999.
    package var year: Int { CivilCalendar.date(ofDayNumber: dayNumber).year }
    /// The month, 1 to 12.
    package var month: Int { CivilCalendar.date(ofDayNumber: dayNumber).month }
    /// The day of the month, 1 to 31.
    package var day: Int { CivilCalendar.date(ofDayNumber: dayNumber).day }
    /// The day of the week.
    package var weekday: Weekday { CivilCalendar.weekday(ofDayNumber: dayNumber) }

    /// 00:00 of the day in Asia/Shanghai.
    package var start: Date {
        Date(timeIntervalSince1970: Double(dayNumber) * Self.secondsPerDay - Self.offset)
    }

    /// 24:00 of the day in Asia/Shanghai, which is 00:00 of the next.
    package var end: Date { start.addingTimeInterval(Self.secondsPerDay) }

    package static func < (left: LocalDate, right: LocalDate) -> Bool { left.dayNumber < right.dayNumber }

    /// China keeps +08:00 the whole year; the summer times of 1986 to 1991 are left out on purpose.
    private static let offset = 8.0 * 3600
    private static let secondsPerDay = 86_400.0
}
