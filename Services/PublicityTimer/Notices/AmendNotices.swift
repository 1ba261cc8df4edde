import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// A list was changed while on show: corrected and added entries begin a full period of their own, withdrawn ones restart
/// nothing, and a change to the whole restarts all.
struct AmendNotices {
    let store: NoticeStore
    let announce: AnnounceNotices
    let calendars: CalendarStore

    func callAsFunction(_ amendments: [Received<ListAmended>], in tx: borrowing Transaction) throws {
        let calendar = try calendars.currentUntilCommit(in: tx)
        var known = try store.load(lists: amendments.map(\.message.list), in: tx)
        for received in amendments {
            // Never shown: nothing to change.
            guard var notice = known[received.message.list], let period = notice.state.posting?.period else { continue }
            let restarted = period.restarted(on: received.cause.today, by: calendar)
            guard try !notice.handle(.amend(Amendment(received.message), restarted: restarted)).isEmpty else {
                continue
            }
            // One after another: two changes of a list that come together are two events with two causes.
            try announce([.init(notice: notice, cause: received.cause)], in: tx)
            known[received.message.list] = Stored(id: notice.id, version: notice.newVersion, state: notice.state)
        }
    }
}

extension Amendment {
    fileprivate init(_ message: ListAmended) {
        self.init(
            withdrawn: message.withdrawn,
            corrected: message.corrected.map(ShownName.init),
            added: message.added.map(ShownName.init),
            concernsAll: message.concernsAll,
            listDigest: message.listDigest,
            reason: message.reason
        )
    }
}
