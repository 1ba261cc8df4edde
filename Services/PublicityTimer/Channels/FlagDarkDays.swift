import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// When a day is over, it is asked of each notice on show whether the list could be seen on it anywhere.
///
/// Every notice on show is asked about once a day: a thousand a transaction, by a few statements whatever their number.
struct FlagDarkDays: Sendable {
    /// So many at once: a transaction stays short, whatever has piled up.
    static let batch = 1000

    let judge: JudgeDays
    let calendars: CalendarStore
    let register: NoticeRegister

    /// Asks about some days that are over at `now`; true when more may be.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let over = try judge.darkDays.loadOver(at: now, atMost: Self.batch, in: tx)
        guard !over.isEmpty else { return false }
        // Only where single names have periods of their own the names have to be read.
        let read = try register.find(over.filter(\.hasOwnPeriods).map(\.notice), in: tx)
        let states = Dictionary(read.map { ($0.id, $0.state) }) { $1 }
        let calendar = try calendars.current(in: tx)
        var asked: [SightStore.Asked] = []
        var plans: [(notice: UUID, at: Date?)] = []
        for one in over {
            let day = LocalDate(dayNumber: LocalDate(in: one.end).dayNumber - 1)
            let shown = states[one.notice].map(ShownDays.init) ?? ShownDays(one)
            guard shown.wasOnShow(through: day) else {
                plans.append((one.notice, nil))
                continue
            }
            if shown.counts(day), calendar.day(day).isWorking { asked.append(.init(notice: one.notice, day: day)) }
            let isLast = !shown.isOnShow && shown.last.map { $0 <= day } ?? true
            plans.append((one.notice, isLast ? nil : day.adding(days: 1).end))
        }
        try judge(asked, at: now, in: tx)
        try judge.darkDays.plan(plans, in: tx)
        return true
    }
}

/// The days on which anything of a notice is to be seen.
struct ShownDays {
    /// Whether somebody can still look at it.
    let isOnShow: Bool
    /// The last day on which anything of it is to be seen.
    let last: LocalDate?
    private let phase: Notice.Phase
    private let counted: (LocalDate) -> Bool

    /// Of a notice whose names were read.
    init(_ notice: Notice) {
        isOnShow = notice.isOnShow
        last = notice.display.flatMap { display in
            ([display.posting.period] + display.names.compactMap(\.ownPeriod)).map(\.lastDay).max()
        }
        phase = notice.phase
        counted = notice.counts
    }

    /// Of one all of whose names follow its own period.
    init(_ over: DarkDayStore.Over) {
        isOnShow = over.phase == .running
        last = over.lastDay
        phase = over.phase
        counted = { over.publishedOn < $0 && $0 <= over.lastDay }
    }

    /// Whether a working day of it, or of one of its names, is counted on this day.
    func counts(_ day: LocalDate) -> Bool { counted(day) }

    /// Whether the list was to be seen on a day: not where it was taken back.
    func wasOnShow(through day: LocalDate) -> Bool {
        switch phase {
        case .unopened, .withdrawn: false
        case .running: true
        case .completed: last.map { day <= $0 } ?? false
        }
    }
}
