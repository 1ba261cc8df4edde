import Contracts
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Verdicts, re-checks and relaxations over the service", .timeLimit(.minutes(30)))
struct VerdictStory {
    /// A judged round of the sample, with its applications by name.
    private func judged(_ desk: Desk) async throws -> (round: String, ids: [String: (id: String, person: UUID)]) {
        let round = try await desk.openRound()
        _ = try await desk.importSample(into: round)
        _ = try await desk.step(round, "eligibility")
        struct Shown: Decodable {
            struct Item: Decodable {
                let id, name: String
                let person: UUID
            }
            let items: [Item]
        }
        let shown = await desk.hr("GET", "/rounds/\(round)/applications")
        let items = try WireFormat.decode(Shown.self, from: shown.body).items
        return (round, Dictionary(items.map { ($0.name, ($0.id, $0.person)) }, uniquingKeysWith: { first, _ in first }))
    }

    private func version(_ desk: Desk, _ id: String) async -> Int? {
        await desk.hr("GET", "/applications/\(id)").version
    }

    private func employee(
        _ desk: Desk,
        _ method: String,
        _ target: String,
        person: UUID,
        json: String? = nil,
        ifMatch: Int? = nil
    ) async -> PlainResponse {
        await desk.service.call(
            method,
            target,
            as: .employee,
            of: Sample.creditCode,
            subject: "emp",
            person: person,
            json: json,
            ifMatch: ifMatch
        )
    }

    @Test("the applicant is told every refusal by clause and asks once for a re-check, which another decides")
    func rechecks() async throws {
        try await Desk.with { desk in
            let (round, ids) = try await judged(desk)
            let (id, person) = try #require(ids["孙桂兰"])
            let told = await employee(desk, "GET", "/applications/\(id)/verdict", person: person)
            #expect(told.status == 200, "\(told.text)")
            #expect(told.member("standing") == "ineligible")
            #expect(told.member("refusals") == "3 items")
            #expect(told.member("refusals", "0") == "三、评价条件(序文):岗位类别为“管理”;不属于生产科研一线岗位")
            #expect(told.member("clauses", "0", "facts", "0", "label") == "岗位类别")
            #expect(told.member("clauses", "0", "result") == "不符合")
            let stranger = try #require(ids["李秀英"]).person
            #expect(await employee(desk, "GET", "/applications/\(id)/verdict", person: stranger).status == 404)
            let ask = "{\"reason\":\"2026年起回到班组\",\"evidence\":[\"调令.pdf\"]}"
            let target = "/applications/\(id)/re-check"
            let asked = await employee(desk, "POST", target, person: person, json: ask, ifMatch: version(desk, id))
            #expect(asked.status == 200, "\(asked.text)")
            #expect(asked.member("state") == "needs-person")
            let again = await desk.hr("POST", target, json: ask, ifMatch: version(desk, id))
            #expect(again.member("code") == "evaluation.recheck-asked-before")
            _ = try await desk.step(round, "voting", json: Desk.officersBody)
            let early = await desk.hr(
                "POST",
                "/rounds/\(round)/voting/opening",
                json: "{}",
                ifMatch: desk.hr("GET", "/rounds/\(round)").version
            )
            #expect(early.member("code") == "evaluation.waiting-for-review", "\(early.text)")
            let decided = await desk.second(
                "\(target)/decision",
                json:
                    "{\"changed\":[\"front-line-post\",\"skilled-work\",\"still-in-occupation\"],\"reason\":\"调令属实\"}",
                ifMatch: version(desk, id)
            )
            #expect(decided.status == 200, "\(decided.text)")
            // The years still count to the day she left the post.
            #expect(decided.member("recheck", "decision", "by") == "second")
            #expect(decided.member("state") == "eligible")
        }
    }

