import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// Notices whose period has run in full are completed; approval follows from what they say.
///
/// One that could be seen nowhere on one of its days waits for a named officer's decision instead.
struct CompleteDueNotices {
    /// So many at once: a transaction stays short, whatever has piled up.
    static let batch = 500

    let store: NoticeStore
    let calendars: CalendarStore
    let announce: AnnounceNotices
    let hold: HoldDarkNotices

    /// Completes what is due at `now`; true when more may be.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        CrashPoint.reach("complete.before-load")
        // A calendar published in between could move what is about to be completed for good.
        try calendars.keepUntilCommit(in: tx)
        var due = try store.loadDue(at: now, atMost: Self.batch, in: tx)
        guard !due.isEmpty else { return false }
        CrashPoint.reach("complete.after-load")
        let dark = try hold(due, at: now, in: tx)
        for index in due.indices {
            let days = dark[due[index].id] ?? []
            try due[index].handle(days.isEmpty ? .complete(now: now) : .wait(for: days))
        }
        let changes = due.filter { !$0.events.isEmpty }.map { notice in
            AnnounceNotices.Change(notice: notice, cause: .system("publicity-timer", now: now))
        }
        try announce(changes, in: tx)
        CrashPoint.reach("complete.after-save")
        // A batch that changed nothing would come again for ever.
        return due.count == Self.batch && !changes.isEmpty
    }
}
