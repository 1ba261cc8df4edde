import Foundation
import Kernel
import Postgres
import Testing

@testable import FilingService

@Suite("From an enterprise to a receipt, over HTTP")
struct FilingStory {
    @Test("with corrections told once, a second version of the plan, and two facts")
    func goesTheWholeWay() async throws {
        try await Desk.with { desk in
            let (special, draftVersion) = try await Self.draft(at: desk, plan: Papers.unfinishedPlan)
            let path = "/special-filings/\(special)"

            let unfinished = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: draftVersion)
            #expect(unfinished.status == 409 && unfinished.code == "filing.work-plan-incomplete")
            #expect(unfinished.text.contains("评价标准、评价程序"))

            let planned = await desk.ask("PUT", "\(path)/work-plan", as: .hr, Papers.workPlan, ifMatch: draftVersion)
            #expect(planned.status == 200)
            let again = await desk.ask("PUT", "\(path)/work-plan", as: .hr, Papers.workPlan, ifMatch: planned.version)
            #expect(again.version == planned.version)

            let submitted = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: planned.version)
            #expect(submitted.members["state"] as? String == "submitted")
            let told = await desk.ask(
                "POST",
                "\(path)/corrections",
                as: .centre,
                Papers.corrections,
                ifMatch: submitted.version
            )
            let requests = try #require(told.members["corrections"] as? [[String: Any]])
            #expect(requests.compactMap { $0["number"] as? Int } == [1, 2])

            let plan = Papers.workPlan.replacing("评价标准\"", with: "评价标准(业绩以鉴定书为据)\"")
            let corrected = await desk.ask("PUT", "\(path)/work-plan", as: .hr, plan, ifMatch: told.version)
            let resubmitted = await desk.ask("POST", "\(path)/resubmission", as: .hr, ifMatch: corrected.version)
            #expect(resubmitted.members["state"] as? String == "resubmitted")
            let twice = await desk.ask(
                "POST",
                "\(path)/corrections",
                as: .centre,
                Papers.corrections,
                ifMatch: resubmitted.version
            )
            #expect(twice.status == 409 && twice.code == "filing.corrections-told-before")

            let accepted = await desk.ask(
                "POST",
                "\(path)/acceptance",
                as: .centre,
                Papers.acceptance,
                ifMatch: resubmitted.version
            )
            #expect(accepted.status == 200)
            #expect(accepted.members["receiptNumber"] as? String == "滨特备〔2026〕0001号")
            #expect(accepted.members["acceptedOn"] as? String == "2026-09-01")
            try await Self.checkHistory(of: special, at: desk)
        }
    }

    /// An accepted general filing and a special-grade draft on it; the draft's id and version.
    static func draft(at desk: Desk, plan: String = Papers.workPlan) async throws -> (String, String?) {
        let enterprise = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise)
        #expect(enterprise.status == 201)
        let general = await desk.ask("POST", "/general-filings", as: .hr, Papers.general)
        #expect(general.status == 201 && general.version == "\"1\"")
        let accepted = await desk.ask(
            "POST",
            "/general-filings/\(general.id)/acceptance",
            as: .centre,
            Papers.generalAcceptance,
            ifMatch: general.version
        )
        #expect(accepted.members["agencyCode"] as? String == "Y000037160001")
        let special = await desk.ask(
            "POST",
            "/special-filings",
            as: .hr,
            Papers.special(on: general.id, plan: plan)
        )
        #expect(special.status == 201)
        return (special.id, special.version)
    }

    /// Every step is in the journal, every version of the plan is kept, and two facts wait to be sent.
    private static func checkHistory(of special: String, at desk: Desk) async throws {
        let id = try #require(UUID(uuidString: special))
        try await desk.database.transaction { tx in
            let kinds = try tx.query(
                "SELECT kind FROM journal WHERE aggregate_id = \(id) ORDER BY version"
            ).map { try $0["kind"] as String }
            #expect(
                kinds == [
                    "drafted", "workPlanReplaced", "submitted", "correctionsRequested", "workPlanReplaced",
                    "resubmitted", "accepted",
                ]
            )
            let plans = try tx.query(
                """
                SELECT version FROM work_plan
                WHERE special_filing = \(id) AND digest = encode(sha256(bytes), 'hex') ORDER BY version
                """
            ).map { try $0["version"] as Int }
            #expect(plans == [1, 2, 3])
            let facts = try tx.query("SELECT routing_key FROM outbox ORDER BY id").map {
                try $0["routing_key"] as String
            }
            #expect(facts == ["filing.enterprise-registered", "filing.accepted"])
        }
    }

    @Test("a telephone is nowhere in clear but in the answer to who may see it")
    func telephonesAreSealed() async throws {
        try await Desk.with { desk in
            let enterprise = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise, key: "once")
            let shown = await desk.ask("GET", "/enterprises/\(enterprise.id)", as: .hr)
            #expect(shown.text.contains("0543-8170000"))
            try await desk.database.transaction { tx in
                let found: Int =
                    try tx.query(
                        """
                        SELECT (SELECT count(*) FROM enterprise WHERE enterprise::text LIKE '%8170000%')
                             + (SELECT count(*) FROM journal WHERE convert_from(event, 'UTF8') LIKE '%8170000%')
                             + (SELECT count(*) FROM outbox WHERE convert_from(body, 'UTF8') LIKE '%8170000%')
                             + (SELECT count(*) FROM idempotency WHERE position('8170000'::bytea IN body) > 0)
                         + (SELECT count(*) FROM enterprise_contact
                                WHERE position('8170000'::bytea IN telephone) > 0) AS found
                        """
                    ).first?.decode("found") ?? -1
                #expect(found == 0)
            }
        }
    }
}
