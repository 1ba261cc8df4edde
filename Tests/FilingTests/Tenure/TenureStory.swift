import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import FilingDomain
@testable import FilingService

@Suite("The life of a filing, over HTTP", .timeLimit(.minutes(30)))
struct TenureStory {
    @Test("begins with the acceptance, and a special-grade filing has the term of the general one")
    func begins() async throws {
        try await ExitBench.with { bench in
            let special = await bench.hr("GET", "/tenures/\(bench.special)")
            #expect(special.member("state") == "in-force", "\(special.text)")
            #expect(special.member("validThrough") == "2028-12-31")
            #expect(special.member("restsOn") == bench.general)
            #expect(special.member("workPlanVersion") == "1")
            let general = await bench.hr("GET", "/tenures/\(bench.general)")
            #expect(general.member("renewalOpensOn") == "2028-10-03")
            #expect(general.member("record", "rounds") == "0")
            #expect(general.member("record", "parityAttested") == nil, "nobody tells it, so it is not known")
            #expect(await bench.hr("GET", "/tenures?kind=special").member("items") == "1 items")
        }
    }

    @Test("is renewed within its last ninety days, on the record, and the special-grade filing with it")
    func renews() async throws {
        try await ExitBench.with { bench in
            let path = "/tenures/\(bench.general)/renewals"
            let body = #"{"validThrough":"2031-12-31","statement":"三年评价6批"}"#
            let early = await bench.hr("POST", path, body)
            #expect(early.member("code") == "filing.renewal-not-open" && early.text.contains("2028-10-03"))
            try await bench.desk.travel(to: "2028-10-03")
            try await bench.desk.service.tick()
            #expect(try await bench.desk.service.said(RenewalDue.self).map(\.threshold) == [90])
            #expect(await bench.hr("GET", "/renewals-due").member("items", "0", "isAppliedFor") == "0")
            let asked = await bench.hr("POST", path, body)
            #expect(asked.status == 201, "\(asked.text)")
            #expect(await bench.hr("POST", path, body).member("code") == "filing.request-pending")
            #expect(await bench.hr("GET", "/renewals-due").member("items", "0", "isAppliedFor") == "1")
            let request = try #require(asked.member("id"))
            let shown = await bench.desk.service.call("GET", "/tenure-requests/\(request)", as: .centreOfficer)
            #expect(shown.member("record", "certificates") == "0")
            try await bench.desk.travel(to: "2028-11-01")
            let granted = await bench.desk.service.call(
                "POST",
                "/tenure-requests/\(request)/grant",
                as: .centreOfficer,
                json: #"{"reasons":"记录良好"}"#,
                ifMatch: 1
            )
            #expect(granted.member("state") == "granted", "\(granted.text)")
            let general = await bench.hr("GET", "/tenures/\(bench.general)")
            #expect(general.member("validThrough") == "2031-12-31")
            #expect(general.member("terms", "1", "from") == "2029-01-01")
            #expect(await bench.hr("GET", "/tenures/\(bench.special)").member("validThrough") == "2031-12-31")
            let told = try await bench.desk.service.said(FilingChanged.self)
            #expect(told.map(\.changed) == [.term, .term])
            #expect(Set(told.map(\.standing.kind)) == [.general, .special])
            #expect(told.allSatisfy { $0.standing.validFrom == Sample.day("2026-01-01") })
        }
    }

    @Test("takes another occupation for the rest of its term and no longer")
    func adds() async throws {
        try await ExitBench.with { bench in
            let outside = await bench.hr(
                "POST",
                "/tenures/\(bench.special)/additions",
                #"{"occupations":[\#(Papers.electrician)],"statement":"新设岗位"}"#
            )
            #expect(outside.member("code") == "filing.outside-general", "\(outside.text)")
            let asked = await bench.hr(
                "POST",
                "/tenures/\(bench.general)/additions",
                """
                {"occupations":[{"code":"6-31-01-03","edition":"2022","name":"电工","levels":["seniorTechnician"]}],
                 "statement":"增加电工高级技师"}
                """
            )
            let request = try #require(asked.member("id"), "\(asked.text)")
            let granted = await bench.desk.service.call(
                "POST",
                "/tenure-requests/\(request)/grant",
                as: .centreOfficer,
                json: #"{"reasons":"具备条件"}"#,
                ifMatch: 1
            )
            #expect(granted.status == 200, "\(granted.text)")
            #expect(await bench.hr("GET", "/tenures/\(bench.general)").member("validThrough") == "2028-12-31")
            let now = await bench.hr(
                "POST",
                "/tenures/\(bench.special)/additions",
                #"{"occupations":[\#(Papers.electrician)],"statement":"新设岗位"}"#
            )
            #expect(now.status == 201, "the general filing has it up to senior technician now: \(now.text)")
        }
    }

