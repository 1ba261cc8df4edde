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
    let publishCalendar: PublishCalendar

    func callAsFunction(_ lists: [Received<ListProposed>], in tx: borrowing Transaction) throws {
        guard let first = lists.first else { return }
        let calendar = try publishCalendar.ensurePublished(because: first.cause, in: tx)
        var known = try store.load(lists: lists.map(\.message.list), in: tx)
        var changes: [AnnounceNotices.Change] = []
        for received in lists {
            let list = received.message
            var notice = known[list.list] ?? Stored(new: NewID.v7())
            guard try !notice.handle(open(list, now: received.cause.now, calendar: calendar)).isEmpty else { continue }
            known[list.list] = notice
            changes.append(.init(notice: notice, cause: received.cause))
        }
        try announce(changes, in: tx)
    }

    private func open(_ list: ListProposed, now: Date, calendar: WorkingCalendar) -> Notice.Command {
        let (period, remarks) = PublicityPeriod.reckon(
            askedDays: list.requiredDays,
            publishedOn: list.publishedOn,
            today: LocalDate(in: now),
            calendar: calendar
        )
        let posting = Posting(
            list: list.list,
            round: list.round,
            publisher: list.proposer,
            enterpriseName: list.enterpriseName,
            title: list.title,
            listDigest: list.listDigest,
            handlingOffice: HandlingOffice(
                name: list.handlingOffice,
                person: list.handlingContact?.person,
                telephone: list.handlingContact?.telephone,
                address: list.handlingContact?.address,
                email: list.handlingContact?.email
            ),
            publishedAt: max(now, period.publishedOn.start),
            period: period,
            postsExceeded: list.postsExceeded?.map { one in
                let occupation = one.occupation.name + (one.occupation.specialty.map { "（\($0)）" } ?? "")
                return "\(occupation)人选\(one.names)人，多于岗位职数\(one.posts)个，理由：\(one.reason)"
            }
        )
        return .open(posting, list.names.map(ShownName.init), remarks: remarks)
    }
}
