import EvaluationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A determination")
struct DeterminationDecisions {
    @Test("answers every command in every state", arguments: table())
    func answers(_ row: Decision<Determination>) { row.verify() }

    static func table() -> [Decision<Determination>] {
        let basis = Determination.Basis(
            list: Sample.id(1),
            round: Sample.id(2),
            notice: Sample.id(3),
            publishedOn: Sample.day("2026-09-30"),
            lastDay: Sample.day("2026-10-13")
        )
        let (end, later) = (Sample.day("2026-10-13").end, Sample.day("2026-10-20").start)
        let (one, two) = (Sample.id(4), Sample.id(5))
        let authority = Sample.authorisation
        func determine(_ rule: DeterminationRule) -> Determination.Command {
            .determine(basis, persons: [one, two], rule: rule, asOf: end)
        }
        let waiting = Determination.awaitingSignature(basis: basis, persons: [one, two])
        let force = Determination.inForce(basis: basis, persons: [one, two], authorisedBy: "x", since: end)
        let paper = Determination.Paper(year: 2026, number: 3, bears: Sample.day("2026-10-14"))
        var numbered = force
        numbered.apply(.numbered(paper: paper))
        let sign = Determination.Command.sign(by: "周明远", at: later, remaining: [two])
        return [
            .given(
                .absent,
                when: determine(.onCompletion(authorisedBy: authority)),
                then: .determined(basis: basis, persons: [one, two], authorisedBy: authority.chinese, since: end),
                note: "at once"
            ),
            .given(
                .absent,
                when: determine(.signed(authorisedBy: authority)),
                then: .laidForSignature(basis: basis, persons: [one, two]),
                note: "for signature"
            ),
            .given(waiting, when: determine(.signed(authorisedBy: authority))),
            .given(force, when: determine(.onCompletion(authorisedBy: authority))),
            .given(.absent, when: sign, refused: .notAwaitingSignature),
            .given(force, when: sign, refused: .notAwaitingSignature),
            .given(
                waiting,
                when: sign,
                then: .determined(basis: basis, persons: [two], authorisedBy: "周明远", since: later),
                note: "for those left"
            ),
            .given(
                waiting,
                when: .sign(by: "周明远", at: later, remaining: []),
                refused: .nobodyLeft,
                note: "for nobody"
            ),
            .given(.absent, when: .number(paper)), .given(waiting, when: .number(paper)),
            .given(force, when: .number(paper), then: .numbered(paper: paper)),
            .given(numbered, when: .number(paper), note: "once"),
            .given(numbered, when: sign, refused: .notAwaitingSignature),
        ]
    }
}
