import Contracts
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Who applies", .timeLimit(.minutes(30)))
struct ApplyingStory {
    /// A form of the sample, without the day on which it was signed.
    private static func form(
        _ index: Int = 0,
        _ change: (inout ApplicationForm) -> Void = { _ in }
    ) throws -> ApplicationForm {
        var form = try Sample.systemApplications()[index]
        form.confirmedOn = nil
        change(&form)
        return form
    }

    private static func json(_ form: ApplicationForm) throws -> String {
        String(decoding: try WireFormat.encode(form), as: UTF8.self)
    }

    private static func members(_ form: ApplicationForm) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: JSONEncoder().encode(form))
    }

    private static func draft(_ members: [String: String]) throws -> String {
        String(decoding: try JSONEncoder().encode(["form": members]), as: UTF8.self)
    }

    @Test("writes a draft, is told what is missing, hands it in, and sees it confirmed by the own hand")
    func employee() async throws {
        try await Desk.with { desk in
            let first = try await desk.openRound()
            // Human resources has entered the person once, in another round.
            let known = await desk.hr("POST", "/rounds/\(first)/applications", json: try Self.json(try Self.form()))
            let person = try #require(known.member("person").flatMap(UUID.init(uuidString:)))
            let round = try await desk.openRound()
            let begun = await desk.employee(
                "POST",
                "/rounds/\(round)/applications/drafts",
                person: person,
                json: try Self.draft(["unit": "滨州渤远机械制造有限公司", "stillInOccupation": "也许"])
            )
            try #require(begun.status == 201, "\(begun.text)")
            let id = try #require(begun.member("id"))
            let check = await desk.employee("GET", "/applications/\(id)/check", person: person)
            #expect(check.member("isComplete") == "0")
            #expect(check.text.contains("请填写“是”或“否”") && check.text.contains("必填"))
            #expect(check.member("eligibility", "standing") == "open")
            #expect(!check.text.contains("evaluation.document-number"))
            let early = await desk.employee(
                "POST",
                "/applications/\(id)/submission",
                person: person,
                ifMatch: begun.version
            )
            #expect(early.status == 400 && early.text.contains("merits"))

            var members = try Self.members(try Self.form())
            for own in ["name", "documentType", "documentNumber"] { members[own] = nil }
            let saved = await desk.employee(
                "PUT",
                "/applications/\(id)/draft",
                person: person,
                json: try Self.draft(members),
                ifMatch: begun.version
            )
            try #require(saved.status == 200, "\(saved.text)")
            let again = await desk.employee("GET", "/applications/\(id)/check", person: person)
            #expect(again.member("isComplete") == "1", "\(again.text)")
            #expect(again.member("eligibility", "standing") == "eligible")
            // What an employee writes, human resources does not see; nor does another employee.
            #expect(await desk.hr("GET", "/applications/\(id)/draft").status == 404)
            #expect(await desk.employee("GET", "/applications/\(id)/draft", person: Sample.id(77)).status == 404)
            let done = await desk.employee(
                "POST",
                "/applications/\(id)/submission",
                person: person,
                ifMatch: saved.version
            )
            try #require(done.status == 201, "\(done.text)")
            #expect(done.member("id") == id)
            #expect(done.member("confirmation", "state") == "by-person")
            let own = await desk.employee("GET", "/my-applications", person: person)
            #expect(
                own.member("applications", "0", "id") == id && own.member("drafts", "0", "id") == nil,
                "\(own.text)"
            )
            #expect(await desk.hr("GET", "/applications/\(id)").status == 200)
            #expect(await desk.employee("GET", "/applications/\(id)", person: Sample.id(77)).status == 404)
            #expect(await desk.employee("GET", "/applications/\(id)/draft", person: person).status == 404)
        }
    }

    @Test("cannot apply as somebody else, nor with an account tied to nobody")
    func others() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let known = await desk.hr("POST", "/rounds/\(round)/applications", json: try Self.json(try Self.form()))
            let person = try #require(known.member("person").flatMap(UUID.init(uuidString:)))
            let other = await desk.employee(
                "POST",
                "/rounds/\(round)/applications",
                person: person,
                json: try Self.json(try Self.form(1))
            )
            #expect(other.status == 400 && other.text.contains("evaluation.not-yourself"))
            let nobody = await desk.employee(
                "POST",
                "/rounds/\(round)/applications/drafts",
                person: nil,
                json: try Self.draft([:])
            )
            #expect(nobody.member("code") == "evaluation.account-without-person")
            let strange = await desk.hr(
                "POST",
                "/rounds/\(round)/applications/drafts",
                json: try Self.draft(["salary": "1"])
            )
            #expect(strange.status == 400 && strange.text.contains("evaluation.unknown-member"))
        }
    }

    @Test("is waited for: a list is not proposed with a name that has not confirmed the data")
    func confirmation() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let entered = await desk.hr("POST", "/rounds/\(round)/applications", json: try Self.json(try Self.form()))
            let id = try #require(entered.member("id"))
            let person = try #require(entered.member("person").flatMap(UUID.init(uuidString:)))
            #expect(entered.member("confirmation", "state") == "awaited")
            let waiting = await desk.hr("GET", "/rounds/\(round)/applications/confirmations")
            #expect(waiting.member("items", "0", "application") == id)
            _ = try await desk.step(round, "eligibility")
            let codes = try await desk.startVote(round)
            try await desk.castBallots(round)
            try await desk.count(round, with: codes)
            try await desk.service.travel(to: Sample.day("2026-09-30").start.addingTimeInterval(9 * 3600))
            let early = await desk.hr(
                "POST",
                "/rounds/\(round)/proposed-list",
                json: "{\"publishedOn\":\"2026-09-30\"}",
                ifMatch: await desk.hr("GET", "/rounds/\(round)").version
            )
            #expect(early.member("code") == "evaluation.unconfirmed-names", "\(early.text)")
            #expect(early.text.contains(entered.member("name") ?? "?"))
            let version = await desk.hr("GET", "/applications/\(id)").version
            let foreign = await desk.employee(
                "POST",
                "/applications/\(id)/confirmation",
                person: Sample.id(77),
                json: "{}",
                ifMatch: version
            )
            #expect(foreign.status == 404)
            let word = await desk.employee(
                "POST",
                "/applications/\(id)/confirmation",
                person: person,
                json: "{}",
                ifMatch: version
            )
            #expect(word.member("confirmation", "state") == "by-person", "\(word.text)")
            #expect(
                await desk.hr("GET", "/rounds/\(round)/applications/confirmations").member("items", "0", "application")
                    == nil
            )
            let listed = await desk.hr(
                "POST",
                "/rounds/\(round)/proposed-list",
                json: "{\"publishedOn\":\"2026-09-30\"}",
                ifMatch: await desk.hr("GET", "/rounds/\(round)").version
            )
            #expect((200..<300).contains(listed.status), "\(listed.text)")
        }
    }

    @Test("confirms on paper, which human resources records with the file and its day; a change asks for another")
    func paper() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let entered = await desk.hr("POST", "/rounds/\(round)/applications", json: try Self.json(try Self.form()))
            let id = try #require(entered.member("id"))
            func record(_ paper: String, on day: String, _ version: Int?) async -> PlainResponse {
                await desk.hr(
                    "POST",
                    "/applications/\(id)/confirmation",
                    json: "{\"signedOn\":\"\(day)\",\"paper\":\"\(paper)\"}",
                    ifMatch: version
                )
            }
            let none = await record(Sample.id(9).lowercase, on: "2026-09-01", entered.version)
            #expect(none.status == 400 && none.text.contains("evaluation.paper-missing"))
            let paper = try await desk.file(to: id, purpose: "confirmation")
            #expect(await record(paper, on: "2026-09-02", entered.version).text.contains("evaluation.day-in-future"))
            let recorded = await record(paper, on: "2026-09-01", entered.version)
            #expect(recorded.member("confirmation", "state") == "on-paper", "\(recorded.text)")
            let moved = await desk.hr(
                "PUT",
                "/applications/\(id)",
                json: try Self.json(try Self.form { $0.workshop = "试制车间" }),
                ifMatch: recorded.version
            )
            #expect(moved.member("confirmation", "state") == "on-paper", "\(moved.text)")
            let dated = await desk.hr(
                "PUT",
                "/applications/\(id)",
                json: try Self.json(try Self.form { ($0.workshop, $0.hiredOn) = ("试制车间", "2004-07-01") }),
                ifMatch: moved.version
            )
            #expect(dated.member("confirmation", "state") == "awaited", "\(dated.text)")
            let other = await desk.hr(
                "PUT",
                "/applications/\(id)",
                json: try Self.json(try Self.form(1)),
                ifMatch: dated.version
            )
            #expect(other.member("code") == "evaluation.other-person", "\(other.text)")
        }
    }

    @Test("takes an application back until it is judged; it stays on record, and another can follow")
    func withdrawal() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let entered = await desk.hr("POST", "/rounds/\(round)/applications", json: try Self.json(try Self.form()))
            let id = try #require(entered.member("id"))
            let mute = await desk.hr("POST", "/applications/\(id)/withdrawal", json: "{}", ifMatch: entered.version)
            #expect(mute.status == 400)
            let gone = await desk.hr(
                "POST",
                "/applications/\(id)/withdrawal",
                json: "{\"reason\":\"本人改报下一批\"}",
                ifMatch: entered.version
            )
            #expect(gone.member("state") == "withdrawn", "\(gone.text)")
            #expect(await desk.hr("GET", "/rounds/\(round)").member("applications") == "0")
            let again = await desk.hr("POST", "/rounds/\(round)/applications", json: try Self.json(try Self.form()))
            #expect(again.status == 201 && again.member("id") != id, "\(again.text)")
            #expect(await desk.hr("GET", "/applications/\(id)").member("withdrawal", "reason") == "本人改报下一批")
            _ = try await desk.step(round, "eligibility")
            let second = try #require(again.member("id"))
            let late = await desk.hr(
                "POST",
                "/applications/\(second)/withdrawal",
                json: "{\"reason\":\"晚了\"}",
                ifMatch: await desk.hr("GET", "/applications/\(second)").version
            )
            #expect(late.member("code") == "evaluation.application-already-judged", "\(late.text)")
        }
    }

    @Test("ties each file to the clauses it proves; a file that proves something stays, and none is about health")
    func evidence() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let members = try Self.members(try Self.form())
            let begun = await desk.hr("POST", "/rounds/\(round)/applications/drafts", json: try Self.draft(members))
            let id = try #require(begun.member("id"))
            let file = try await desk.file(to: id, purpose: "evidence")
            let photo = await desk.hr(
                "POST",
                "/applications/\(id)/attachments?purpose=photo&name=photo.png",
                body: Array("%PDF-1.7\n%%EOF".utf8)
            )
            #expect(photo.status == 422)
            func prove(_ clauses: String, _ version: Int?) async -> PlainResponse {
                await desk.hr(
                    "PUT",
                    "/applications/\(id)/evidence",
                    json: "{\"evidence\":[{\"file\":\"\(file)\",\"clauses\":[\(clauses)]}]}",
                    ifMatch: version
                )
            }
            #expect(await prove("\"basic-3\"", begun.version).text.contains("evaluation.no-medical-paper"))
            #expect(await prove("\"basic-9\"", begun.version).text.contains("evaluation.unknown-clause"))
            #expect(await prove("", begun.version).text.contains("evaluation.field-missing"))
            let proven = await prove("\"additional-1\",\"basic-1\"", begun.version)
            #expect(proven.member("proofs", "0", "file") == file, "\(proven.text)")
            #expect(await desk.hr("GET", "/applications/\(id)/check").member("hasPhoto") == "0")
            let submitted = await desk.hr("POST", "/applications/\(id)/submission", ifMatch: proven.version)
            #expect(submitted.member("proofs", "0", "clauses", "0") == "additional-1", "\(submitted.text)")
            let kept = await desk.hr("DELETE", "/attachments/\(file)", ifMatch: 2)
            #expect(kept.member("code") == "evaluation.file-used", "\(kept.text)")
            let seen = await desk.service.call("GET", "/attachments/\(file)/content", as: .centreOfficer)
            #expect(seen.status == 200)
            #expect(await desk.hr("GET", "/attachments/\(file)/content", of: "9137160270000001X7").status == 403)
            _ = try await desk.step(round, "eligibility")
            for (expert, status) in [("expert-0", 200), ("expert-9", 404)] {
                let judge = await desk.service.call(
                    "GET",
                    "/attachments/\(file)/content",
                    as: .evaluator,
                    of: "9137160270000001X7",
                    subject: expert
                )
                #expect(judge.status == status, "\(expert)")
            }
            let late = await desk.hr(
                "POST",
                "/applications/\(id)/attachments?purpose=evidence&name=a.txt",
                body: Array("迟交的材料".utf8)
            )
            #expect(late.member("code") == "evaluation.application-already-judged", "\(late.text)")
        }
    }

    @Test("asks whether one is eligible and why not, with a round and without, and nothing is stored")
    func question() async throws {
        try await Desk.with { desk in
            func ask(_ form: [String: String], round: String? = nil) async throws -> PlainResponse {
                let round = round.map { "\"round\":\"\($0)\"," } ?? ""
                let form = String(decoding: try JSONEncoder().encode(form), as: UTF8.self)
                return await desk.employee(
                    "POST",
                    "/eligibility-check",
                    person: nil,
                    json: "{\(round)\"form\":\(form)}"
                )
            }
            var members = try Self.members(try Self.form())
            for own in ["name", "documentType", "documentNumber"] { members[own] = nil }
            #expect(try await ask(members).member("standing") == "eligible")
            members["seniorSpans"] = "2022-10-01~"
            let short = try await ask(members)
            #expect(short.member("standing") == "ineligible")
            #expect(short.text.contains("不满4年") && short.member("sentence")?.contains("三(一)2") == true)
            members["seniorSpans"] = nil
            let open = try await ask(members)
            #expect(open.member("standing") == "open")
            #expect(open.text.contains("高级技师岗位起止"))
            members["employmentForm"] = "退休返聘"
            #expect(try await ask(members).member("standing") == "ineligible")
            let round = try await desk.openRound()
            members["occupationCode"] = "6-99-99-99"
            let other = try await ask(members, round: round)
            #expect(other.status == 200 && other.member("standing") == "ineligible", "\(other.text)")
            #expect(await desk.hr("GET", "/rounds/\(round)").member("applications") == "0")
        }
    }
}

extension Desk {
    /// Calls as an employee whose account is tied to a person.
    func employee(
        _ method: String,
        _ target: String,
        person: UUID?,
        json: String? = nil,
        ifMatch version: Int? = nil
    ) async -> PlainResponse {
        await service.call(
            method,
            target,
            as: .employee,
            of: Sample.creditCode,
            person: person,
            json: json,
            ifMatch: version
        )
    }

    /// Adds a small file to an application or draft; its id.
    func file(to application: String, purpose: String) async throws -> String {
        // A picture of one dot.
        let dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        let bytes = try #require(Data(base64Encoded: dot))
        let added = await hr(
            "POST",
            "/applications/\(application)/attachments?purpose=\(purpose)&name=scan.png",
            body: Array(bytes)
        )
        try #require(added.status == 201, "\(added.text)")
        return try #require(added.member("id"))
    }
}
