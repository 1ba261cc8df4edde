import Contracts
import Messaging
import ServiceKit

extension Main {
    /// What other services say that this one acts on; the order in which filing and evaluation are heard does not matter.
    var subscriptions: [Subscription] {
        [
            EnterpriseDirectory.subscription,
            .on(FilingAccepted.self) { [keepFiledAgencies] filings, tx in try keepFiledAgencies(for: filings, in: tx) },
            .on(ListApproved.self) { [openRegistrations] lists, tx in try openRegistrations(for: lists, in: tx) },
        ]
    }
}
