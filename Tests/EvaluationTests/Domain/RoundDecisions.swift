import EvaluationDomain
import Foundation
import Kernel
import Testing

@Suite("A round")
struct RoundDecisions {
    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Verdict<Round>) { row.verify() }

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

    static func table() throws -> [Verdict<Round>] {
        let terms = try Sample.terms()
        let tally = Tally(application: candidate, approvals: 4, refusals: 1, recusals: 0)
        let commands: [(String, Round.Command, [String: Result<[Round.Event], Round.Rejection>])] = [
            (
                "open", .open(plan: plan, terms: terms, isDisclosed: true),
                ["absent": .success([.opened(plan: plan, terms: terms)]), "*": .failure(.alreadyOpened)]
            ),
            (
                "open undisclosed", .open(plan: plan, terms: terms, isDisclosed: false),
                ["absent": .failure(.planNotDisclosed), "*": .failure(.alreadyOpened)]
            ),
            (
                "close", .close(applications: 3),
                [
                    "absent": .failure(.notOpened), "collecting": .success([.closed(applications: 3)]),
                    "*": .failure(.closedToApplications),
                ]
            ),
            (
                "close without applications", .close(applications: 0),
                [
                    "absent": .failure(.notOpened), "collecting": .failure(.noApplications),
                    "*": .failure(.closedToApplications),
                ]
            ),
            (
                "open voting", .openVoting(eligible: [candidate], waiting: 0),
                [
                    "absent": .failure(.notOpened), "judged": .success([.votingOpened(candidates: [candidate])]),
                    "*": .failure(.notJudged),
                ]
            ),
            (
                "open voting while some wait", .openVoting(eligible: [candidate], waiting: 2),
                [
                    "absent": .failure(.notOpened), "judged": .failure(.waitingForReview(count: 2)),
                    "*": .failure(.notJudged),
                ]
            ),
            (
                "open voting on nobody", .openVoting(eligible: [], waiting: 0),
                ["absent": .failure(.notOpened), "judged": .failure(.nobodyEligible), "*": .failure(.notJudged)]
            ),
            (
                "count", .count(tallies: [tally], ballots: 5),
                [
                    "absent": .failure(.notOpened), "voting": .success([.counted(tallies: [tally])]),
                    "*": .failure(.notVoting),
                ]
            ),
            (
                "count too early", .count(tallies: [tally], ballots: 3),
                [
                    "absent": .failure(.notOpened), "voting": .failure(.ballotsMissing(count: 2)),
                    "*": .failure(.notVoting),
                ]
            ),
            (
                "propose", .propose(list: list),
                [
                    "absent": .failure(.notOpened), "counted": .success([.listed(list: list)]),
                    "listed": .failure(.alreadyListed), "*": .failure(.notCounted),
                ]
            ),
            (
                "withdraw", .withdrawList,
                ["listed": .success([.listWithdrawn(list: list)]), "*": .failure(.notListed)]
            ),
        ]
        var rows: [Verdict<Round>] = []
        for (name, state) in try states() {
            for (word, command, answers) in commands {
                guard let expected = answers[name] ?? answers["*"] else { continue }
                rows.append(Verdict(name: "\(name), \(word)", state: state, command: command, expected: expected))
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
