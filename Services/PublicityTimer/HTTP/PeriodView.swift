import Foundation
import Kernel
import PublicityTimerDomain

/// A period with the reasons for it: the rule in words and the strip of days.
struct PeriodView: Encodable {
    let requiredDays: Int
    /// Working days added for days on which the list could not be seen.
    let extraDays: Int
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
        extraDays = period.extraDays
        publishedOn = period.publishedOn
        lastDay = period.lastDay
        endsAt = period.endsAt
        authority = period.authority
        waitsForCalendar = period.authority == .provisional
        calendarVersion = period.calendarVersion
        rule = period.chinese
        days = period.days.map(DayView.init)
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
    /// The State Council's paper it rests on, in words.
    let document: String?

    init(
        date: LocalDate,
        counts: Bool,
        number: Int?,
        reason: String,
        authority: WorkingCalendar.Authority,
        document: CalendarDocument.Reference?
    ) {
        self.date = date
        weekday = date.weekday.chinese
        self.counts = counts
        self.number = number
        self.reason = reason
        self.authority = authority
        self.document = document?.chinese
    }

    /// A day of a notice's period.
    init(_ day: PublicityPeriod.Day) {
        self.init(
            date: day.date,
            counts: day.number != nil,
            number: day.number,
            reason: day.isKept ? "\(day.reason.chinese),原定截止日不提前" : day.reason.chinese,
            authority: day.authority,
            document: day.document
        )
    }
}