    @Test("is suspended by the bureau with facts, reasons and basis, and lifted with reasons")
    func suspends() async throws {
        try await ExitBench.with { bench in
            let wrong = await bench.bureau("POST", "/tenures/\(bench.general)/suspension", "{}")
            #expect(wrong.status == 400 && ["facts", "reasons", "basis"].allSatisfy(wrong.text.contains))
            let body = #"{"facts":"评价现场无督导员","reasons":"管理失序","basis":"通知第六条"}"#
            let suspended = await bench.bureau("POST", "/tenures/\(bench.general)/suspension", body)
            #expect(suspended.member("state") == "suspended", "\(suspended.text)")
            let special = await bench.hr("GET", "/tenures/\(bench.special)")
            #expect(special.member("state") == "suspended")
            #expect(special.member("suspensions", "0", "isOfGeneral") == "1")
            let renewal = await bench.hr(
                "POST",
                "/tenures/\(bench.general)/renewals",
                #"{"validThrough":"2031-12-31","statement":"x"}"#
            )
            #expect(renewal.member("code") == "filing.suspended")
            let lifted = await bench.bureau("POST", "/tenures/\(bench.general)/lifting", #"{"reasons":"已整改"}"#)
            #expect(lifted.member("state") == "in-force")
            #expect(await bench.hr("GET", "/tenures/\(bench.special)").member("state") == "in-force")
            let said = try await bench.desk.service.said(FilingSuspended.self).map(\.standing)
            #expect(said.count == 2 && said.allSatisfy { $0.effects?.rounds == .freeze })
            #expect(try await bench.desk.service.said(FilingResumed.self).count == 2)
        }
    }

    @Test("is over with its last day, and that is told once")
    func expires() async throws {
        try await ExitBench.with { bench in
            try await bench.desk.travel(to: "2029-01-01")
            try await bench.desk.service.tick()
            try await bench.desk.service.tick()
            #expect(await bench.hr("GET", "/tenures/\(bench.special)").member("state") == "expired")
            let told = try await bench.desk.service.said(FilingChanged.self)
            #expect(told.map(\.changed) == [.expired, .expired])
            let another = await bench.desk.ask("POST", "/special-filings", as: .hr, Papers.special(on: bench.general))
            #expect(another.code == "filing.general-filing-not-in-force")
        }
    }

    @Test("is given to what was accepted before filings had one")
    func isMigrated() async throws {
        try await ExitBench.with { bench in
            let before = await bench.hr("GET", "/tenures/\(bench.special)")
            let general = await bench.hr("GET", "/tenures/\(bench.general)")
            let forward = try Repository.text("Services/Filing/Migrations/v004_tenure.sql")
            let inserts = forward.split(separator: ";").filter { $0.contains("INSERT INTO tenure (") }
            #expect(inserts.count == 2)
            // What they would insert now is what the acceptances have begun.
            let made = try await bench.desk.database.transaction { tx in
                try inserts.flatMap { insert in
                    let rows = insert[(insert.range(of: "\nSELECT")?.lowerBound ?? insert.startIndex)...]
                    let columns = "id, filing, enterprise, kind, general, standing, f, t, look_on, state, version"
                    return try tx.query(SQL(stringLiteral: "SELECT * FROM (\(rows)) AS made (\(columns))"))
                        .map(TenureStore.stored)
                }
            }
            let rules = TenureRules(opens: nil, thresholds: nil)
            let views = made.compactMap { TenureView($0, on: Sample.day("2026-09-01"), rules) }
            #expect(views.map(\.kind) == [.general, .special])
            #expect(general.member("agencyCode") == views[0].agencyCode)
            #expect(before.member("occupations") == "\(views[1].occupations.count) items")
            #expect(before.member("validThrough") == views[1].validThrough.description)
            #expect(views[1].workPlanVersion == 1)
        }
    }
}
