import EvaluationDomain
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("A plan that does not say how its panel is formed", .timeLimit(.minutes(30)))
struct PlansWithoutRule {
    @Test("is refused by that field when it is new, and as a new version")
    func refused() async throws {
        try await Desk.with { desk in
            let silent = try Desk.planBody(panelRule: nil)
            let refused = await desk.hr("POST", "/plans", json: silent)
            #expect(refused.status == 400)
            #expect(refused.member("errors", "0", "field") == "panelRule", "\(refused.text)")
            let plan = await desk.hr("POST", "/plans", json: try Desk.planBody())
            let id = try #require(plan.member("id"))
            let revised = await desk.hr(
                "POST",
                "/plans/\(id)/versions",
                json: silent.replacing("{\"filing\"", with: "{\"reason\":\"更正\",\"filing\""),
                ifMatch: plan.version
            )
            #expect(revised.member("errors", "0", "field") == "panelRule", "\(revised.text)")
        }
    }

    @Test("and was stored before goes on, and who must stand aside is looked for all the same")
    func derived() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            _ = try await desk.importSample(into: round)
            _ = try await desk.step(round, "eligibility")
            try await desk.signRelaxations(round)
            try await desk.service.database.transaction { tx in
                try tx.execute("UPDATE round SET state = state #- '{judged,terms,panelRule}'")
            }
            #expect(await desk.hr("GET", "/rounds/\(round)/panel").member("state") == "as-planned")
            // One of the plan's members leads the workshop of some candidates.
            try await desk.enterExpert(3, name: "委员3", extra: ",\"leads\":[\"焊接一车间\"]")
            _ = try await desk.step(round, "voting", json: Desk.officersBody)
            for place in 0..<2 { #expect(await desk.officer(place, "voting/key", of: round).status == 201) }
            // Of the others nobody knows whom they must not judge; that is asked for.
            let version = await desk.hr("GET", "/rounds/\(round)").version
            let unknown = await desk.hr("POST", "/rounds/\(round)/voting/opening", json: "{}", ifMatch: version)
            #expect(unknown.member("code") == "evaluation.panel-member-undeclared", "\(unknown.text)")
            for number in [0, 1, 2, 4] {
                let origin = number == 4 ? "invited" : "own"
                try await desk.enterExpert(number, name: "委员\(number)", origin: origin)
            }
            _ = try await desk.step(round, "voting/opening")
            let panel = await desk.hr("GET", "/rounds/\(round)/panel")
            #expect(panel.member("recusals", "0", "member") == "expert-3", "\(panel.text)")
            #expect(panel.member("recusals", "0", "origin") == "derived")
            let seen = try await desk.candidates(3, of: round)
            let all = try await desk.candidates(0, of: round)
            #expect(!seen.isEmpty && seen.count < all.count)
            let ballot = try await desk.ballot(0, of: round) { _ in "yes" }
            _ = await desk.member(3, "POST", "voting/attendance", of: round, json: "{}")
            let refused = await desk.member(3, "POST", "ballots", of: round, json: ballot)
            #expect(refused.member("code") == "evaluation.recused-from-candidate", "\(refused.text)")
        }
    }

    @Test("seats nobody who applied in the round")
    func applicant() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            _ = try await desk.importSample(into: round)
            _ = try await desk.step(round, "eligibility")
            try await desk.signRelaxations(round)
            let name = try #require(
                await desk.hr("GET", "/rounds/\(round)/applications").member("items", "0", "name")
            )
            try await desk.enterExpert(2, name: name)
            try await desk.service.database.transaction { tx in
                try tx.execute("UPDATE round SET state = state #- '{judged,terms,panelRule}'")
            }
            _ = try await desk.step(round, "voting", json: Desk.officersBody)
            for place in 0..<2 { #expect(await desk.officer(place, "voting/key", of: round).status == 201) }
            let version = await desk.hr("GET", "/rounds/\(round)").version
            let refused = await desk.hr("POST", "/rounds/\(round)/voting/opening", json: "{}", ifMatch: version)
            #expect(refused.member("code") == "evaluation.expert-applied", "\(refused.text)")
        }
    }
}
