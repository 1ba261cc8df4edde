import Attachments
import Contracts
import Messaging
import ServiceKit

extension Main {
    /// What other services say that this one acts on, and what it does when time passes.
    var subscriptions: [Subscription] {
        [
            EnterpriseDirectory.subscription,
            EnterpriseDirectory.changes,
            .on(AuthorityChanged.self) { heard, tx in try AuthorityCopies.keep(heard, in: tx) },
            .on(ListProposed.self) { [openNotices, channels] lists, tx in
                try openNotices(lists, in: tx)
                guard let first = lists.first else { return }
                try channels.openPages(of: lists.map(\.message.list), because: first.cause, in: tx)
            },
            .on(ListApproved.self) { [pages] lists, tx in try pages.determined.keep(lists.map(\.message), in: tx) },
            .on(ListWithdrawn.self) { [withdrawNotices] lists, tx in try withdrawNotices(lists, in: tx) },
            .on(ListAmended.self) { [amendNotices] amendments, tx in try amendNotices(amendments, in: tx) },
            .every(.seconds(1), "reckon notices again") { [reckonAgain] now, tx in try reckonAgain(at: now, in: tx) },
        ] + completing + [
            .look(
                every: .seconds(10),
                "check pages",
                since: \.due,
                choose: { [checkPages] now, tx in try checkPages.choose(at: now, in: tx) },
                see: { [checkPages] place in await checkPages.see(place) },
                note: { [checkPages] seen, now, tx in try checkPages.note(seen, at: now, in: tx) }
            ),
            .every(.seconds(10), "flag dark days") { [flagDarkDays] now, tx in try flagDarkDays(at: now, in: tx) },
        ] + attachments.subscriptions
    }

    /// Two at once: while the database writes one batch the next is decided.
    private var completing: [Subscription] {
        (0..<2).map { _ in
            .every(.seconds(1), "complete due notices") { [completeDueNotices] now, tx in
                try completeDueNotices(at: now, in: tx)
            }
        }
    }
}
