import Contracts
import Foundation
import Kernel
import Postgres
import TestSupport
import Testing

@testable import FilingService

@Suite("Filed work plans, over HTTP")
struct WorkPlanStory {
    static let changed = Papers.workPlan.replacing("业绩评审与答辩", with: "业绩评审、现场答辩和实操")

    static func change(_ plan: String = changed, reason: String = "增加实操") -> String {
        #"{"workPlan":\#(plan),"reason":"\#(reason)"}"#
    }

    /// An accepted special-grade filing; its path.
    static func accepted(at desk: Desk) async throws -> String {
        let (path, version) = try await OfficersAtWork.submitted(at: desk)
        let accepted = await desk.ask("POST", "\(path)/acceptance", as: .centre, Papers.acceptance, ifMatch: version)
        #expect(accepted.status == 200, "\(accepted.text)")
        return path
    }

    @Test("a changed plan is filed as a new version while the accepted one stays in force until it is accepted")
    func goesTheWholeWay() async throws {
        try await Desk.with { desk in
            let path = try await Self.accepted(at: desk)
            let draft = await desk.ask("POST", "\(path)/work-plan-changes", as: .hr, Self.change())
            #expect(draft.status == 201 && draft["workPlan.version"] as? Int == 2, "\(draft.text)")
            let change = "/work-plan-changes/\(draft.id)"
            let second = await desk.ask("POST", "\(path)/work-plan-changes", as: .hr, Self.change())
            #expect(second.code == "filing.already-running")
            let written = Self.changed.replacing("评审委员会5人", with: "评审委员会7人")
            let revised = await desk.ask(
                "PUT",
                "\(change)/work-plan",
                as: .hr,
                Self.change(written),
                ifMatch: draft.version
            )
            #expect(revised["workPlan.version"] as? Int == 3)
            let submitted = await desk.ask("POST", "\(change)/submission", as: .hr, ifMatch: revised.version)
            #expect(submitted["handling.clock.state"] as? String == "running", "\(submitted.text)")
            #expect(await desk.ask("GET", path, as: .hr)["workPlanInForce"] as? Int == 1)
            let work = await desk.ask("GET", "/handlings", as: .centre)
            #expect(work.items.map { $0["kind"] as? String } == ["work-plan"])

            let accepted = await desk.ask("POST", "\(change)/acceptance", as: .centre, "{}", ifMatch: submitted.version)
            #expect(accepted["receiptNumber"] as? String == "滨特变〔2026〕0001号", "\(accepted.text)")
            #expect(await desk.ask("GET", path, as: .hr)["workPlanInForce"] as? Int == 3)

            let versions = await desk.ask("GET", "\(path)/work-plans", as: .hr)
            #expect(versions.items.map { $0["isInForce"] as? Bool } == [false, false, true])
            #expect(versions.items.compactMap { ($0["digest"] as? String)?.count } == [64, 64, 64])
            let third = await desk.ask("GET", "\(path)/work-plans/3?against=1", as: .centre)
            let parts = try #require(third["difference"] as? [[String: Any]])
            #expect(parts.map { $0["title"] as? String } == ["评价方法", "组织方式"])
            let lines = try #require(parts[0]["lines"] as? [[String: Any]])
            #expect(lines.map { $0["kind"] as? String } == ["removed", "added"])
            #expect(await desk.ask("GET", "\(path)/work-plans/9", as: .hr).status == 404)
            #expect(await desk.ask("GET", "\(path)/work-plans", as: .otherHR).status == 403)
        }
    }

    private static func plan(terms: String) -> String {
        Papers.workPlan.replacing("\"planning\"", with: "\"terms\":\(terms),\"planning\"")
    }

