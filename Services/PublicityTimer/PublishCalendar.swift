import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The calendar the service was built with is written down and announced, once, before the first notice rests on it.
///
/// Not at start: a service that has decided nothing has no history, and its clock can still be set to any day.
struct PublishCalendar {
    let calendar: WorkingCalendar
    let store: CalendarStore
    let journal: Journal
    let outbox: Outbox

    func callAsFunction(because cause: Cause, in tx: borrowing Transaction) throws {
        guard try !store.holds(calendar.version, in: tx) else { return }
        var edition = Stored<CalendarEdition>(new: NewID.v7())
        try edition.handle(.publish(name: calendar.version, days: calendar.scheduledDays))
        guard try store.insert(edition, in: tx) else { return }
        try journal.append(edition, of: "calendar", because: cause, in: tx)
        try outbox.announce(
            CalendarPublished(calendar: edition.id, version: calendar.version, years: calendar.years.sorted()),
            because: cause,
            in: tx
        )
    }
}

extension WorkingCalendar {
    /// The days its documents name, in order.
    fileprivate var scheduledDays: [ScheduledDay] {
        guard let first = years.min(), let last = years.max(), let from = LocalDate(year: first, month: 1, day: 1),
            let through = LocalDate(year: last, month: 12, day: 31)
        else { return [] }
        return (from.dayNumber...through.dayNumber).compactMap { number in
            let day = day(LocalDate(dayNumber: number))
            return switch day.reason {
            case .stateCouncilOff(let name), .makeUpDay(let name):
                ScheduledDay(date: day.date, isWorking: day.isWorking, name: name)
            case .weekday, .weekend, .statutoryHoliday, .compensation: nil
            }
        }
    }
}
