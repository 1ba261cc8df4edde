import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// What happened to one notice, in the words other services hear.
struct NoticeWords {
    let about: NoticeRef
    let period: NoticePeriod
    private let notice: Notice
    private let cause: Cause

    /// Nil before the notice is opened.
    init?(_ change: AnnounceNotices.Change) {
        guard let about = change.notice.reference, let posting = change.notice.state.posting else { return nil }
        self.about = about
        period = NoticePeriod(posting.period)
        notice = change.notice.state
        cause = change.cause
    }

    func say(_ fact: some Fact, _ outbox: Outbox, in tx: borrowing Transaction) throws {
        try outbox.announce(fact, because: cause, in: tx)
    }

    func opened(names: Int) -> PublicityOpened { PublicityOpened(about: about, period: period, names: names) }

    func held(_ person: UUID, by objection: UUID) -> CandidateHeld {
        CandidateHeld(about: about, candidate: person, objection: objection, afterCompletion: hasRun(for: person))
    }

    func cleared(_ person: UUID, by objection: UUID?) -> CandidateCleared {
        CandidateCleared(
            about: about,
            period: notice.display?.name(of: person)?.ownPeriod.map(NoticePeriod.init) ?? period,
            candidate: person,
            objection: objection,
            afterCompletion: hasRun(for: person),
            clearedAt: cause.now
        )
    }

    func removed(_ person: UUID, by objection: UUID, reason: String) -> CandidateRemoved {
        CandidateRemoved(about: about, candidate: person, objection: objection, reason: reason)
    }

    func moved(
        _ person: UUID?,
        _ old: PublicityPeriod,
        _ new: PublicityPeriod,
        _ reason: EndMoved.Reason
    ) -> EndMoved {
        EndMoved(about: about, candidate: person, old: NoticePeriod(old), new: NoticePeriod(new), reason: reason)
    }

    /// Whether a person's period has run, so that approval follows at once.
    private func hasRun(for person: UUID) -> Bool {
        notice.phase == .completed && notice.display?.name(of: person)?.isContinuing == false
    }
}

extension Stored<Notice> {
    /// What every fact about it says first, nil before it is opened.
    var reference: NoticeRef? {
        state.posting.map { posting in
            NoticeRef(
                notice: id,
                list: posting.list,
                round: posting.round,
                publisher: posting.publisher,
                listDigest: posting.listDigest
            )
        }
    }
}

extension NoticePeriod {
    /// A period as it was reckoned.
    init(_ period: PublicityPeriod) {
        self.init(
            requiredDays: period.requiredDays,
            publishedOn: period.publishedOn,
            lastDay: period.lastDay,
            endsAt: period.endsAt,
            calendarVersion: period.calendarVersion,
            authority: period.authority
        )
    }
}

extension EndMoved.Reason {
    init(_ cause: Notice.Moved) {
        switch cause {
        case .calendar: self = .calendar
        case .extended: self = .extended
        }
    }
}

extension Notice.Event {
    /// The objection that led to it.
    var objection: UUID? {
        switch self {
        case .nameCleared(_, let objection), .nameHeld(_, let objection), .nameRemoved(_, let objection): objection
        default: nil
        }
    }
}
