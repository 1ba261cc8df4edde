import EvaluationDomain
import Foundation
import Kernel
import Testing

@Suite("Who stands aside")
struct RecusalTables {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let expert: ExpertRecord
        var candidate = PanelSample.candidate()
        let ground: RecusalGround?
    }

    static let rows = [
        Row(testDescription: "nothing shared", expert: PanelSample.expert(1, workshop: "机加一车间"), ground: nil),
        Row(testDescription: "one workshop", expert: PanelSample.expert(1, workshop: "焊接一车间"), ground: .sameTeam),
        Row(
            testDescription: "one workshop, spaced",
            expert: PanelSample.expert(1, workshop: " 焊接 一车间"),
            ground: .sameTeam
        ),
        Row(
            testDescription: "one workshop, two teams",
            expert: PanelSample.expert(1, workshop: "焊接一车间", team: "甲班"),
            candidate: PanelSample.candidate(team: "乙班"),
            ground: nil
        ),
        Row(
            testDescription: "one workshop, the candidate's team unknown",
            expert: PanelSample.expert(1, workshop: "焊接一车间", team: "甲班"),
            ground: .sameTeam
        ),
        Row(
            testDescription: "workshops of one name in two companies",
            expert: PanelSample.expert(1, origin: .invited, unit: "鲁北重工有限公司", workshop: "焊接一车间"),
            ground: nil
        ),
        Row(
            testDescription: "workshops of one name in two units",
            expert: PanelSample.expert(1, unit: "渤远第二分公司", workshop: "焊接一车间"),
            ground: nil
        ),
        Row(
            testDescription: "in charge of the workshop",
            expert: PanelSample.expert(1, leads: ["焊接一车间"]),
            ground: .superior
        ),
        Row(
            testDescription: "in charge of the team",
            expert: PanelSample.expert(1, leads: ["甲班"]),
            candidate: PanelSample.candidate(team: "甲班"),
            ground: .superior
        ),
        Row(
            testDescription: "in charge of another workshop",
            expert: PanelSample.expert(1, leads: ["机加二车间"]),
            ground: nil
        ),
        Row(
            testDescription: "the master of that name",
            expert: PanelSample.expert(1, relations: [PanelSample.relation(.masterApprentice, to: "王建国")]),
            ground: .masterApprentice
        ),
        Row(
            testDescription: "kin of that name in another workshop",
            expert: PanelSample.expert(
                1,
                relations: [PanelSample.relation(.kin, to: "王建国", workshop: "机加一车间")]
            ),
            ground: nil
        ),
        Row(
            testDescription: "kin from elsewhere",
            expert: PanelSample.expert(
                1,
                origin: .invited,
                unit: "鲁北重工有限公司",
                relations: [PanelSample.relation(.kin, to: "王建国", unit: PanelSample.company)]
            ),
            ground: .kin
        ),
        Row(
            testDescription: "kin by the register, under a former name",
            expert: PanelSample.expert(
                1,
                relations: [PanelSample.relation(.kin, to: "王建民", person: Sample.id(210))]
            ),
            ground: .kin
        ),
        Row(
            testDescription: "a namesake of the register's person",
            expert: PanelSample.expert(
                1,
                relations: [PanelSample.relation(.kin, to: "王建国", person: Sample.id(211))]
            ),
            ground: nil
        ),
    ]

    @Test("follows from the records", arguments: rows)
    func derived(row: Row) { #expect(DerivedRecusals.between(row.expert, row.candidate)?.ground == row.ground) }

    struct Sameness: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let expert: ExpertRecord
        let isSame: Bool
    }

    static let sameness = [
        Sameness(testDescription: "another name", expert: PanelSample.expert(1), isSame: false),
        Sameness(testDescription: "the name", expert: PanelSample.expert(1, name: "王建国"), isSame: true),
        Sameness(
            testDescription: "the name in another workshop",
            expert: PanelSample.expert(1, name: "王建国", workshop: "机加一车间"),
            isSame: false
        ),
        Sameness(
            testDescription: "the name at another company",
            expert: PanelSample.expert(1, origin: .invited, name: "王建国", unit: "鲁北重工有限公司"),
            isSame: false
        ),
        Sameness(
            testDescription: "the person, whatever the name",
            expert: PanelSample.expert(1, name: "王 国", person: Sample.id(210)),
            isSame: true
        ),
        Sameness(
            testDescription: "the name of another person",
            expert: PanelSample.expert(1, name: "王建国", person: Sample.id(211)),
            isSame: false
        ),
    ]

    @Test("an expert who applied is known as the applicant", arguments: sameness)
    func applicants(row: Sameness) {
        #expect(DerivedRecusals.isSame(row.expert, PanelSample.candidate()) == row.isSame)
    }

    @Test("mayJudge is having a seat and no recusal, whatever else is on record", arguments: 0..<200)
    func mayJudge(seed: UInt64) {
        var numbers = SteadyNumbers(seed)
        let accounts = (1...7).map { "expert-\($0)" }
        let applications = (1...6).map { Sample.id(UInt8($0)) }
        let seated = accounts.filter { _ in Bool.random(using: &numbers) }
        let recusals = accounts.flatMap { account in
            applications.filter { _ in Int.random(in: 0..<4, using: &numbers) == 0 }
                .map { PanelSample.recusal(account, $0) }
        }
        let seats = Seats(
            members: seated.map { PanelMember(seat: PanelSeat(evaluator: $0, name: $0, unit: "")) },
            chair: seated.first,
            recusals: recusals.shuffled(using: &numbers)
        )
        for account in accounts {
            for application in applications {
                let stands = recusals.contains { $0.member == account && $0.application == application }
                #expect(seats.mayJudge(account, application) == (seated.contains(account) && !stands))
            }
            #expect(
                Set(seats.judged(by: account, among: applications))
                    == Set(applications.filter { seats.judges(of: $0).contains { $0.account == account } })
            )
        }
        #expect(!seats.mayJudge("stranger", applications[0]))
        let all = VotingRule.Share(1, of: 1)
        #expect(
            seats.shortfalls(among: applications, quorum: all).map(\.able)
                == applications.map { seats.judges(of: $0).count }.filter { $0 < seats.members.count }
        )
    }

    @Test("too few who may judge are told before the vote", arguments: [(0, nil), (1, nil), (2, 3), (5, 0)])
    func shortfalls(standing: Int, able: Int?) throws {
        var panel = try PanelSample.formed()
        for number in 0..<standing {
            _ = try panel.handle(.recuse(PanelSample.recusal("expert-\(number + 1)"), hasScored: false))
        }
        let seats = try panel.sitting().seats
        let short = seats.shortfalls(among: [Sample.id(200), Sample.id(201)], quorum: .twoThirds)
        #expect(short.map(\.able) == [able].compactMap(\.self))
        #expect(short.allSatisfy { $0.needed == 4 })
        if able == nil {
            try panel.requireReady(for: [Sample.id(200)], quorum: .twoThirds)
        } else {
            #expect(throws: Panel.Rejection.shortOfQuorum(count: 1)) {
                try panel.requireReady(for: [Sample.id(200), Sample.id(201)], quorum: .twoThirds)
            }
        }
    }
}