    @Test("a relaxation is proposed, signed by a second person, counted, told to supervision and shown in the notice")
    func relaxes() async throws {
        try await Desk.with { desk in
            let (round, ids) = try await judged(desk)
            let id = try #require(ids["陈立新"]).id
            let target = "/applications/\(id)/relaxation"
            let body =
                "{\"condition\":\"seniorPostYears\",\"ground\":\"稀缺型\",\"reason\":\"唯一能操作数控立车\",\"evidence\":[\"证明.pdf\"]}"
            let proposed = await desk.hr("POST", target, json: body, ifMatch: version(desk, id))
            #expect(proposed.status == 200, "\(proposed.text)")
            #expect(proposed.member("state") == "needs-person")
            let sign = "{\"condition\":\"seniorPostYears\",\"granted\":true}"
            let own = await desk.hr("POST", "\(target)/signature", json: sign, ifMatch: version(desk, id))
            #expect(own.member("code") == "evaluation.signed-by-proposer", "\(own.text)")
            let signed = await desk.second("\(target)/signature", json: sign, ifMatch: version(desk, id))
            #expect(signed.member("state") == "eligible", "\(signed.text)")
            #expect(signed.member("relaxation")?.contains("唯一能操作数控立车") == true)
            let facts = try await desk.service.said(RelaxationGranted.self)
            #expect(facts.map(\.condition) == ["seniorPostYears"])
            #expect(facts.first?.groundWords == "稀缺型高技能人才")
            #expect(facts.first?.ruleSet == "binzhou-2020")
            let counts = await desk.service.call("GET", "/relaxations?year=2026", as: .centreOfficer)
            // One was asked for in the workbook and waits.
            #expect(counts.member("items") == "2 items", "\(counts.text)")
            #expect(counts.member("items", "0", "standing") == "awaiting-signature")
            #expect(counts.member("items", "1", "standing") == "granted")
            #expect(counts.member("items", "1", "enterpriseName") == Sample.scope.enterpriseName)
            #expect(await desk.hr("GET", "/relaxations").status == 403)
            let codes = try await desk.startVote(round)
            let late = await desk.hr("POST", target, json: body, ifMatch: version(desk, id))
            #expect(late.member("code") == "evaluation.round-not-judged", "\(late.text)")
            try await desk.castBallots(round)
            try await desk.count(round, with: codes)
            try await desk.service.travel(to: Sample.day("2026-09-30").start.addingTimeInterval(9 * 3600))
            _ = try await desk.step(round, "proposed-list", json: Desk.proposal(on: "2026-09-30"))
            let list = try #require(try await desk.service.said(ListProposed.self).last)
            #expect(list.names.first { $0.name == "陈立新" }?.relaxation?.contains("三(一)2") == true)
        }
    }

