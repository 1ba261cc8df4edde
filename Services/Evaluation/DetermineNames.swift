import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Determines the names publicity has cleared (四（三）: 经公示无异议的,由企业确定获评人员名单).
///
/// A reaction to facts: total, and nothing happens twice.
struct DetermineNames {
    let stores: Stores
    let announce: AnnounceApproval

    /// Publicity has ended for some names of a list.
    struct Ending: Sendable {
        let about: NoticeRef
        /// The period that ran; nil where the list knows it of each name.
        let period: Listing.PeriodRun?
        /// What the list is told.
        let word: ProposedList.Command
        /// When it takes effect by itself.
        let asOf: Date
        let cause: Cause
    }

    /// The period has run in full: the cleared names are determined.
    func callAsFunction(completed facts: [Received<PublicityCompleted>], in tx: borrowing Transaction) throws {
        try determine(
            facts.map { received in
                let (fact, determination) = (received.message, NewID.v7())
                return Ending(
                    about: fact.about,
                    period: Listing.PeriodRun(fact.period),
                    word: .complete(
                        digest: fact.about.listDigest,
                        cleared: fact.cleared,
                        removed: fact.removed,
                        continuing: fact.continuing ?? [],
                        at: fact.effectiveAt,
                        determination: determination
                    ),
                    asOf: fact.effectiveAt,
                    cause: received.cause
                )
            },
            in: tx
        )
    }

    /// Nothing stands against a name any more: after the period it follows by a determination of its own.
    ///
    /// That is so of a name that was held, and of one whose entry had a period of its own. While the whole list is held it waits.
    func callAsFunction(cleared facts: [Received<CandidateCleared>], in tx: borrowing Transaction) throws {
        try determine(
            facts.map { received in
                let (fact, period) = (received.message, Listing.PeriodRun(received.message.period))
                let after = ProposedList.Command.clearAfterPeriod(
                    digest: fact.about.listDigest,
                    person: fact.candidate,
                    determination: NewID.v7(),
                    period: period
                )
                return Ending(
                    about: fact.about,
                    period: period,
                    word: fact.afterCompletion ? after : .clear(person: fact.candidate),
                    asOf: fact.clearedAt,
                    cause: received.cause
                )
            },
            in: tx
        )
    }

    /// The whole list is held no longer: those cleared meanwhile are determined, as of that instant.
    func callAsFunction(released facts: [Received<ListReleased>], in tx: borrowing Transaction) throws {
        try determine(
            facts.map { received in
                Ending(
                    about: received.message.about,
                    period: nil,
                    word: .holdAll(false),
                    asOf: received.message.releasedAt,
                    cause: received.cause
                )
            },
            in: tx
        )
    }

    private func determine(_ endings: [Ending], in tx: borrowing Transaction) throws {
        var lists = try stores.lists.loadByID(endings.map(\.about.list), in: tx)
        for ending in endings {
            guard var list = lists[ending.about.list], let listing = list.state.listing else { continue }
            let events = try list.handle(ending.word)
            try stores.lists.save([list], because: ending.cause, in: tx)
            lists[list.id] = list.settled
            for case .determined(let id, let persons) in events {
                let waiting = listing.notice.namesWaiting.first { $0.determination == id }
                guard let period = ending.period ?? waiting?.period else { continue }
                var determination = Stored<Determination>(new: id)
                let basis = Determination.Basis(
                    list: list.id,
                    round: listing.round,
                    notice: ending.about.notice,
                    publishedOn: period.publishedOn,
                    lastDay: period.lastDay
                )
                try determination.handle(
                    .determine(basis, persons: persons, rule: listing.determination, asOf: ending.asOf)
                )
                try stores.determinations.save([determination], because: ending.cause, in: tx)
                try announce(determination, of: list, because: ending.cause, in: tx)
            }
        }
    }
}

extension Listing.PeriodRun {
    fileprivate init(_ period: NoticePeriod) {
        self.init(publishedOn: period.publishedOn, lastDay: period.lastDay)
    }
}
