import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// When a day is over, it is asked of each notice on show whether the list could be seen on it anywhere.
struct FlagDarkDays: Sendable {
    /// So many at once: a transaction stays short, whatever has piled up.
    static let batch = 100

    let channels: Channels
    let register: NoticeRegister

    /// Asks about some days that are over at `now`; true when more may be.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let over = try channels.darkDays.loadOver(at: now, atMost: Self.batch, in: tx)
        let notices = try register.find(over.map(\.notice), in: tx)
        let found = Dictionary(notices.map { ($0.id, $0.state) }) { $1 }
        let calendar = try channels.calendars.current(in: tx)
        for (id, end) in over {
            let day = LocalDate(dayNumber: LocalDate(in: end).dayNumber - 1)
            guard let notice = found[id], notice.wasOnShow(through: day) else {
                try channels.darkDays.plan(id, at: nil, in: tx)
                continue
            }
            if notice.counts(day), calendar.day(day).isWorking, try isDark(id, day, in: tx) {
                try flag(id, day, at: now, in: tx)
            }
            let isLast = !notice.isOnShow && notice.lastDayOnShow.map { $0 <= day } ?? true
            try channels.darkDays.plan(id, at: isLast ? nil : day.adding(days: 1).end, in: tx)
        }
        return !over.isEmpty
    }

    private func isDark(_ notice: UUID, _ day: LocalDate, in tx: borrowing Transaction) throws -> Bool {
        if try channels.checks.foundUp(notice, on: day, in: tx) { return false }
        return try !channels.store.channels(of: notice, in: tx).contains { $0.state.wasUp(on: day) }
    }

    private func flag(_ notice: UUID, _ day: LocalDate, at now: Date, in tx: borrowing Transaction) throws {
        guard try !channels.darkDays.days(of: notice, in: tx).contains(where: { $0.state.date == day }) else { return }
        var dark = Stored<DarkDay>(new: NewID.v7())
        try dark.handle(.flag(notice: notice, date: day))
        try channels.darkDays.save(dark, of: notice, in: tx)
        let cause = Cause.system("publicity-timer", now: now)
        try channels.journal.append(dark, of: "dark_day", because: cause, in: tx)
    }
}

extension Notice {
    /// The last day on which anything of it is to be seen.
    fileprivate var lastDayOnShow: LocalDate? {
        guard let display else { return nil }
        return ([display.posting.period] + display.names.compactMap(\.ownPeriod)).map(\.lastDay).max()
    }

    /// Whether the list was to be seen on a day: not where it was taken back.
    fileprivate func wasOnShow(through day: LocalDate) -> Bool {
        switch self {
        case .unopened, .withdrawn: false
        case .running: true
        case .completed: lastDayOnShow.map { day <= $0 } ?? false
        }
    }
}
