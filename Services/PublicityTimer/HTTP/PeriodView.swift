import Foundation
import Kernel
import PublicityTimerDomain

/// A period with the reasons for it: the rule in words and the strip of days.
struct PeriodView: Encodable {
    let requiredDays: Int
    let publishedOn: LocalDate
    let lastDay: LocalDate
    let endsAt: Date
    let authority: WorkingCalendar.Authority
    /// Whether it does not complete until the State Council's arrangement of its days is loaded.
    let waitsForCalendar: Bool
    let calendarVersion: String
    let rule: String
    let days: [DayView]

    init(_ period: PublicityPeriod) {
        requiredDays = period.requiredDays
        publishedOn = period.publishedOn
        lastDay = period.lastDay
        endsAt = period.endsAt
        authority = period.authority
        waitsForCalendar = period.authority == .provisional
        calendarVersion = period.calendarVersion
        rule = period.chinese
        days = period.days.map { day in
            DayView(
                date: day.date,
                counts: day.number != nil,
                number: day.number,
                reason: day.reason,
                authority: day.authority
            )
        }
    }
}

/// One day of the working-day calendar.
struct DayView: Encodable {
    let date: LocalDate
    let weekday: String
    let counts: Bool
    /// Which counted day of a period it is, from 1.
    let number: Int?
    let reason: String
    let authority: WorkingCalendar.Authority

    init(
        date: LocalDate,
        counts: Bool,
        number: Int?,
        reason: WorkingCalendar.Reason,
        authority: WorkingCalendar.Authority
    ) {
        self.date = date
        weekday = date.weekday.chinese
        self.counts = counts
        self.number = number
        self.reason = reason.chinese
        self.authority = authority
    }
}
