import Messaging
import ServiceKit

extension Main {
    /// What other services say that this one acts on: the calendar alone.
    var subscriptions: [Subscription] { [CalendarCopy.subscription] }
}
