import Attachments
import Messaging
import ServiceKit

extension Main {
    /// What other services say that this one acts on: the calendar alone; and what it does when time passes.
    var subscriptions: [Subscription] {
        [
            CalendarCopy.subscription,
            .every(.seconds(60), "seal names of contacts") { [contacts] _, tx in try contacts.sealNames(in: tx) },
            .every(.seconds(10), "pass days of filings") { [passDays] now, tx in try passDays(at: now, in: tx) },
        ] + importSubscriptions + registerSubscriptions + files.store.subscriptions + activity
    }
}
