import EvaluationDomain
import Foundation
import Kernel
import Testing

@Suite("A proposed list")
struct ProposedListDecisions {
    @Test("answers every command in every state", arguments: table())
    func answers(_ row: Verdict<ProposedList>) { row.verify() }

    static let (free, held, gone, done) = (Sample.id(1), Sample.id(2), Sample.id(3), Sample.id(4))
    static let (first, second) = (Sample.id(8), Sample.id(9))
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
        .complete(digest: digest, cleared: cleared, removed: removed, determination: second)
    }

    static func table() -> [Verdict<ProposedList>] {
        let shown = ProposedList.onShow(listing: listing, names: names())
        let partly = ProposedList.onShow(listing: listing, names: names(true))
        let withdrawn = ProposedList.withdrawn(listing: listing, names: names(), reason: "有误")
        let propose = ProposedList.Command.propose(listing, names: names())
        var rows: [Verdict<ProposedList>] = [
            .given("absent, propose", .absent, when: propose, then: .proposed(listing: listing, names: names())),
            .given("on show, propose", shown, when: propose, refused: .alreadyProposed),
            .given("withdrawn, propose", withdrawn, when: propose, refused: .alreadyProposed),
            .given("absent, withdraw", .absent, when: .withdraw(reason: "有误"), refused: .notOnShow),
            .given("on show, withdraw", shown, when: .withdraw(reason: "有误"), then: .withdrawn(reason: "有误")),
            .given("determined, withdraw", partly, when: .withdraw(reason: "有误"), refused: .alreadyDetermined),
            .given("withdrawn, withdraw", withdrawn, when: .withdraw(reason: "有误"), refused: .notOnShow),
            .given(
                "completed: the cleared are determined",
                shown,
                when: complete([free]),
                then: .determined(determination: second, persons: [free])
            ),
            .given(
                "completed: one held as far as we know, cleared as publicity says",
                shown,
                when: complete([free, held]),
                then: .determined(determination: second, persons: [free, held])
            ),
            .given("completed: a removed name is never determined", shown, when: complete([gone])),
            .given(
                "completed: removed there and not yet here",
                shown,
                when: complete([free, held], removed: [held]),
                then: .removed(person: held),
                .determined(determination: second, persons: [free])
            ),
            .given("completed again: nothing", partly, when: complete([done])),
            .given("completed with strangers: nothing", shown, when: complete([Sample.id(77)])),
            .given("completed for another list of names: nothing", shown, when: complete([free], digest: "other")),
            .given("held", shown, when: .hold(person: free), then: .held(person: free)),
            .given("held again", shown, when: .hold(person: held)),
            .given("held after removal", shown, when: .hold(person: gone)),
            .given("held after determination", partly, when: .hold(person: done)),
            .given(
                "cleared before the end",
                shown,
                when: .clear(digest: "d", person: held, determination: nil),
                then: .cleared(person: held)
            ),
            .given(
                "cleared before the end, not known as held",
                shown,
                when: .clear(digest: "d", person: free, determination: nil)
            ),
            .given(
                "cleared after the end",
                shown,
                when: .clear(digest: "d", person: held, determination: second),
                then: .determined(determination: second, persons: [held])
            ),
            .given(
                "cleared after the end, heard before it was held",
                shown,
                when: .clear(digest: "d", person: free, determination: second),
                then: .determined(determination: second, persons: [free])
            ),
            .given(
                "cleared after removal: never",
                shown,
                when: .clear(digest: "d", person: gone, determination: second)
            ),
            .given("cleared again", partly, when: .clear(digest: "d", person: done, determination: second)),
            .given("removed", shown, when: .remove(person: held), then: .removed(person: held)),
            .given("removed again", shown, when: .remove(person: gone)),
            .given("a stranger removed", shown, when: .remove(person: Sample.id(77))),
        ]
        let facts: [(String, ProposedList.Command)] = [
            ("completed", complete([free])), ("held", .hold(person: free)),
            ("cleared", .clear(digest: "d", person: free, determination: second)), ("removed", .remove(person: free)),
        ]
        for (name, fact) in facts {
            rows.append(.given("absent, \(name)", .absent, when: fact))
            rows.append(.given("withdrawn, \(name)", withdrawn, when: fact))
        }
        return rows
    }
}
