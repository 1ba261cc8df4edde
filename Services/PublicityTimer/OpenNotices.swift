import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// A proposed list goes on show, and its clock starts.
struct OpenNotices {
    let store: NoticeStore
    let announce: AnnounceNotices
    let calendar: WorkingCalendar
    let publishCalendar: PublishCalendar

    func callAsFunction(_ lists: [Received<ListProposed>], in tx: borrowing Transaction) throws {
        var known = try store.load(lists: lists.map(\.message.list), in: tx)
        var changes: [AnnounceNotices.Change] = []
        for received in lists {
            let list = received.message
            var notice = known[list.list] ?? Stored(new: NewID.v7())
            guard try !notice.handle(open(list, today: received.cause.today)).isEmpty else { continue }
            known[list.list] = notice
            changes.append(.init(notice: notice, cause: received.cause))
        }
        guard let first = changes.first else { return }
        try publishCalendar(because: first.cause, in: tx)
        try announce(changes, in: tx)
    }

    private func open(_ list: ListProposed, today: LocalDate) -> Notice.Command {
        let (period, remarks) = PublicityPeriod.reckon(
            askedDays: list.requiredDays,
            publishedOn: list.publishedOn,
            today: today,
            calendar: calendar
        )
        let posting = Posting(
            list: list.list,
            round: list.round,
            publisher: list.proposer,
            enterpriseName: list.enterpriseName,
            title: list.title,
            listDigest: list.listDigest,
            handlingOffice: list.handlingOffice,
            period: period
        )
        let names = list.names.map { name in
            ShownName(
                person: name.person,
                application: name.application,
                name: name.name,
                unit: name.unit,
                workshop: name.workshop,
                occupation: name.occupation,
                merits: name.merits,
                relaxation: name.relaxation
            )
        }
        return .open(posting, names, remarks: remarks)
    }
}
