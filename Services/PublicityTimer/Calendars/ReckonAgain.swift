import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// After a version of the calendar, the running notices it touches are reckoned again, some at a time, and then the days by
/// which open objections are to be handled.
///
/// Each batch is a transaction of its own, so commands are not kept waiting; where it got to is stored with it.
struct ReckonAgain {
    /// So many notices a transaction: who objects to one of them waits for its end.
    static let batch = 200

    let calendars: CalendarStore
    let reckonings: ReckoningStore
    let notices: NoticeStore
    let objections: ReckonObjections
    let announce: AnnounceNotices

    /// Reckons one batch; true when there may be more.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        guard let open = try reckonings.next(in: tx) else { return false }
        if open.noticesDone {
            let last = try objections(
                after: open.afterObjection,
                because: .system("publicity-timer", now: now),
                in: tx
            )
            try reckonings.advance(open, toObjection: last, at: now, in: tx)
            return true
        }
        let calendar = try calendars.currentUntilCommit(in: tx)
        var found = try notices.loadReckoned(touching: open.days, after: open.after, atMost: Self.batch, in: tx)
        var again = PeriodsAgain(by: calendar)
        for index in found.indices {
            guard let command = Self.command(for: found[index].state, &again, at: now) else { continue }
            try found[index].handle(command)
        }
        let changes = found.filter { !$0.events.isEmpty }
            .map { AnnounceNotices.Change(notice: $0, cause: .system("publicity-timer", now: now)) }
        try announce(changes, in: tx)
        try reckonings.advance(
            open,
            to: found.last?.id,
            seen: found.count,
            moved: changes.count,
            isLast: found.count < Self.batch,
            in: tx
        )
        return true
    }

    /// What a notice is told of another calendar; nil before it is opened.
    static func command(for notice: Notice, by calendar: WorkingCalendar, at now: Date) -> Notice.Command? {
        var again = PeriodsAgain(by: calendar)
        return command(for: notice, &again, at: now)
    }

    private static func command(
        for notice: Notice,
        _ again: inout PeriodsAgain,
        at now: Date
    ) -> Notice.Command? {
        guard let period = notice.posting?.period else { return nil }
        var own: [UUID: PublicityPeriod] = [:]
        for name in notice.names {
            if let period = name.ownPeriod { own[name.person] = again(period) }
        }
        return .move(again(period), names: own, because: .calendar, now: now)
    }
}

/// Periods reckoned by another calendar, each rule only once: most notices of a day share theirs.
private struct PeriodsAgain {
    private struct Rule: Hashable {
        let publishedOn: LocalDate
        let requiredDays: Int
        let extraDays: Int
        let promised: LocalDate
        let settledAt: Date?
    }

    private let calendar: WorkingCalendar
    private var known: [Rule: PublicityPeriod] = [:]

    init(by calendar: WorkingCalendar) { self.calendar = calendar }

    mutating func callAsFunction(_ period: PublicityPeriod) -> PublicityPeriod {
        let rule = Rule(
            publishedOn: period.publishedOn,
            requiredDays: period.requiredDays,
            extraDays: period.extraDays,
            promised: period.lastDay,
            settledAt: period.settledAt
        )
        if let again = known[rule] { return again }
        let again = period.again(by: calendar)
        known[rule] = again
        return again
    }
}
