import Foundation
import Kernel
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// The working-day calendar, for everyone.
    var calendarRoutes: [Route] {
        [
            Route("GET /calendar/days") { [calendars] call, tx in
                let calendar = try calendars.current(in: tx)
                let from = try call.day("from")
                let through = try call.day("to")
                guard from <= through, from.days(until: through) < CalendarAnswer.mostDays else {
                    throw InvalidInput(
                        field: "to",
                        code: "publicity-timer.range",
                        arguments: ["most": String(CalendarAnswer.mostDays)]
                    )
                }
                let days = (from.dayNumber...through.dayNumber).map { calendar.day(LocalDate(dayNumber: $0)) }
                return try .ok(CalendarAnswer(calendarVersion: calendar.version, days: days.map(DayView.init)))
            },
            Route("GET /calendar/deadline") { [calendars] call, tx in
                let calendar = try calendars.current(in: tx)
                let published = try call.day("published")
                guard let days = call.query("days").flatMap({ Int($0) }), (1...PublicityPeriod.mostDays).contains(days)
                else {
                    throw InvalidInput(
                        field: "days",
                        code: "publicity-timer.days",
                        arguments: ["most": String(PublicityPeriod.mostDays)]
                    )
                }
                let period = calendar.period(published: published, workingDays: days)
                return try .ok(DeadlineAnswer(period, calendarVersion: calendar.version))
            },
            Route("GET /calendar/documents") { [calendars] _, tx in
                let calendar = try calendars.current(in: tx)
                return try .ok(DocumentsAnswer(calendarVersion: calendar.version, documents: calendar.documents))
            },
            Route("POST /calendar/documents") { [self] call, tx in try importDocuments(call, tx) },
            Route("GET /calendar/reckonings") { [reckonings] _, tx in
                try .page(reckonings.all(in: tx), next: nil)
            },
        ]
    }
}

/// Some days of the calendar.
struct CalendarAnswer: Encodable {
    /// So many days are told at once: a year and a month.
    static let mostDays = 400

    let calendarVersion: String
    let days: [DayView]
}

/// The end of a period of working days, whatever it is for.
struct DeadlineAnswer: Encodable {
    let published: LocalDate
    let workingDays: Int
    let lastDay: LocalDate
    let endsAt: Date
    let authority: WorkingCalendar.Authority
    let calendarVersion: String
    let days: [DayView]

    init(_ period: WorkingCalendar.Period, calendarVersion: String) {
        published = period.published
        workingDays = period.required
        lastDay = period.lastDay
        endsAt = period.end
        authority = period.authority
        self.calendarVersion = calendarVersion
        var counted = 0
        days = period.days.map { day in
            if day.isWorking { counted += 1 }
            return DayView(day, number: day.isWorking ? counted : nil)
        }
    }
}

extension DayView {
    /// A day of the calendar by itself.
    init(_ day: WorkingCalendar.Day) { self.init(day, number: nil) }

    init(_ day: WorkingCalendar.Day, number: Int?) {
        self.init(
            date: day.date,
            counts: day.isWorking,
            number: number,
            reason: day.reason.chinese,
            authority: day.authority,
            document: day.document
        )
    }
}

extension Call {
    /// The day in a query parameter.
    fileprivate func day(_ name: String) throws -> LocalDate {
        guard let day = query(name).flatMap({ LocalDate($0) }) else {
            throw InvalidInput(field: name, code: "publicity-timer.day")
        }
        return day
    }
}
