import Contracts
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Plans from the first draft to the employees")
struct PlanStories {
    private static let disclosure = """
        {"shownToEmployeesOn":"2026-09-01","proof":"公告栏","sentToAuthorityOn":"2026-09-01","proofOfSending":"邮件"}
        """

    private static func body(title: String, reason: String) throws -> String {
        let plan = try Desk.planBody()
        return plan.replacing("\"title\":\"2026年\"", with: "\"title\":\"\(title)\",\"reason\":\"\(reason)\"")
    }

    @Test("a version is shown, sent with proof, received, remarked on and revised; rounds keep theirs")
    func life() async throws {
        try await Desk.with { desk in
            let made = await desk.hr("POST", "/plans", json: try Desk.planBody())
            try #require(made.status == 201, "\(made.text)")
            let plan = "/plans/\(try #require(made.member("id")))"
            #expect(made.member("version") == "1")
            #expect(made.member("workPlan", "digest") == "d")
            let early = await desk.hr("POST", "/rounds", json: "{\"plan\":\"\(made.member("id") ?? "")\"}")
            #expect(early.member("code") == "evaluation.plan-not-disclosed")
            #expect(await employee(desk, "\(plan)/shown").status == 404, "a draft is nobody's but the enterprise's")
            let photo = await desk.hr(
                "POST",
                "\(plan)/attachments?name=board.pdf&purpose=plan-shown",
                body: Array("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".utf8)
            )
            #expect(photo.status == 201, "\(photo.text)")
            let unproven = await desk.hr("POST", "\(plan)/disclosure", json: Self.disclosure, ifMatch: made.version)
            #expect(unproven.member("errors", "0", "field") == "sentFiles", "\(unproven.text)")
            #expect(unproven.member("errors", "0", "code") == "evaluation.proof-file-missing")
            let number = try #require(made.member("id"))
            try await desk.prove(number, ["plan-sent"])
            let shown = await desk.hr("POST", "\(plan)/disclosure", json: Self.disclosure, ifMatch: made.version)
            try #require(shown.status == 200, "\(shown.text)")
            #expect(shown.member("disclosure", "shownFiles", "0", "file") == photo.member("id"))
            let told = try await desk.service.said(PlanDisclosed.self)
            #expect(told.map(\.plan) == [UUID(uuidString: number)])
            #expect(told.first?.version == 1)
            #expect(told.first?.shownOn == Sample.day("2026-09-01"))
            #expect(told.first?.files == 2)

            // The centre finds it, has it, and asks for a revision.
            let sent = await desk.service.call("GET", "/plans?standing=sent", as: .centreOfficer)
            #expect(sent.member("items", "0", "id") == made.member("id"))
            let remark = await desk.service.call(
                "POST",
                "\(plan)/remarks",
                as: .centreOfficer,
                subject: "officer-1",
                json: "{\"text\":\"请写明回避办法\",\"asksForRevision\":true}",
                ifMatch: shown.version
            )
            #expect(remark.member("receipt", "by") == "officer-1", "\(remark.text)")
            #expect(remark.member("remarks", "0", "asksForRevision") == "1")
            let received = await desk.service.call("GET", "/plans?standing=received", as: .centreOfficer)
            #expect(received.member("items") == "1 items")
            let again = await desk.service.call(
                "POST",
                "\(plan)/receipt",
                as: .centreOfficer,
                json: "{}",
                ifMatch: remark.version
            )
            #expect(again.member("code") == "evaluation.plan-already-received")

            // A round on version 1; then version 2 as a draft.
            let round = await desk.hr("POST", "/rounds", json: "{\"plan\":\"\(made.member("id") ?? "")\"}")
            #expect(round.member("planVersion") == "1", "\(round.text)")
            let revised = await desk.hr(
                "POST",
                "\(plan)/versions",
                json: try Self.body(title: "2026年修订", reason: "写明回避办法"),
                ifMatch: remark.version
            )
            try #require(revised.status == 201, "\(revised.text)")
            #expect(revised.member("state") == "drawn-up")
            #expect(revised.member("version") == "2")
            let versions = await desk.hr("GET", "\(plan)/versions")
            #expect(versions.member("items", "0", "rounds", "0") == round.member("id"), "\(versions.text)")
            #expect(versions.member("items", "1", "difference", "0", "field") == "title")
            #expect(versions.member("items", "1", "difference", "0", "before") == "2026年")
            let first = await desk.hr("GET", "\(plan)/versions/1")
            #expect(first.member("title") == "2026年")
            #expect(first.member("digest") == made.member("digest"))
            let kept = await desk.hr("GET", "/rounds/\(round.member("id") ?? "")")
            #expect(kept.member("title") == "2026年")
            let undisclosed = await desk.hr("POST", "/rounds", json: "{\"plan\":\"\(made.member("id") ?? "")\"}")
            #expect(undisclosed.member("code") == "evaluation.plan-not-disclosed")

            // The file of version 1 stays; employees still read version 1, and version 2 once it is shown.
            let file = try #require(photo.member("id"))
            let discard = await desk.hr("DELETE", "/attachments/\(file)", ifMatch: photo.version)
            #expect(discard.member("code") == "evaluation.file-disclosed", "\(discard.text)")
            #expect(await employee(desk, "\(plan)/shown").member("version") == "1")
            let stale = await desk.hr("POST", "\(plan)/disclosure", json: Self.disclosure, ifMatch: revised.version)
            #expect(stale.member("errors", "0", "code") == "evaluation.proof-file-missing", "of version 1")
            try await desk.prove(number)
            let anew = await desk.hr("POST", "\(plan)/disclosure", json: Self.disclosure, ifMatch: revised.version)
            #expect(anew.status == 200, "\(anew.text)")
            #expect(await employee(desk, "\(plan)/shown").member("title") == "2026年修订")
            #expect(await employee(desk, "/shown-plans").member("items") == "1 items")
            let page = await employee(desk, "\(plan)/page")
            Picture.keep(page.body, as: "plan.html")
            #expect(page.status == 200)
            #expect(page.text.contains("2026年修订") && page.text.contains("第2版") && page.text.contains("申报时间"))
            #expect(!page.text.contains("2026年9月1日至2026年9月1日"), "one day is said once")
            #expect(!page.text.contains("expert-0"), "no account is shown")
            let stranger = await employee(desk, "\(plan)/shown", of: "9137160270000001X7")
            #expect(stranger.status == 403)
        }
    }

