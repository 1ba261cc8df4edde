import Contracts
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("What the evaluation service refuses", .timeLimit(.minutes(30)))
struct Refusals {
    @Test("a form with everything wrong is answered member by member, in Chinese")
    func members() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            var form = try #require(try Sample.systemApplications().first)
            form.name = " "
            form.documentNumber = "372301197903159990"
            form.seniorSpans = "四年多"
            form.stillInOccupation = "大概"
            form.occupationCode = "6-18-01-02"
            form.priorNumber = "1.83716E+15"
            form.hiredOn = "去年"
            form.conditions = "二7"
            form.relaxationGround = "稀缺型"
            let answer = await desk.hr(
                "POST",
                "/rounds/\(round)/applications",
                json: String(decoding: try WireFormat.encode(form), as: UTF8.self)
            )
            #expect(answer.status == 400)
            struct Problem: Decodable {
                struct Field: Decodable { let field, code, message: String }
                let errors: [Field]
            }
            let errors = try WireFormat.decode(Problem.self, from: answer.body).errors
            #expect(
                Set(errors.map { "\($0.field) \($0.code)" }) == [
                    "name evaluation.field-missing", "documentNumber identifier.check-character",
                    "occupationCode evaluation.occupation-not-planned", "priorNumber identifier.rounded-by-excel",
                    "seniorSpans evaluation.spans", "conditions evaluation.conditions",
                    "relaxedClause evaluation.field-missing", "hiredOn evaluation.day",
                    "stillInOccupation evaluation.yes-or-no",
                ]
            )
            #expect(errors.allSatisfy { $0.message.unicodeScalars.contains { $0.properties.isIdeographic } })
            #expect(await desk.hr("GET", "/rounds/\(round)").member("applications") == "0")
        }
    }

    @Test("steps out of order are told so")
    func order() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            for (word, json, code) in [
                ("eligibility", "{}", "evaluation.window-still-open"), ("voting", "{}", "evaluation.round-not-judged"),
                ("count", "{}", "evaluation.round-not-voting"),
                ("proposed-list", "{\"publishedOn\":\"2026-09-30\"}", "evaluation.round-not-counted"),
                ("proposed-list/withdrawal", "{\"reason\":\"x\"}", "evaluation.not-listed"),
            ] {
                let answer = await desk.hr("POST", "/rounds/\(round)/\(word)", json: json, ifMatch: 1)
                #expect(answer.status == 409)
                #expect(answer.member("code") == code)
            }
            _ = try await desk.importSample(into: round)
            _ = try await desk.step(round, "eligibility")
            let late = try await desk.importSample(into: round)
            #expect(late.member("code") == "evaluation.round-closed")
        }
    }

    @Test("commands want the version that was seen")
    func versions() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            #expect(await desk.hr("POST", "/rounds/\(round)/eligibility", json: "{}").status == 428)
            #expect(await desk.hr("POST", "/rounds/\(round)/eligibility", json: "{}", ifMatch: 7).status == 412)
        }
    }

    @Test("another enterprise sees and does nothing here")
    func strangers() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let other = "9137160270000001X7"
            #expect(await desk.hr("GET", "/rounds/\(round)", of: other).status == 403)
            #expect(await desk.hr("GET", "/rounds/\(round)/applications", of: other).status == 403)
            #expect(
                await desk.hr("POST", "/rounds/\(round)/eligibility", json: "{}", ifMatch: 1, of: other).status == 403
            )
            #expect(await desk.hr("POST", "/plans", json: try Desk.planBody(), of: other).status == 403)
            #expect(await desk.hr("GET", "/rounds", of: other).member("items") == "0 items")
            #expect(await desk.hr("GET", "/rounds").member("items") == "1 items")
            let officer = await desk.service.call("GET", "/rounds", as: .centreOfficer)
            #expect(officer.member("items") == "1 items")
        }
    }

    @Test("what does not exist is not found, and a plan laxer than the notice is refused")
    func unknown() async throws {
        try await Desk.with { desk in
            #expect(await desk.hr("GET", "/rounds/\(Sample.id(99).lowercase)").status == 404)
            #expect(await desk.hr("POST", "/plans", json: try Desk.planBody(filing: Sample.id(99))).status == 404)
            let lax = await desk.hr("POST", "/plans", json: try Desk.planBody(publicityDays: 4))
            #expect(lax.status == 400)
            #expect(lax.member("errors", "0", "field") == "publicityDays")
            #expect(await desk.hr("POST", "/plans", json: "{").status == 400)
            let hr = "\"handlingContact\":{\"office\":\"人力资源部\",\"telephone\":\"0543-5550123\"}"
            let own = await desk.hr("POST", "/plans", json: try Desk.planBody(office: hr))
            #expect(own.member("errors", "0", "code") == "evaluation.handling-office", "\(own.text)")
            let union = "\"handlingContact\":{\"office\":\"公司工会\",\"telephone\":\"0543-5550123\",\"email\":\" \"}"
            let drawn = await desk.hr("POST", "/plans", json: try Desk.planBody(office: union))
            #expect(drawn.member("handlingOffice") == "公司工会", "\(drawn.text)")
            #expect(drawn.member("handlingContact", "telephone") == "0543-5550123")
            let none = await desk.hr("POST", "/plans", json: try Desk.planBody(office: "\"handlingContact\":{}"))
            #expect(none.member("errors", "0", "field") == "handlingOffice", "\(none.text)")
        }
    }

    @Test("a round needs a plan that was shown")
    func undisclosed() async throws {
        try await Desk.with { desk in
            let plan = await desk.hr("POST", "/plans", json: try Desk.planBody())
            let round = await desk.hr("POST", "/rounds", json: "{\"plan\":\"\(plan.member("id") ?? "")\"}")
            #expect(round.member("code") == "evaluation.plan-not-disclosed")
        }
    }

    @Test("the same person with other particulars keeps the application there is")
    func applicantAgain() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            var form = try #require(try Sample.systemApplications().first)
            func submit() async throws -> PlainResponse {
                await desk.hr(
                    "POST",
                    "/rounds/\(round)/applications",
                    json: String(decoding: try WireFormat.encode(form), as: UTF8.self)
                )
            }
            let first = try await submit()
            #expect(first.status == 201)
            #expect(try await submit().member("id") == first.member("id"))
            form.merits = "另一项业绩"
            let other = try await submit()
            #expect(other.status == 409)
            #expect(other.member("code") == "evaluation.already-applied")
            form.name = "别人"
            let stranger = try await submit()
            #expect(stranger.status == 400)
            #expect(stranger.member("errors", "0", "code") == "evaluation.name-differs")
        }
    }

    @Test("a review decides what waits for a person, once")
    func review() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            var form = try #require(try Sample.systemApplications().first)
            form.positionKind = "检验"
            let taken = await desk.hr(
                "POST",
                "/rounds/\(round)/applications",
                json: String(decoding: try WireFormat.encode(form), as: UTF8.self)
            )
            let id = try #require(taken.member("id"))
            _ = try await desk.step(round, "eligibility")
            _ = try await desk.prepareVote(round)
            let waiting = await desk.hr("POST", "/rounds/\(round)/voting/opening", json: "{}", ifMatch: 2)
            #expect(waiting.member("code") == "evaluation.waiting-for-review")
            let decision = "{\"clause\":\"preamble\",\"outcome\":\"met\",\"reason\":\"在车间现场检验\"}"
            let reviewed = await desk.hr("POST", "/applications/\(id)/review", json: decision, ifMatch: 2)
            #expect(reviewed.member("state") == "eligible", "\(reviewed.text)")
            let again = await desk.hr("POST", "/applications/\(id)/review", json: decision, ifMatch: 3)
            #expect(again.member("code") == "evaluation.nothing-to-review")
            #expect(await desk.hr("POST", "/rounds/\(round)/voting/opening", json: "{}", ifMatch: 2).status == 200)
        }
    }
}
