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
        guard let words = NoticeWords(change) else { return }
        switch event {
        case .opened(_, let names): try words.say(words.opened(names: names.count), outbox, in: tx)
        case .completed(_, let effectiveAt, let cleared, let held, let removed, let continuing):
            try words.say(
                PublicityCompleted(
                    about: words.about,
                    period: words.period,
                    effectiveAt: effectiveAt,
                    cleared: cleared,
                    held: held,
                    removed: removed,
                    continuing: continuing.isEmpty ? nil : continuing
                ),
                outbox,
                in: tx
            )
        case .nameCompleted(let person, true), .nameCleared(let person, _):
            try words.say(words.cleared(person, by: event.objection), outbox, in: tx)
        case .nameHeld(let person, let objection): try words.say(words.held(person, by: objection), outbox, in: tx)
        case .nameRemoved(let person, let objection):
            try words.say(words.removed(person, by: objection, reason: change.reason), outbox, in: tx)
        case .restarted(let old, let new): try words.say(words.moved(nil, old, new, .restarted), outbox, in: tx)
        case .endMoved(let old, let new, let cause, _):
            try words.say(words.moved(nil, old, new, .init(cause)), outbox, in: tx)
        case .nameEndMoved(let person, let old, let new, let cause, _):
            try words.say(words.moved(person, old, new, .init(cause)), outbox, in: tx)
        case .confirmed:
            guard let period = change.notice.state.posting?.period else { return }
            try words.say(words.moved(nil, period, period, .confirmed), outbox, in: tx)
        case .listHeld(let objection): try words.say(ListHeld(about: words.about, objection: objection), outbox, in: tx)
        case .listReleased(let objection, let at):
            try words.say(ListReleased(about: words.about, objection: objection, releasedAt: at), outbox, in: tx)
        case .annulled(let objection, let reason):
            try words.say(NoticeAnnulled(about: words.about, objection: objection, reason: reason), outbox, in: tx)
        case .remarked, .withdrawn, .amended, .nameWithdrawn, .nameCorrected, .nameAdded, .nameCompleted,
            .objectionReceived, .objectionDismissed, .waits, .dayDecided:
            break  // evaluation said it, or nobody else acts on it
        }
    }
}
