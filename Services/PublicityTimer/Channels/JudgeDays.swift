import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// Says of days that are over whether a list could be seen on them, and flags those on which it could not.
struct JudgeDays: Sendable {
    let sights = SightStore()
    let darkDays = DarkDayStore()
    let journal: Journal
    /// Whether a day on which nobody looked is dark for certain: not where the clock leaps over days.
    let looksEveryDay: Bool

    /// Flags those that are dark.
    ///
    /// A dark day holds the completion where it is known to be dark. One on which the page did not even look is dark as
    /// well, for the service was away; only in a demonstration, whose clock leaps, it says nothing.
    func callAsFunction(_ asked: [SightStore.Asked], at now: Date, in tx: borrowing Transaction) throws {
        let cause = Cause.system("publicity-timer", now: now)
        var dark: [Stored<DarkDay>] = []
        for sight in try sights.sights(of: asked, in: tx) where !sight.wasSeen && !sight.isFlagged {
            var day = Stored<DarkDay>(new: NewID.v7())
            let holds = sight.isKnownDark || looksEveryDay
            try day.handle(.flag(notice: sight.asked.notice, date: sight.asked.day, holds: holds))
            dark.append(day)
        }
        try darkDays.insert(dark, in: tx)
        try journal.append(dark, of: "dark_day", because: cause, in: tx)
    }
}
