import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Evaluation under a filing that is out of force", .timeLimit(.minutes(30)))
struct FilingLife {
    private let filing = FilingStandingSample(
        filing: Sample.scope.filing,
        filer: Sample.enterprise,
        occupations: Sample.occupations,
        validThrough: Sample.scope.validThrough
    )
    private let finishing = FilingEffects(
        rounds: .finish,
        notices: .finish,
        unissued: .issue,
        issued: .stay,
        appointments: .stay
    )

    @Test("begins no plan and no round, while a round that may finish goes on")
    func finishes() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let later = await desk.hr("POST", "/plans", json: try Desk.planBody())
            try await desk.service.hear(filing.suspended(2, finishing), from: .filing, sequence: 2)
            let refused = await desk.hr("POST", "/plans", json: try Desk.planBody())
            #expect(refused.member("code") == "evaluation.filing-suspended")
            let id = try #require(later.member("id"))
            try await desk.prove(id)
            _ = await desk.hr(
                "POST",
                "/plans/\(id)/disclosure",
                json: """
                    {"shownToEmployeesOn":"2026-09-01","proof":"照片","sentToAuthorityOn":"2026-09-01",
                     "proofOfSending":"回执"}
                    """,
                ifMatch: later.version
            )
            let opening = await desk.hr("POST", "/rounds", json: "{\"plan\":\"\(id)\"}")
            #expect(opening.member("code") == "evaluation.filing-suspended")
            #expect(try await desk.importSample(into: round).status == 200)
            #expect(await desk.hr("GET", "/rounds/\(round)").member("isFrozen") == nil)
        }
    }

    @Test("begins nothing after the last day of the term, and goes on with what runs")
    func expires() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let last = FilingChanged(
                standing: filing.standing(2, through: Sample.today.adding(days: -1)),
                changed: .expired,
                on: Sample.today
            )
            try await desk.service.hear(last, from: .filing, sequence: 2)
            let refused = await desk.hr("POST", "/plans", json: try Desk.planBody())
            #expect(refused.member("code") == "evaluation.filing-over", "\(refused.text)")
            #expect(try await desk.importSample(into: round).status == 200)
        }
    }

    @Test("stops a frozen round at every step, and goes on where it was")
    func freezes() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            _ = try await desk.importSample(into: round)
            let before = await desk.hr("GET", "/rounds/\(round)").text
            try await desk.service.hear(filing.cancelled(2), from: .filing, sequence: 2)
            #expect(await desk.hr("GET", "/rounds/\(round)").member("isFrozen") == "1")
            for word in ["eligibility", "voting", "voting/opening", "count", "proposed-list"] {
                let json = word == "proposed-list" ? "{\"publishedOn\":\"2026-09-30\"}" : "{}"
                let answer = await desk.hr("POST", "/rounds/\(round)/\(word)", json: json, ifMatch: 1)
                #expect(answer.member("code") == "evaluation.round-frozen", "\(word): \(answer.text)")
            }
            #expect(try await desk.importSample(into: round).member("code") == "evaluation.round-frozen")
            let ballot = await desk.service.call(
                "POST",
                "/rounds/\(round)/ballots",
                as: .evaluator,
                of: Sample.creditCode,
                subject: "expert-0",
                json: "{\"votes\":[]}"
            )
            #expect(ballot.member("code") == "evaluation.round-frozen")
            try await desk.service.hear(filing.setAside(3, at: desk.service.clock.now), from: .filing, sequence: 3)
            // The day of application it took is given back, and nothing else is another.
            let after = await desk.hr("GET", "/rounds/\(round)")
            #expect(after.member("applicationWindow", "through") == "2026-09-02")
            let given = "\"applicationWindow\":{\"from\":\"2026-09-01\",\"through\":"
            #expect(after.text.replacing("\(given)\"2026-09-02\"", with: "\(given)\"2026-09-01\"") == before)
            try await desk.service.travel(to: Sample.day("2026-09-02").start.addingTimeInterval(9 * 3600))
            #expect(try await desk.importSample(into: round).status == 200)
            try await desk.service.travel(to: Sample.day("2026-09-03").start.addingTimeInterval(9 * 3600))
            _ = try await desk.step(round, "eligibility")
        }
    }

    @Test("amends no list while it is frozen, and answers no omission")
    func freezesAmendments() async throws {
        try await Desk.with { desk in
            let (_, list) = try await desk.listed()
            try await desk.service.hear(filing.suspended(2), from: .filing, sequence: 2)
            let amended = await desk.hr("POST", "/lists/\(list.list.lowercase)/amendments", json: "{}", ifMatch: 1)
            #expect(amended.member("code") == "evaluation.round-frozen", "\(amended.text)")
            let routes = desk.service.definition.routes.filter(\.isStepOfRound).map(\.key)
            #expect(routes.contains("POST /omissions/{id}/answer"))
        }
    }

    @Test("refuses every step of a frozen round and of its applications, whichever it is; what takes back is allowed")
    func freezesEveryStep() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            _ = try await desk.importSample(into: round)
            let application = try #require(
                await desk.hr("GET", "/rounds/\(round)/applications").member("items", "0", "id")
            )
            try await desk.service.hear(filing.suspended(2), from: .filing, sequence: 2)
            let steps = desk.service.definition.routes.filter(\.isStepOfRound)
            #expect(steps.count > 15)
            for step in steps {
                let words = step.key.split(separator: " ").map(String.init)
                let id = words[1].hasPrefix("/rounds") ? round : application
                let target = words[1].replacing("{id}", with: id).replacing(/\{\w+\}/, with: Sample.id(7).lowercase)
                var answers: [PlainResponse] = []
                for role in [Role.enterpriseHR, .evaluator, .employee, .centreOfficer] {
                    answers.append(
                        await desk.service.call(
                            words[0],
                            target,
                            as: role,
                            of: Sample.creditCode,
                            json: "{}",
                            ifMatch: 1
                        )
                    )
                }
                let codes = Set(answers.compactMap { $0.member("code") })
                #expect(codes.contains("evaluation.round-frozen"), "\(step.key): \(codes)")
                #expect(answers.allSatisfy { $0.status >= 400 }, "\(step.key)")
            }
        }
    }

    @Test("keeps a publicity that completes meanwhile, and determines its names when it is in force again")
    func keepsCompletion() async throws {
        try await Desk.with { desk in
            let (_, list) = try await desk.listed()
            let publicity = Publicity(of: list)
            let held = list.names[0].person
            let others = list.names.dropFirst().map(\.person)
            try await desk.service.hear(filing.suspended(2), from: .filing, sequence: 2)
            try await desk.service.hear(
                publicity.held(held),
                publicity.completed(cleared: others, held: [held]),
                from: .publicityTimer
            )
            try await desk.service.hear(publicity.held(others[0], after: true), from: .publicityTimer, sequence: 3)
            try await desk.service.hear(publicity.cleared(held, after: true), from: .publicityTimer, sequence: 4)
            #expect(try await desk.service.said(ListApproved.self).isEmpty)
            let now = desk.service.clock.now
            try await desk.service.hear(filing.resumed(3, at: now), from: .filing, sequence: 3)
            let approved = try await desk.service.said(ListApproved.self)
            #expect(approved.map(\.names.count) == [others.count - 1, 1])
            #expect(
                approved.allSatisfy { $0.determinedAt >= now.addingTimeInterval(-1) },
                "as of the day it is in force"
            )
            #expect(Set(approved.map(\.notice)) == [publicity.about.notice])
            #expect(!approved.flatMap(\.names).contains { $0.person == others[0] }, "an objection came meanwhile")
            try await desk.service.hear(
                publicity.cleared(others[0], after: true),
                from: .publicityTimer,
                sequence: 5
            )
            #expect(try await desk.service.said(ListApproved.self).count == 3)
            #expect(try await desk.service.said(RoundClosed.self).map(\.outcome) == [.determined])
        }
    }

    @Test("comes to the same whatever is heard first, and however often", arguments: 0..<6)
    func isOrderless(order: Int) async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed()
            let publicity = Publicity(of: list)
            let now = desk.service.clock.now
            let messages = try [
                ToldMessage(telling: filing.cancelled(2), from: .filing, sequence: 2, at: now),
                ToldMessage(telling: filing.setAside(3, at: now), from: .filing, sequence: 3, at: now),
                ToldMessage(
                    telling: publicity.completed(cleared: list.names.map(\.person)),
                    from: .publicityTimer,
                    sequence: 1,
                    at: now
                ),
            ]
            for place in [0, 1, 2].permutations[order] {
                try await desk.service.hear([messages[place], messages[place]])
            }
            let approved = try await desk.service.said(ListApproved.self)
            let determined = approved.flatMap(\.names).map(\.person)
            #expect(Set(determined) == Set(list.names.map(\.person)))
            #expect(determined.count == list.names.count)
            #expect(approved.count == 1)
            #expect(try await desk.service.said(RoundClosed.self).map(\.round.lowercase) == [round])
        }
    }

    @Test("signs nothing meanwhile where an officer signs determinations")
    func refusesSignature() async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed(rule: "signed")
            try await desk.service.hear(
                Publicity(of: list).completed(cleared: list.names.map(\.person)),
                from: .publicityTimer
            )
            try await desk.service.hear(filing.cancelled(2), from: .filing, sequence: 2)
            let shown = await desk.hr("GET", "/rounds/\(round)/determinations")
            let id = try #require(shown.member("items", "0", "id"))
            func sign() async -> PlainResponse {
                await desk.service.call(
                    "POST",
                    "/determinations/\(id)/signature",
                    as: .enterpriseHR,
                    of: Sample.creditCode,
                    subject: "周明远",
                    ifMatch: 1
                )
            }
            #expect(await sign().member("code") == "evaluation.determination-frozen")
            #expect(try await desk.service.said(RoundClosed.self).isEmpty)
            try await desk.service.hear(filing.setAside(3, at: desk.service.clock.now), from: .filing, sequence: 3)
            #expect(await sign().status == 200)
            #expect(try await desk.service.said(RoundClosed.self).count == 1)
        }
    }

    @Test("tells of a round once when it is opened, and of those opened before it was told at all")
    func tellsRounds() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            #expect(try await desk.service.said(RoundOpened.self).map(\.round.lowercase) == [round])
            // A copy of its row is a round that nobody was told of.
            try await desk.service.database.transaction { tx in
                _ = try tx.execute(
                    """
                    INSERT INTO round (id, version, credit_code, stage, state, filing)
                    SELECT \(Sample.id(99)), version, credit_code, stage, state, filing FROM round
                    """
                )
            }
            try await desk.service.tick()
            try await desk.service.tick()
            #expect(
                try await desk.service.said(RoundOpened.self).map(\.round) == [UUID(uuidString: round), Sample.id(99)]
            )
        }
    }
}
