import Contracts
import Messaging
import ServiceKit

extension Main {
    /// What other services say that this one acts on.
    var subscriptions: [Subscription] {
        [
            EnterpriseDirectory.subscription,
            EnterpriseDirectory.changes,
            CalendarCopy.subscription,
            .on(ListApproved.self) { [recordDeterminations] lists, tx in try recordDeterminations(lists, in: tx) },
            .on(CertificateIssued.self) { [recordCertificates] issued, tx in try recordCertificates(issued, in: tx) },
        ]
    }
}
