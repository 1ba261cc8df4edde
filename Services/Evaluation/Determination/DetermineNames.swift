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
    let papers: DeterminationPapers
    let announce: AnnounceApproval
    let ends: TellRounds

    /// Publicity has ended for some names of a list.
    struct Ending: Sendable {
        let list: UUID
        /// The notice that ran; nil where the list knows it of each name.
        let notice: UUID?
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
                let period = Listing.PeriodRun(fact.period)
                return Ending(
                    list: fact.about.list,
                    notice: fact.about.notice,
                    period: period,
                    word: .complete(
                        digest: fact.about.listDigest,
                        cleared: fact.cleared,
                        removed: fact.removed,
                        continuing: fact.continuing ?? [],
                        at: fact.effectiveAt,
                        determination: determination,
                        period: period,
                        notice: fact.about.notice
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
                    period: period,
                    notice: fact.about.notice
                )
                return Ending(
                    list: fact.about.list,
                    notice: fact.about.notice,
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
                    list: received.message.about.list,
                    notice: received.message.about.notice,
                    period: nil,
                    word: .holdAll(false),
                    asOf: received.message.releasedAt,
                    cause: received.cause
                )
            },
            in: tx
        )
    }

    /// The filing of lists is in force again: those cleared meanwhile are determined, as of that instant.
    func callAsFunction(
        thawed lists: [UUID],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let endings = lists.map { list in
            Ending(list: list, notice: nil, period: nil, word: .freeze(false), asOf: cause.now, cause: cause)
        }
        try determine(endings, in: tx)
    }

    private func determine(_ endings: [Ending], in tx: borrowing Transaction) throws {
        var lists = try stores.lists.loadByID(endings.map(\.list), in: tx)
        for ending in endings {
            guard var list = lists[ending.list], let listing = list.state.listing else { continue }
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
                    // What waited since before lists could be frozen does not say; the list stands for its notice.
                    notice: ending.notice ?? waiting?.notice ?? list.id,
                    publishedOn: period.publishedOn,
                    lastDay: period.lastDay
                )
                try determination.handle(
                    .determine(basis, persons: persons, rule: listing.determination, asOf: ending.asOf)
                )
                try papers.number(&determination, listing, in: tx)
                try stores.determinations.save([determination], because: ending.cause, in: tx)
                try papers.keep(determination, of: list, in: tx)
                try announce(determination, of: list, because: ending.cause, in: tx)
            }
        }
        for ending in endings {
            guard let round = lists[ending.list]?.state.listing?.round else { continue }
            try ends.settle([round], because: ending.cause, in: tx)
        }
    }
}

extension Listing.PeriodRun {
    fileprivate init(_ period: NoticePeriod) {
        self.init(publishedOn: period.publishedOn, lastDay: period.lastDay)
    }
}
