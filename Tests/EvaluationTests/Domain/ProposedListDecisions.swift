import EvaluationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A proposed list")
struct ProposedListDecisions {
    @Test("answers every command in every state", arguments: table())
    func answers(_ row: Decision<ProposedList>) { row.verify() }

    static let (free, held, gone, done) = (Sample.id(1), Sample.id(2), Sample.id(3), Sample.id(4))
    static let end = Sample.day("2026-10-13").end
    static let completed = ProposedList.Event.completed(at: end, continuing: [])
    static let (first, second) = (Sample.id(8), Sample.id(9))
    static let period = Listing.PeriodRun(publishedOn: Sample.day("2026-09-30"), lastDay: Sample.day("2026-10-13"))
    static let listing = Listing(
        round: Sample.id(10),
        filing: Sample.scope,
        title: "名单",
        digest: "d",
        publishedOn: Sample.day("2026-09-30"),
        determination: .onCompletion(authorisedBy: Sample.authorisation)
    )

    static func names(_ determined: Bool = false) -> [ListedName] {
        [
            ListedName(person: free, application: Sample.id(31)),
            ListedName(person: held, application: Sample.id(32), standing: .held),
            ListedName(person: gone, application: Sample.id(33), standing: .removed),
        ]
            + (determined
                ? [ListedName(person: done, application: Sample.id(34), standing: .determined(determination: first))]
                : [])
    }

    static func complete(_ cleared: [UUID], removed: [UUID] = [], digest: String = "d") -> ProposedList.Command {
        .complete(
            digest: digest,
            cleared: cleared,
            removed: removed,
            continuing: [],
            at: end,
            determination: second
        )
    }

    static func table() -> [Decision<ProposedList>] {
        let shown = ProposedList.onShow(listing: listing, names: names())
        let partly = ProposedList.onShow(listing: listing, names: names(true))
        let withdrawn = ProposedList.withdrawn(listing: listing, names: names(), reason: "有误")
        let propose = ProposedList.Command.propose(listing, names: names())
        var rows: [Decision<ProposedList>] = [
            .given(.absent, when: propose, then: .proposed(listing: listing, names: names())),
            .given(shown, when: propose, refused: .alreadyProposed),
            .given(withdrawn, when: propose, refused: .alreadyProposed),
            .given(.absent, when: .withdraw(reason: "有误"), refused: .notOnShow),
            .given(shown, when: .withdraw(reason: "有误"), then: .withdrawn(reason: "有误")),
            .given(partly, when: .withdraw(reason: "有误"), refused: .alreadyDetermined, note: "after a determination"),
            .given(withdrawn, when: .withdraw(reason: "有误"), refused: .notOnShow),
            .given(
                shown,
                when: complete([free]),
                then: completed,
                .determined(determination: second, persons: [free]),
                note: "the cleared are determined"
            ),
            .given(
                shown,
                when: complete([free, held]),
                then: completed,
                .determined(determination: second, persons: [free, held]),
                note: "one held as far as we know, cleared as publicity says"
            ),
            .given(shown, when: complete([gone]), then: completed, note: "a removed name is never determined"),
            .given(
                shown,
                when: complete([free, held], removed: [held]),
                then: .removed(person: held),
                completed,
                .determined(determination: second, persons: [free]),
                note: "removed there and not yet here"
            ),
            .given(partly, when: complete([done]), then: completed, note: "with a name determined before"),
            .given(shown, when: complete([Sample.id(77)]), then: completed, note: "with strangers: nobody"),
            .given(
                shown,
                when: complete([free], digest: "other"),
                then: completed,
                .missed(persons: [free, held]),
                note: "for another list of names: nobody"
            ),
            .given(shown, when: .hold(person: free), then: .held(person: free)),
            .given(shown, when: .hold(person: held), note: "again"),
            .given(shown, when: .hold(person: gone), note: "after removal"),
            .given(partly, when: .hold(person: done), then: .suspended(person: done), note: "after determination"),
            .given(partly, when: .remove(person: done), then: .revoked(person: done), note: "after determination"),
            .given(
                shown,
                when: .clear(person: held),
                then: .cleared(person: held),
                note: "before the end"
            ),
            .given(
                shown,
                when: .clear(person: free),
                note: "before the end, not known as held"
            ),
            .given(
                shown,
                when: .clearAfterPeriod(digest: "d", person: held, determination: second, period: period),
                then: .determined(determination: second, persons: [held]),
                note: "after the end"
            ),
            .given(
                shown,
                when: .clearAfterPeriod(digest: "d", person: free, determination: second, period: period),
                then: .determined(determination: second, persons: [free]),
                note: "after the end, heard before it was held"
            ),
            .given(
                shown,
                when: .clearAfterPeriod(digest: "d", person: gone, determination: second, period: period),
                note: "after removal: never"
            ),
            .given(
                partly,
                when: .clearAfterPeriod(digest: "d", person: done, determination: second, period: period),
                note: "again"
            ),
            .given(shown, when: .remove(person: held), then: .removed(person: held)),
            .given(shown, when: .remove(person: gone), note: "again"),
            .given(shown, when: .remove(person: Sample.id(77)), note: "a stranger removed"),
        ]
        let facts: [ProposedList.Command] = [
            complete([free]), .hold(person: free), .clear(person: free),
            .clearAfterPeriod(digest: "d", person: free, determination: second, period: period),
            .remove(person: free), .schedule(lastDay: Sample.day("2026-10-13")), .holdAll(true), .holdAll(false),
            .annul(reason: "程序"), .signedWithoutSuspended(determination: first),
        ]
        let annulled = ProposedList.annulled(listing: listing, names: names(), reason: "程序")
        for fact in facts {
            rows += [.given(.absent, when: fact), .given(withdrawn, when: fact), .given(annulled, when: fact)]
        }
        rows += [
            .given(annulled, when: propose, refused: .alreadyProposed),
            .given(annulled, when: .withdraw(reason: "有误"), refused: .notOnShow),
        ]
        return rows
    }
}
