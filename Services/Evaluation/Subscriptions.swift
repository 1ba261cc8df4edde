import Contracts
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What other services and enterprises' systems say that this one acts on.
    var subscriptions: [Subscription] {
        [
            EnterpriseDirectory.subscription,
            CalendarCopy.subscription,
            .on(FilingAccepted.self) { [keepFilings] accepted, tx in try keepFilings(accepted, in: tx) },
            .on(PublicityCompleted.self) { [determineNames] facts, tx in try determineNames(completed: facts, in: tx) },
            .on(CandidateHeld.self) { [followObjections] facts, tx in try followObjections(held: facts, in: tx) },
            .on(CandidateCleared.self) { [determineNames] facts, tx in try determineNames(cleared: facts, in: tx) },
            .on(CandidateRemoved.self) { [followObjections] facts, tx in try followObjections(removed: facts, in: tx) },
            .take(ApplicationSubmitted.self) { [takeApplication] received, creditCode, tx in
                try takeApplication(received.message, from: creditCode, because: received.cause, in: tx)
            },
        ]
    }
}
