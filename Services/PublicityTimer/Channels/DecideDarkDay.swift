import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// A named officer of the filing authority decides whether a day on which the list could not be seen is made up for.
///
/// Nothing else moves an end because of such a day, and a notice that waits for the decision completes after it.
struct DecideDarkDay: Sendable {
    let channels: Channels

    func callAsFunction(
        _ date: LocalDate,
        of id: UUID,
        version: Int,
        _ decision: DarkDay.Decision,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<DarkDay> {
        // The notice first, as everybody locks them.
        var notice = try channels.notices.load(id, in: tx)
        var dark = try channels.darkDays.load(id, on: date, in: tx)
        try dark.expect(version: version)
        try dark.handle(.decide(decision))
        if decision.extends {
            switch notice.state.phase {
            case .completed where !notice.state.isOnShow: throw Notice.Rejection.alreadyCompleted
            case .withdrawn: throw Notice.Rejection.listWithdrawn
            case .unopened: throw Notice.Rejection.notOnShow
            case .running, .completed: break
            }
            let calendar = try channels.calendars.currentUntilCommit(in: tx)
            if let command = notice.state.extended(for: date, with: calendar) { try notice.handle(command) }
        }
        try notice.handle(.decideDay(date, now: cause.now))
        if !notice.events.isEmpty {
            try channels.announce([.init(notice: notice, cause: cause, reason: decision.reason)], in: tx)
        }
        try channels.darkDays.save(dark, of: id, in: tx)
        try channels.journal.append(dark, of: "dark_day", because: cause, in: tx)
        return dark
    }
}
