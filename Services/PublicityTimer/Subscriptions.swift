import Attachments
import Contracts
import Messaging
import ServiceKit

extension Main {
    /// What other services say that this one acts on, and what it does when time passes.
    var subscriptions: [Subscription] {
        [
            EnterpriseDirectory.subscription,
            .on(ListProposed.self) { [openNotices] lists, tx in try openNotices(lists, in: tx) },
            .on(ListWithdrawn.self) { [withdrawNotices] lists, tx in try withdrawNotices(lists, in: tx) },
            .on(ListAmended.self) { [amendNotices] amendments, tx in try amendNotices(amendments, in: tx) },
            .every(.seconds(1), "reckon notices again") { [reckonAgain] now, tx in try reckonAgain(at: now, in: tx) },
            .every(.seconds(1), "complete due notices") { [completeDueNotices] now, tx in
                try completeDueNotices(at: now, in: tx)
            },
        ] + attachments.subscriptions
    }
}