    private func employee(_ desk: Desk, _ path: String, of code: String = Sample.creditCode) async -> PlainResponse {
        await desk.service.call("GET", path, as: .employee, of: code)
    }

    @Test("what goes beyond the filed work plan asks for a changed filing, and a changed one for a revised plan")
    func filed() async throws {
        try await Desk.with { desk in
            func changed(_ version: Int, _ terms: FiledPlanTerms) -> FilingChanged {
                let standing = FilingStandingSample(
                    filing: Sample.scope.filing,
                    filer: Sample.enterprise,
                    occupations: Sample.occupations,
                    validThrough: Sample.scope.validThrough
                ).standing(version)
                return FilingChanged(
                    standing: FilingStanding(
                        filing: standing.filing,
                        kind: standing.kind,
                        restsOn: standing.restsOn,
                        edition: version,
                        state: standing.state,
                        filer: standing.filer,
                        enterpriseName: standing.enterpriseName,
                        agencyCode: standing.agencyCode,
                        occupations: standing.occupations,
                        validFrom: standing.validFrom,
                        validThrough: standing.validThrough,
                        effects: nil,
                        workPlanVersion: version,
                        workPlanDigest: "d\(version)",
                        workPlanTerms: terms
                    ),
                    changed: .workPlan,
                    on: Sample.today
                )
            }
            let strict = FiledPlanTerms(seniorPostYears: 5, publicityDays: 7, mostPosts: 6)
            try await desk.service.hear(changed(2, strict), from: .filing, sequence: 2)
            let refused = await desk.hr("POST", "/plans", json: try Desk.planBody())
            #expect(refused.status == 400)
            let fields = (0..<3).compactMap { refused.member("errors", "\($0)", "field") }
            #expect(fields == ["criteria.seniorPostYears", "publicityDays", "posts"], "\(refused.text)")
            #expect(refused.member("errors", "0", "message")?.contains("请先办理工作方案变更备案") == true)

            // Filed as version 3 it may be drawn up; once version 4 is filed it must be revised before a round.
            try await desk.service.hear(
                changed(3, FiledPlanTerms(seniorPostYears: 4, publicityDays: 5)),
                from: .filing,
                sequence: 3
            )
            let outdated = try Desk.planBody().replacing("\"title\"", with: "\"workPlan\":{\"version\":2},\"title\"")
            let old = await desk.hr("POST", "/plans", json: outdated)
            #expect(old.member("errors", "0", "code") == "evaluation.work-plan-outdated", "\(old.text)")
            let made = await desk.hr("POST", "/plans", json: try Desk.planBody())
            #expect(made.member("workPlan", "version") == "3", "\(made.text)")
            let id = try #require(made.member("id"))
            try await desk.prove(id)
            let shown = await desk.hr(
                "POST",
                "/plans/\(id)/disclosure",
                json: Self.disclosure,
                ifMatch: made.version
            )
            try await desk.service.hear(changed(4, FiledPlanTerms(mostPosts: 7)), from: .filing, sequence: 4)
            let round = await desk.hr("POST", "/rounds", json: "{\"plan\":\"\(id)\"}")
            #expect(round.member("code") == "evaluation.work-plan-replaced", "\(round.text)")
            let revised = await desk.hr(
                "POST",
                "/plans/\(id)/versions",
                json: try Self.body(title: "2026年", reason: "工作方案变更"),
                ifMatch: shown.version
            )
            try #require(revised.status == 201, "\(revised.text)")
            #expect(revised.member("workPlan", "version") == "4")
            try await desk.prove(id)
            let anew = await desk.hr(
                "POST",
                "/plans/\(id)/disclosure",
                json: Self.disclosure,
                ifMatch: revised.version
            )
            #expect(anew.status == 200)
            #expect(await desk.hr("POST", "/rounds", json: "{\"plan\":\"\(id)\"}").status == 201)
        }
    }

    @Test("applications come on the plan's days alone, and the round ends none of them early")
    func window() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let early = await desk.hr("POST", "/rounds/\(round)/eligibility", json: "{}", ifMatch: 1)
            #expect(early.member("code") == "evaluation.window-still-open")
            #expect(try await desk.importSample(into: round).status == 200)
            try await desk.endApplications()
            let late = try await desk.importSample(into: round)
            #expect(late.member("code") == "evaluation.window-over", "\(late.text)")
            #expect(try await desk.step(round, "eligibility").status == 200)
            let gone = await desk.hr("POST", "/plans", json: try Desk.planBody())
            #expect(gone.member("errors", "0", "code") == "evaluation.window-passed", "\(gone.text)")
        }
    }
}
