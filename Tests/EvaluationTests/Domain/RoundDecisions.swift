import EvaluationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A round")
struct RoundDecisions {
    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Decision<Round>) { row.verify() }

    static let plan = Sample.id(3)
    static let list = Sample.id(4)
    static let candidate = Sample.id(5)

    static func states() throws -> [(String, Round)] {
        let terms = try Sample.terms()
        return [
            ("absent", .absent), ("collecting", .collecting(plan: plan, terms: terms)),
            ("judged", .judged(plan: plan, terms: terms)),
            ("voting", .voting(plan: plan, terms: terms, candidates: [candidate])),
            ("counted", .counted(plan: plan, terms: terms, approved: [candidate])),
            ("listed", .listed(plan: plan, terms: terms, approved: [candidate], list: list)),
        ]
    }

    static func table() throws -> [Decision<Round>] {
        let terms = try Sample.terms()
        let tally = Tally(application: candidate, approvals: 4, refusals: 1, recusals: 0)
        let commands: [(String?, Round.Command, [String: Decision<Round>.Outcome])] = [
            (
                nil, .open(plan: plan, terms: terms, isDisclosed: true),
                ["absent": .then([.opened(plan: plan, terms: terms)]), "*": .refused(.alreadyOpened)]
            ),
            (
                "undisclosed", .open(plan: plan, terms: terms, isDisclosed: false),
                ["absent": .refused(.planNotDisclosed), "*": .refused(.alreadyOpened)]
            ),
            (
                nil, .close(applications: 3),
                [
                    "absent": .refused(.notOpened), "collecting": .then([.closed(applications: 3)]),
                    "*": .refused(.closedToApplications),
                ]
            ),
            (
                "without applications", .close(applications: 0),
                [
                    "absent": .refused(.notOpened), "collecting": .refused(.noApplications),
                    "*": .refused(.closedToApplications),
                ]
            ),
            (
                nil, .openVoting(eligible: [candidate], waiting: 0),
                [
                    "absent": .refused(.notOpened), "judged": .then([.votingOpened(candidates: [candidate])]),
                    "*": .refused(.notJudged),
                ]
            ),
            (
                "while some wait", .openVoting(eligible: [candidate], waiting: 2),
                [
                    "absent": .refused(.notOpened), "judged": .refused(.waitingForReview(count: 2)),
                    "*": .refused(.notJudged),
                ]
            ),
            (
                "on nobody", .openVoting(eligible: [], waiting: 0),
                ["absent": .refused(.notOpened), "judged": .refused(.nobodyEligible), "*": .refused(.notJudged)]
            ),
            (
                nil, .count(tallies: [tally], ballots: 5),
                [
                    "absent": .refused(.notOpened), "voting": .then([.counted(tallies: [tally])]),
                    "*": .refused(.notVoting),
                ]
            ),
            (
                "too early", .count(tallies: [tally], ballots: 3),
                [
                    "absent": .refused(.notOpened), "voting": .refused(.ballotsMissing(count: 2)),
                    "*": .refused(.notVoting),
                ]
            ),
            (
                nil, .propose(list: list),
                [
                    "absent": .refused(.notOpened), "counted": .then([.listed(list: list)]),
                    "listed": .refused(.alreadyListed), "*": .refused(.notCounted),
                ]
            ),
            (
                nil, .proposeRest(list: plan),
                [
                    "absent": .refused(.notOpened), "counted": .then([.listed(list: plan)]),
                    "listed": .then([.listed(list: plan)]), "*": .refused(.notCounted),
                ]
            ),
            (
                nil, .withdrawList,
                ["listed": .then([.listWithdrawn(list: list)]), "*": .refused(.notListed)]
            ),
            (nil, .annulList(list: list), ["listed": .then([.listWithdrawn(list: list)]), "*": .then([])]),
            ("of an earlier list", .annulList(list: plan), ["*": .then([])]),
        ]
        var rows: [Decision<Round>] = []
        for (name, state) in try states() {
            for (note, command, answers) in commands {
                guard let expected = answers[name] ?? answers["*"] else { continue }
                rows.append(Decision(state, when: command, expected, note: note))
            }
        }
        return rows
    }

    @Test("goes back to counted when its list is withdrawn, and can propose again")
    func withdrawn() throws {
        var round = Round.listed(
            plan: Self.plan,
            terms: try Sample.terms(),
            approved: [Self.candidate],
            list: Self.list
        )
        _ = try round.handle(.withdrawList)
        #expect(round.stage == .counted)
        #expect(try round.handle(.propose(list: Sample.id(9))) == [.listed(list: Sample.id(9))])
    }

    @Test(
        "proposes those with two thirds of the votes cast on them",
        arguments: [
            (5, 0, 0, true), (4, 1, 0, true), (3, 2, 0, false), (2, 1, 2, true), (2, 2, 1, false), (0, 0, 5, false),
        ]
    )
    func majority(approvals: Int, refusals: Int, recusals: Int, isApproved: Bool) {
        let tally = Tally(application: Self.candidate, approvals: approvals, refusals: refusals, recusals: recusals)
        #expect(tally.isApproved == isApproved)
    }

    @Test("lets only its panel vote, and only while there is voting")
    func voters() throws {
        let voting = Round.voting(plan: Self.plan, terms: try Sample.terms(), candidates: [Self.candidate])
        #expect(try voting.candidates(for: "expert-0") == [Self.candidate])
        #expect(throws: Round.Rejection.notOnPanel) { try voting.candidates(for: "stranger") }
        let judged = Round.judged(plan: Self.plan, terms: try Sample.terms())
        #expect(throws: Round.Rejection.notVoting) { try judged.candidates(for: "expert-0") }
    }
}
