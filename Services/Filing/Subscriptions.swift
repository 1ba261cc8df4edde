import Messaging
import ServiceKit

extension Main {
    /// What other services say that this one acts on: so far nothing.
    var subscriptions: [Subscription] { [] }
}
