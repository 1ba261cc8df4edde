import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// A list was taken back: its notice is taken down, and nothing follows from it.
struct WithdrawNotices {
    let store: NoticeStore
    let announce: AnnounceNotices

    func callAsFunction(_ withdrawals: [Received<ListWithdrawn>], in tx: borrowing Transaction) throws {
        var known = try store.load(lists: withdrawals.map(\.message.list), in: tx)
        var changes: [AnnounceNotices.Change] = []
        for received in withdrawals {
            guard var notice = known[received.message.list] else { continue }  // never shown: nothing to take down
            guard try !notice.handle(.withdraw(reason: received.message.reason)).isEmpty else { continue }
            known[received.message.list] = notice
            changes.append(.init(notice: notice, cause: received.cause))
        }
        try announce(changes, in: tx)
    }
}