    @Test("lays down in machine form what plans are held against, and tells it; below the notice it is refused")
    func terms() async throws {
        try await Desk.with { desk in
            let path = try await Self.accepted(at: desk)
            let low = Self.plan(
                terms: """
                    {"seniorPostYears":3,"publicityDays":4,"committees":["panel"],
                     "methods":[{"name":"业绩评审","weight":50},{"name":"答辩","weight":40}]}
                    """
            )
            let refused = await desk.ask("POST", "\(path)/work-plan-changes", as: .hr, Self.change(low))
            #expect(refused.status == 400)
            for field in ["seniorPostYears", "publicityDays", "committees", "methods"] {
                #expect(refused.text.contains("workPlan.terms.\(field)\""), "\(field): \(refused.text)")
            }
            let good = Self.plan(terms: #"{"publicityDays":7,"methods":[{"name":"业绩评审","weight":100,"passMark":60}]}"#)
            let draft = await desk.ask("POST", "\(path)/work-plan-changes", as: .hr, Self.change(good))
            #expect(draft.status == 201, "\(draft.text)")
            let change = "/work-plan-changes/\(draft.id)"
            let submitted = await desk.ask("POST", "\(change)/submission", as: .hr, ifMatch: draft.version)
            let accepted = await desk.ask("POST", "\(change)/acceptance", as: .centre, "{}", ifMatch: submitted.version)
            #expect(accepted.status == 200, "\(accepted.text)")
            let told = try await desk.service.said(FilingChanged.self).last?.standing.workPlanTerms
            #expect(told?.publicityDays == 7)
            #expect(told?.methods == [.init(name: "业绩评审", weight: 100, passMark: 60)])
            let read = await desk.ask("GET", "\(path)/work-plans/2?against=1", as: .centre)
            let lines = try #require(read["termsDifference"] as? [[String: Any]])
            #expect(lines.map { $0["text"] as? String } == ["评价方法:业绩评审(占100%,60分合格)", "公示期:不少于7个工作日"])
        }
    }

    @Test("a change is refused or withdrawn and the plan in force stays; the same plan is no change")
    func staysInForce() async throws {
        try await Desk.with { desk in
            let path = try await Self.accepted(at: desk)
            let same = await desk.ask("POST", "\(path)/work-plan-changes", as: .hr, Self.change(Papers.workPlan))
            #expect(same.code == "filing.plan-unchanged")
            for step in ["refusal", "withdrawal"] {
                let draft = await desk.ask("POST", "\(path)/work-plan-changes", as: .hr, Self.change())
                let change = "/work-plan-changes/\(draft.id)"
                let submitted = await desk.ask("POST", "\(change)/submission", as: .hr, ifMatch: draft.version)
                let ended = await desk.ask(
                    "POST",
                    "\(change)/\(step)",
                    as: step == "refusal" ? .centre : .hr,
                    step == "refusal" ? Papers.refusal : "{}",
                    ifMatch: submitted.version
                )
                #expect(ended.status == 200 && ended["handling.clock.state"] as? String == "ended", "\(ended.text)")
                #expect(await desk.ask("GET", path, as: .hr)["workPlanInForce"] as? Int == 1)
            }
            let changes = await desk.ask("GET", "\(path)/work-plan-changes", as: .hr)
            #expect(changes.items.map { $0["state"] as? String } == ["refused", "withdrawn"])
        }
    }

    @Test("nothing is changed of a filing that is not accepted, or whose general filing has lapsed")
    func needsAFilingInForce() async throws {
        try await Desk.with { desk in
            let (special, version) = try await FilingStory.draft(at: desk)
            let path = "/special-filings/\(special)"
            let early = await desk.ask("POST", "\(path)/work-plan-changes", as: .hr, Self.change())
            #expect(early.code == "filing.special-not-accepted")
            let submitted = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: version)
            _ = await desk.ask("POST", "\(path)/acceptance", as: .centre, Papers.acceptance, ifMatch: submitted.version)
            try await desk.travel(to: "2029-01-01")
            let late = await desk.ask("POST", "\(path)/work-plan-changes", as: .hr, Self.change())
            #expect(late.code == "filing.general-filing-not-in-force")
        }
    }
}
