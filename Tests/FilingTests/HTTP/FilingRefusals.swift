import Foundation
import Postgres
import Testing

@testable import FilingService

@Suite("What the filing service refuses, over HTTP")
struct FilingRefusals {
    @Test("a body that is no JSON, or has everything wrong, with each field named")
    func namesFields() async throws {
        try await Desk.with { desk in
            let broken = await desk.ask("POST", "/enterprises", as: .centre, #"{"creditCode":"#)
            #expect(broken.status == 400 && broken.problems.values.contains("common.not-json"))

            let wrong = await desk.ask(
                "POST",
                "/enterprises",
                as: .centre,
                #"{"creditCode":"91371600MA3N00012J","name":" ","jurisdiction":"济南市","contact":{"telephone":"1\u0000"}}"#
            )
            #expect(wrong.status == 400)
            #expect(
                wrong.problems == [
                    "creditCode": "identifier.check-character", "name": "common.missing-member",
                    "jurisdiction": "filing.unknown-jurisdiction", "legalRepresentative": "common.missing-member",
                    "contact.name": "common.missing-member", "contact.telephone": "filing.unprintable",
                ]
            )
            #expect(wrong.text.contains("校验码不符"))

            let mistyped = await desk.ask("POST", "/enterprises", as: .centre, #"{"name":5}"#)
            #expect(mistyped.status == 400 && mistyped.problems == ["name": "common.wrong-type"])
        }
    }

    @Test("a general filing with wrong occupations, levels and days")
    func namesFieldsInLists() async throws {
        try await Desk.with { desk in
            let body = """
                {"creditCode":"91371600MA3N00011J","occupations":[
                  {"code":"61802","edition":"22","name":"焊工","levels":["特级"]},
                  {"code":"6-18-02-04","edition":"2022","name":"焊工","levels":["specialGradeTechnician"]},
                  {"code":"6-18-02-04","edition":"2022","name":"焊工","specialty":"--","levels":["senior"]}],
                 "evaluationBody":"委员会","staff":"12人","funding":"有","rules":"有"}
                """
            let wrong = await desk.ask("POST", "/general-filings", as: .hr, body)
            #expect(
                wrong.problems == [
                    "occupations[0].code": "filing.occupation-code",
                    "occupations[0].edition": "filing.occupation-edition",
                    "occupations[0].levels[0]": "filing.unknown-level",
                    "occupations[1].levels[0]": "filing.unknown-level",
                    "occupations[2]": "filing.occupation-twice",
                ]
            )
            _ = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise)
            let general = await desk.ask("POST", "/general-filings", as: .hr, Papers.general)
            let term = await desk.ask(
                "POST",
                "/general-filings/\(general.id)/acceptance",
                as: .centre,
                #"{"agencyCode":"X000037160001","validFrom":"2026-02-30","validThrough":"2025-01-01"}"#,
                ifMatch: general.version
            )
            #expect(
                term.problems == ["agencyCode": "identifier.character", "validFrom": "filing.not-a-day"]
            )
        }
    }

    @Test("steps the state does not allow, and changes nothing by them")
    func refusesIllegalSteps() async throws {
        try await Desk.with { desk in
            let (special, version) = try await FilingStory.draft(at: desk)
            let path = "/special-filings/\(special)"
            for step in ["acceptance": Papers.acceptance, "refusal": Papers.refusal, "corrections": Papers.corrections]
            {
                let reply = await desk.ask("POST", "\(path)/\(step.key)", as: .centre, step.value, ifMatch: version)
                #expect(reply.status == 409 && reply.code == "filing.not-submitted")
            }
            let early = await desk.ask("POST", "\(path)/resubmission", as: .hr, ifMatch: version)
            #expect(early.status == 409 && early.code == "filing.nothing-to-correct")
            let same = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise)
            #expect(same.status == 409 && same.code == "filing.enterprise-already-registered")
            let unchanged = await desk.ask("GET", path, as: .hr)
            #expect(unchanged.version == version)
        }
    }

    @Test("occupations outside the general filing, each shown, from the submission on where the city is strict")
    func refusesOutsideScope() async throws {
        try await Desk.with(settings: ["scope.rule": "strict"]) { desk in
            let (special, version) = try await FilingStory.draft(at: desk)
            let widened = await desk.ask(
                "PUT",
                "/special-filings/\(special)/application",
                as: .hr,
                #"{"application":\#(Papers.application),"occupations":[\#(Papers.welder),\#(Papers.electrician)]}"#,
                ifMatch: version
            )
            #expect(widened.status == 200)
            let outside = await desk.ask(
                "POST",
                "/special-filings/\(special)/submission",
                as: .hr,
                ifMatch: widened.version
            )
            #expect(outside.status == 409 && outside.code == "filing.outside-scope")
            #expect(outside.text.contains("电工(6-31-01-03)") && !outside.text.contains("焊工"))
        }
    }

    @Test("an acceptance after the general filing has lapsed, and the number is not used up")
    func refusesAfterTheTerm() async throws {
        try await Desk.with { desk in
            let (special, version) = try await FilingStory.draft(at: desk)
            let path = "/special-filings/\(special)"
            let submitted = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: version)
            try await desk.travel(to: "2029-01-01")
            let late = await desk.ask(
                "POST",
                "\(path)/acceptance",
                as: .centre,
                Papers.acceptance,
                ifMatch: submitted.version
            )
            #expect(late.status == 409 && late.code == "filing.general-filing-not-in-force")
            #expect(late.text.contains("2028-12-31"))
            try await desk.database.transaction { tx in
                let counters = try tx.query("SELECT word FROM receipt_counter WHERE word = '滨特备'").count
                #expect(counters == 0)
            }
        }
    }

    @Test("callers without a token, of the wrong role, or of another enterprise")
    func refusesOthers() async throws {
        try await Desk.with { desk in
            let (special, version) = try await FilingStory.draft(at: desk)
            let path = "/special-filings/\(special)"
            #expect(await desk.ask("GET", path, as: .nobody).status == 401)
            #expect(await desk.ask("GET", path, as: .employee).status == 403)
            #expect(await desk.ask("GET", path, as: .otherHR).code == "common.other-enterprise")
            #expect(await desk.ask("GET", path, as: .bureau).status == 200)
            #expect(await desk.ask("POST", "\(path)/submission", as: .otherHR, ifMatch: version).status == 403)
            #expect(await desk.ask("POST", "/general-filings", as: .otherHR, Papers.general).status == 403)
            for officer in [Desk.Who.bureau, .hr] {
                let reply = await desk.ask(
                    "POST",
                    "\(path)/acceptance",
                    as: officer,
                    Papers.acceptance,
                    ifMatch: version
                )
                #expect(reply.status == 403)
            }
            let list = await desk.ask("GET", "/special-filings?creditCode=91371600MA3N00011J", as: .otherHR)
            #expect((list.members["items"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("what is not there, another version, and no version")
    func refusesUnknownAndStale() async throws {
        try await Desk.with { desk in
            let (special, version) = try await FilingStory.draft(at: desk)
            let path = "/special-filings/\(special)"
            let unknown = "/special-filings/01990000-0000-7000-8000-0000000000ff"
            #expect(await desk.ask("GET", unknown, as: .hr).status == 404)
            #expect(await desk.ask("GET", "/special-filings/1", as: .hr).status == 404)
            #expect(await desk.ask("POST", "\(unknown)/submission", as: .hr, ifMatch: "\"1\"").status == 404)
            let orphan = Papers.special(on: "01990000-0000-7000-8000-0000000000ff")
            #expect(await desk.ask("POST", "/special-filings", as: .hr, orphan).status == 404)
            let unregistered = Papers.general(of: "9137160270000001X7")
            #expect(await desk.ask("POST", "/general-filings", as: .otherHR, unregistered).status == 404)
            #expect(await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: "\"7\"").status == 409)
            #expect(await desk.ask("POST", "\(path)/submission", as: .hr).status == 428)
            #expect(await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: version).status == 200)
        }
    }

    @Test("an agency code another enterprise has")
    func refusesATakenAgencyCode() async throws {
        try await Desk.with { desk in
            _ = try await FilingStory.draft(at: desk)
            _ = await desk.ask("POST", "/enterprises", as: .centre, Papers.otherEnterprise)
            let other = Papers.general(of: "9137160270000001X7")
            let general = await desk.ask("POST", "/general-filings", as: .otherHR, other)
            let taken = await desk.ask(
                "POST",
                "/general-filings/\(general.id)/acceptance",
                as: .centre,
                Papers.generalAcceptance,
                ifMatch: general.version
            )
            #expect(taken.status == 409 && taken.code == "filing.agency-code-taken")
        }
    }

    @Test("the same key with another request, while the same request gets the same answer")
    func answersOnce() async throws {
        try await Desk.with { desk in
            let first = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise, key: "k1")
            let second = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise, key: "k1")
            #expect(first.status == 201 && second.status == 201 && first.text == second.text)
            let other = await desk.ask("POST", "/enterprises", as: .centre, Papers.otherEnterprise, key: "k1")
            #expect(other.status == 422)
        }
    }

    @Test("a state there is not; lists come page by page")
    func listsArePaged() async throws {
        try await Desk.with { desk in
            let (special, _) = try await FilingStory.draft(at: desk)
            let wrong = await desk.ask("GET", "/special-filings?state=done", as: .centre)
            #expect(wrong.status == 400 && wrong.problems == ["state": "filing.unknown-state"])
            let drafts = await desk.ask("GET", "/special-filings?state=draft", as: .hr)
            #expect((drafts.members["items"] as? [[String: Any]])?.first?["id"] as? String == special)
            #expect(drafts.members["next"] is NSNull)
            _ = await desk.ask("POST", "/enterprises", as: .centre, Papers.otherEnterprise)
            let page = await desk.ask("GET", "/enterprises?limit=1", as: .centre)
            let next = try #require(page.members["next"] as? String)
            let rest = await desk.ask("GET", "/enterprises?limit=1&after=\(next)", as: .centre)
            #expect((rest.members["items"] as? [Any])?.count == 1 && rest.members["next"] is NSNull)
            let own = await desk.ask("GET", "/enterprises", as: .hr)
            #expect((own.members["items"] as? [Any])?.count == 1)
        }
    }
}
