import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// A notice whose end has come does not complete over a day on which its list could be seen nowhere, before a named
/// officer has decided about it.
///
/// The last day is asked about here, in the transaction that would complete: the tick that asks about days comes too late
/// for it.
struct HoldDarkNotices: Sendable {
    let judge: JudgeDays
    let calendars: CalendarStore

    /// The undecided days that hold each of some notices that are due, by notice.
    func callAsFunction(
        _ due: [Stored<Notice>],
        at now: Date,
        in tx: borrowing Transaction
    ) throws -> [UUID: [LocalDate]] {
        let ids = due.map(\.id)
        let notAsked = try judge.darkDays.loadNotAsked(ids, at: now, in: tx)
        if !notAsked.isEmpty {
            let calendar = try calendars.current(in: tx)
            var asked: [SightStore.Asked] = []
            for notice in due {
                guard let end = notAsked[notice.id] else { continue }
                let shown = ShownDays(notice.state)
                // From the day whose end was waited for to the last one that is over.
                let (first, last) = (LocalDate(in: end).dayNumber - 1, LocalDate(in: now).dayNumber - 1)
                guard first <= last else { continue }
                for day in (first...last).map(LocalDate.init(dayNumber:))
                where shown.counts(day) && calendar.day(day).isWorking {
                    asked.append(.init(notice: notice.id, day: day))
                }
            }
            try judge(asked, at: now, in: tx)
            let next = LocalDate(in: now).end
            try judge.darkDays.plan(notAsked.keys.sorted().map { ($0, next) }, in: tx)
        }
        return try judge.darkDays.holding(ids, in: tx)
    }
}