    @Test("what takes the authority's consent waits for its officer, and a form with everything wrong is told so")
    func consents() async throws {
        try await Desk.with { desk in
            let (_, ids) = try await judged(desk)
            let id = try #require(ids["周德胜"]).id
            let target = "/applications/\(id)/relaxation"
            let wrong = await desk.hr(
                "POST",
                target,
                json: "{\"condition\":\" \",\"ground\":\"372301197903159996\",\"reason\":\"\",\"evidence\":[]}",
                ifMatch: version(desk, id)
            )
            #expect(wrong.status == 400)
            #expect(wrong.member("errors") == "4 items", "\(wrong.text)")
            let body = "{\"condition\":\"seniorLevel\",\"ground\":\"独有技能\",\"reason\":\"绝技\",\"evidence\":[\"a.pdf\"]}"
            let proposed = await desk.hr("POST", target, json: body, ifMatch: version(desk, id))
            #expect(proposed.status == 200, "\(proposed.text)")
            let sign = "{\"condition\":\"seniorLevel\",\"granted\":true}"
            let early = await desk.second("\(target)/signature", json: sign, ifMatch: version(desk, id))
            #expect(early.member("code") == "evaluation.consent-missing", "\(early.text)")
            let consent = "{\"condition\":\"seniorLevel\",\"documentNumber\":\"滨人社函〔2026〕12号\",\"date\":\"2026-08-31\"}"
            #expect(await desk.hr("POST", "\(target)/consent", json: consent, ifMatch: version(desk, id)).status == 403)
            func enter(_ json: String, as role: Role) async -> PlainResponse {
                await desk.service.call(
                    "POST",
                    "\(target)/consent",
                    as: role,
                    subject: "officer-1",
                    json: json,
                    ifMatch: await version(desk, id)
                )
            }
            func attach(as role: Role) async throws -> PlainResponse {
                await desk.service.call(
                    "POST",
                    "/applications/\(id)/attachments?purpose=relaxation-consent&name=scan.png",
                    as: role,
                    subject: "officer-1",
                    body: Array(try #require(Desk.dot))
                )
            }
            #expect(await enter(consent, as: .bureauOfficer).status == 403)
            #expect(await enter(consent, as: .provinceOfficer).member("code") == "evaluation.not-filing-authority")
            #expect(try await attach(as: .provinceOfficer).member("code") == "evaluation.not-filing-authority")
            #expect(await enter(consent, as: .centreOfficer).text.contains("evaluation.consent-paper-missing"))
            let letter = try await attach(as: .centreOfficer)
            try #require(letter.status == 201, "\(letter.text)")
            let paper = try #require(letter.member("id"))
            let entered = await enter(
                consent.replacing("{\"condition\"", with: "{\"paper\":\"\(paper)\",\"condition\""),
                as: .centreOfficer
            )
            #expect(entered.status == 200, "\(entered.text)")
            let signed = await desk.second("\(target)/signature", json: sign, ifMatch: version(desk, id))
            #expect(signed.member("state") == "eligible", "\(signed.text)")
            #expect(try await desk.service.said(RelaxationGranted.self).first?.consentDocument == "滨人社函〔2026〕12号")
        }
    }

    /// An application of a welder whose certificate names the occupation as it was called before.
    private func apply(_ desk: Desk, _ round: String) async throws -> String {
        var form = try #require(try Sample.systemApplications().first)
        form.occupation = "焊工"
        form.occupationCode = "6-18-02-04"
        form.specialty = nil
        form.priorOccupation = "电焊工"
        let json = String(decoding: try WireFormat.encode(form), as: UTF8.self)
        let taken = await desk.hr("POST", "/rounds/\(round)/applications", json: json)
        return try #require(taken.member("id"), "\(taken.text)")
    }

    @Test("a decision that an occupation is the same is recorded, used from then on, and taken back by who made it")
    func maps() async throws {
        try await Desk.with { desk in
            let body = """
                {"from":{"name":"电焊工","code":"6-04-02-05","edition":"1999"},
                 "to":{"code":"6-18-02-04","edition":"2022","name":"焊工"},
                 "basis":"职业分类大典2022年版","decidedBy":"市中心","decidedOn":"2026-08-01"}
                """
            var rounds: [(round: String, application: String)] = []
            for _ in 0..<4 {
                let round = try await desk.openRound()
                rounds.append((round, try await apply(desk, round)))
            }
            func judge(_ index: Int) async throws -> PlainResponse {
                _ = try await desk.step(rounds[index].round, "eligibility")
                return await desk.hr("GET", "/applications/\(rounds[index].application)")
            }
            #expect(try await judge(0).member("state") == "needs-person")
            let recorded = await desk.service.call(
                "POST",
                "/mapping-decisions",
                as: .centreOfficer,
                subject: "centre-1",
                json: body
            )
            #expect(recorded.status == 201, "\(recorded.text)")
            let mapped = try await judge(1)
            #expect(mapped.member("state") == "eligible", "\(mapped.text)")
            #expect(mapped.text.contains("市中心2026-08-01认定电焊工(1999版)对应焊工"))
            #expect(await desk.hr("GET", "/mapping-decisions").member("items") == "1 items")
            let id = try #require(recorded.member("id"))
            let reason = "{\"reason\":\"依据有误\"}"
            #expect(
                await desk.hr("POST", "/mapping-decisions/\(id)/withdrawal", json: reason, ifMatch: 1).status == 403
            )
            let withdrawn = await desk.service.call(
                "POST",
                "/mapping-decisions/\(id)/withdrawal",
                as: .bureauOfficer,
                subject: "bureau-1",
                json: reason,
                ifMatch: 1
            )
            #expect(withdrawn.member("inForce") == "0", "\(withdrawn.text)")
            #expect(try await judge(2).member("state") == "needs-person")
            let wrong = await desk.hr(
                "POST",
                "/mapping-decisions",
                json: body.replacing("市中心", with: " ").replacing("2026-08-01", with: "2027-08-01")
            )
            #expect(wrong.member("errors") == "2 items", "\(wrong.text)")
            let own = await desk.hr("POST", "/mapping-decisions", json: body)
            #expect(own.member("decision", "enterprise") == Sample.creditCode)
            #expect(try await judge(3).member("state") == "eligible")
        }
    }
}
