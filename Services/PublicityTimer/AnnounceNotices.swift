import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// Saves notices with what was decided about them, and says to others what concerns them.
///
/// Every use case of this service ends here, so that state, journal and facts never differ.
struct AnnounceNotices {
    let store: NoticeStore
    let journal: Journal
    let outbox: Outbox

    /// One notice that changed, why, and what the handling office wrote where it decided.
    struct Change {
        let notice: Stored<Notice>
        let cause: Cause
        var reason = ""
    }

    func callAsFunction(_ changes: [Change], in tx: borrowing Transaction) throws {
        try store.save(changes.map(\.notice), in: tx)
        for change in changes {
            try journal.append(change.notice, of: "notice", because: change.cause, in: tx)
            for event in change.notice.events { try announce(event, of: change, in: tx) }
        }
    }

    private func announce(_ event: Notice.Event, of change: Change, in tx: borrowing Transaction) throws {
        let cause = change.cause
        guard let about = change.notice.reference, let period = change.notice.period else { return }
        switch event {
        case .opened(_, let names):
            try outbox.announce(
                PublicityOpened(about: about, period: period, names: names.count),
                because: cause,
                in: tx
            )
        case .completed(_, let cleared, let held, let removed):
            try outbox.announce(
                PublicityCompleted(
                    about: about,
                    period: period,
                    effectiveAt: period.endsAt,
                    cleared: cleared,
                    held: held,
                    removed: removed
                ),
                because: cause,
                in: tx
            )
        case .nameHeld(let person, let objection):
            try outbox.announce(
                CandidateHeld(about: about, candidate: person, objection: objection),
                because: cause,
                in: tx
            )
        case .nameCleared(let person, let objection):
            try outbox.announce(
                CandidateCleared(
                    about: about,
                    period: period,
                    candidate: person,
                    objection: objection,
                    afterCompletion: change.notice.state.phase == .completed,
                    clearedAt: cause.now
                ),
                because: cause,
                in: tx
            )
        case .nameRemoved(let person, let objection):
            try outbox.announce(
                CandidateRemoved(about: about, candidate: person, objection: objection, reason: change.reason),
                because: cause,
                in: tx
            )
        case .remarked, .withdrawn, .objectionReceived, .objectionDismissed:
            break  // nobody else acts on these
        }
    }
}
