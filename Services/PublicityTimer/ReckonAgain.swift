import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// After a version of the calendar, the running notices it touches are reckoned again, some at a time.
///
/// Each batch is a transaction of its own, so commands are not kept waiting; where it got to is stored with it.
struct ReckonAgain {
    /// So many notices a transaction.
    static let batch = 500

    let calendars: CalendarStore
    let reckonings: ReckoningStore
    let notices: NoticeStore
    let objections: ReckonObjections
    let announce: AnnounceNotices

    /// Reckons one batch; true when there may be more.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        guard let open = try reckonings.next(in: tx) else { return false }
        let calendar = try calendars.current(in: tx)
        var found = try notices.loadReckoned(touching: open.days, after: open.after, atMost: Self.batch, in: tx)
        for index in found.indices { try found[index].handle(Self.command(for: found[index].state, by: calendar)) }
        let changes = found.filter { !$0.events.isEmpty }
            .map { AnnounceNotices.Change(notice: $0, cause: .system("publicity-timer", now: now)) }
        try announce(changes, in: tx)
        let isFinished = found.count < Self.batch
        if isFinished { try reckonObjections(at: now, in: tx) }
        try reckonings.advance(
            open,
            to: found.last?.id,
            seen: found.count,
            moved: changes.count,
            isFinished: isFinished,
            at: now,
            in: tx
        )
        return true
    }

    /// The days by which objections are to be handled; open ones are few.
    private func reckonObjections(at now: Date, in tx: borrowing Transaction) throws {
        let cause = Cause.system("publicity-timer", now: now)
        var last: UUID?
        repeat { last = try objections(after: last, because: cause, in: tx) } while last != nil
    }

    /// What a notice is told of another calendar.
    static func command(for notice: Notice, by calendar: WorkingCalendar) -> Notice.Command {
        let own = notice.names.compactMap { name in name.ownPeriod.map { (name.person, $0.again(by: calendar)) } }
        guard let period = notice.posting?.period.again(by: calendar) else { return .withdraw(reason: "") }
        return .move(period, names: Dictionary(own) { $1 }, because: .calendar)
    }
}
