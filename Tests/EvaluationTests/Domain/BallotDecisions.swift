import EvaluationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A ballot")
struct BallotDecisions {
    @Test("answers every command in every state", arguments: table())
    func answers(_ row: Decision<Ballot>) { row.verify() }

    static func table() -> [Decision<Ballot>] {
        let (round, first, second) = (Sample.id(1), Sample.id(2), Sample.id(3))
        func cast(_ votes: [(UUID, Bool)], recusals: [(UUID, String)] = []) -> Ballot.Command {
            .cast(
                round: round,
                evaluator: "e",
                votes: votes.map { Vote(application: $0.0, approve: $0.1) },
                recusals: recusals.map { Recusal(application: $0.0, reason: $0.1) },
                candidates: [first, second],
                sealedVotes: "sealed"
            )
        }
        func was(_ recusals: [Recusal] = []) -> Ballot.Event {
            .cast(round: round, evaluator: "e", sealedVotes: "sealed", recusals: recusals)
        }
        let done = Ballot.cast(round: round, evaluator: "e", sealedVotes: "sealed", recusals: [])
        return [
            .given(.notCast, when: cast([(first, true), (second, false)]), then: was(), note: "on everybody"),
            .given(
                .notCast,
                when: cast([(first, true)], recusals: [(second, "师徒关系")]),
                then: was([Recusal(application: second, reason: "师徒关系")]),
                note: "with a recusal"
            ),
            .given(
                .notCast,
                when: cast([(first, true)]),
                refused: .doesNotMatch(missing: 1, unknown: 0, repeated: 0),
                note: "leaving one out"
            ),
            .given(
                .notCast,
                when: cast([(first, true), (second, true), (round, true)]),
                refused: .doesNotMatch(missing: 0, unknown: 1, repeated: 0),
                note: "on a stranger"
            ),
            .given(
                .notCast,
                when: cast([(first, true), (first, false), (second, true)]),
                refused: .doesNotMatch(missing: 0, unknown: 0, repeated: 1),
                note: "twice on one"
            ),
            .given(
                .notCast,
                when: cast([(first, true)], recusals: [(second, " ")]),
                refused: .recusalWithoutReason,
                note: "a recusal without a reason"
            ),
            .given(done, when: cast([(first, true), (second, true)]), refused: .alreadyCast),
        ]
    }

    @Test("counts for, against and aside")
    func counts() {
        let (first, second) = (Sample.id(2), Sample.id(3))
        let tallies = Count.tallies(
            of: [first, second],
            votes: [
                Vote(application: first, approve: true), Vote(application: first, approve: false),
                Vote(application: second, approve: true),
            ],
            recusals: [Recusal(application: second, reason: "亲属")]
        )
        #expect(
            tallies == [
                Tally(application: first, approvals: 1, refusals: 1, recusals: 0),
                Tally(application: second, approvals: 1, refusals: 0, recusals: 1),
            ]
        )
    }
}
