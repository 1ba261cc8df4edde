import Attachments
import Contracts
import EvaluationDomain
import Foundation
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What other services and enterprises' systems say that this one acts on.
    var subscriptions: [Subscription] {
        [
            EnterpriseDirectory.subscription,
            EnterpriseDirectory.changes,
            CalendarCopy.subscription,
            .on(FilingAccepted.self) { [keepFilings] accepted, tx in try keepFilings(accepted, in: tx) },
            .on(PublicityCompleted.self) { [determineNames] facts, tx in try determineNames(completed: facts, in: tx) },
            .on(CandidateHeld.self) { [followObjections] facts, tx in try followObjections(held: facts, in: tx) },
            .on(CandidateCleared.self) { [determineNames] facts, tx in try determineNames(cleared: facts, in: tx) },
            .on(CandidateRemoved.self) { [followObjections] facts, tx in try followObjections(removed: facts, in: tx) },
            .on(PublicityOpened.self) { [followNotice] facts, tx in
                try followNotice(facts.map { $0.word(.schedule(lastDay: $0.message.period.lastDay)) }, in: tx)
            },
            .on(EndMoved.self) { [followNotice] facts, tx in
                // A name's own period is publicity's matter; it is heard of by its end.
                let whole = facts.filter { $0.message.candidate == nil }
                try followNotice(whole.map { $0.word(.schedule(lastDay: $0.message.new.lastDay)) }, in: tx)
            },
            .on(ListHeld.self) { [followNotice] facts, tx in
                try followNotice(facts.map { $0.word(.holdAll(true)) }, in: tx)
            },
            .on(ListReleased.self) { [determineNames] facts, tx in try determineNames(released: facts, in: tx) },
            .on(NoticeAnnulled.self) { [followNotice] facts, tx in try followNotice(annulled: facts, in: tx) },
            .on(OmissionReferred.self) { [referOmissions] facts, tx in try referOmissions(facts, in: tx) },
            .take(ApplicationSubmitted.self) { [takeApplication] received, creditCode, tx in
                try takeApplication(received.message, from: creditCode, because: received.cause, in: tx)
            },
            .every(.seconds(10), "number determinations of before") { [determinationPapers] now, tx in
                try determinationPapers.unnumbered(at: now, in: tx)
            },
            .every(.seconds(5), "close votes whose time is up") { [closeVoting] now, tx in
                try closeVoting.overdue(at: now, in: tx)
            },
            .every(.seconds(10), "tell rounds of before") { [tellRounds] now, tx in
                try tellRounds.untold(at: now, in: tx)
            },
        ] + files.store.subscriptions + importSubscriptions
            + FilingStandings.subscriptions { [followFilings] heard, tx in try followFilings(heard, in: tx) }
    }
}

/// A fact about a notice.
private protocol AboutNotice: Fact {
    var about: NoticeRef { get }
}

extension PublicityOpened: AboutNotice {}
extension EndMoved: AboutNotice {}
extension ListHeld: AboutNotice {}

extension Received where Message: AboutNotice {
    /// What a list is told because of this.
    fileprivate func word(_ word: ProposedList.Command) -> FollowNotice.Word {
        FollowNotice.Word(list: message.about.list, word: word, cause: cause)
    }
}
