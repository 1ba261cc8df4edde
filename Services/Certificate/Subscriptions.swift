import Contracts
import Foundation
import Messaging
import ServiceKit

extension Main {
    /// What other services say that this one acts on; the order in which filing and evaluation are heard does not matter.
    var subscriptions: [Subscription] {
        [
            EnterpriseDirectory.subscription,
            EnterpriseDirectory.changes,
            CalendarCopy.subscription,
            .every(.seconds(10), "reckon due days") { [reckonDueDays] now, tx in try reckonDueDays(at: now, in: tx) },
            .on(FilingAccepted.self) { [keepFiledAgencies] filings, tx in try keepFiledAgencies(for: filings, in: tx) },
            .on(ListApproved.self) { [openRegistrations] lists, tx in try openRegistrations(for: lists, in: tx) },
        ] + objections + FilingStandings.subscriptions { [followFilings] heard, tx in try followFilings(heard, in: tx) }
            + signing + provincialSubscriptions + printing
    }

    /// Signs what waits for it, and publishes lists.
    private var signing: [Subscription] {
        [
            .every(.seconds(10), "sign certificates") { [signCertificates] now, tx in
                try signCertificates.signDue(at: now, in: tx)
            },
            .every(.seconds(10), "publish lists") { [publishLists] now, tx in
                try publishLists.trust(at: now, in: tx)
                try publishLists.status(at: now, in: tx)
                return false
            },
        ]
    }

    /// Prints what is ordered, and takes files away that were kept for their time.
    private var printing: [Subscription] {
        [
            .every(.seconds(1), "print papers") { [printPapers] now, tx in try printPapers(at: now, in: tx) },
            .every(.seconds(600), "expire papers") { [printPapers] now, tx in try printPapers.expire(at: now, in: tx) },
        ]
    }

    /// What publicity says of names and lists; it concerns this service whenever it is heard.
    private var objections: [Subscription] {
        [
            .on(CandidateHeld.self) { [followObjections] facts, tx in
                try followObjections(facts.map { .init($0, $0.message.about, $0.message.candidate, .hold) }, in: tx)
            },
            .on(CandidateCleared.self) { [followObjections] facts, tx in
                try followObjections(facts.map { .init($0, $0.message.about, $0.message.candidate, .release) }, in: tx)
            },
            .on(CandidateRemoved.self) { [followObjections] facts, tx in
                try followObjections(
                    facts.map { .init($0, $0.message.about, $0.message.candidate, .remove(reason: $0.message.reason)) },
                    in: tx
                )
            },
            .on(ListHeld.self) { [followObjections] facts, tx in
                try followObjections(facts.map { .init($0, $0.message.about, nil, .hold) }, in: tx)
            },
            .on(ListReleased.self) { [followObjections] facts, tx in
                try followObjections(facts.map { .init($0, $0.message.about, nil, .release) }, in: tx)
            },
            .on(NoticeAnnulled.self) { [followObjections] facts, tx in
                try followObjections(
                    facts.map { .init($0, $0.message.about, nil, .remove(reason: $0.message.reason)) },
                    in: tx
                )
            },
        ]
    }
}

extension FollowObjections.Word {
    fileprivate init<F: Fact>(_ received: Received<F>, _ about: NoticeRef, _ person: UUID?, _ verb: Verb) {
        self.init(key: .init(list: about.list, person: person), verb: verb, cause: received.cause)
    }
}
