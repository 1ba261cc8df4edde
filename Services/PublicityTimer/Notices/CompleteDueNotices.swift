import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// Notices whose period has run in full are completed; approval follows from what they say.
struct CompleteDueNotices {
    /// So many at once: a transaction stays short, whatever has piled up.
    static let batch = 500

    let store: NoticeStore
    let calendars: CalendarStore
    let announce: AnnounceNotices

    /// Completes what is due at `now`; true when more may be.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        CrashPoint.reach("complete.before-load")
        // A calendar published in between could move what is about to be completed for good.
        try calendars.keepUntilCommit(in: tx)
        var due = try store.loadDue(at: now, atMost: Self.batch, in: tx)
        guard !due.isEmpty else { return false }
        CrashPoint.reach("complete.after-load")
        for index in due.indices { try due[index].handle(.complete(now: now)) }
        let changes = due.filter { !$0.events.isEmpty }.map { notice in
            AnnounceNotices.Change(notice: notice, cause: .system("publicity-timer", now: now))
        }
        try announce(changes, in: tx)
        CrashPoint.reach("complete.after-save")
        // A batch that changed nothing would come again for ever.
        return due.count == Self.batch && !changes.isEmpty
    }
}
