import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Testing
import ServiceKit
import TestSupport

@testable import EvaluationService

@Suite("Panels over the service")
struct PanelStories {
    static let named = "{\"size\":5,\"selection\":\"named\"}"
    static let drawn =
        "{\"size\":5,\"selection\":\"drawn\",\"outsideShare\":{\"numerator\":1,\"denominator\":3},\"coversOccupations\":true}"

    @Test("a pool is kept: entered once, changed, retired, and entered again")
    func pool() async throws {
        try await Desk.with { desk in
            let id = try await desk.enterExpert(1)
            let twice = await desk.hr("POST", "/experts", json: try Self.body("expert-1"))
            #expect(twice.status == 409 && twice.member("code") == "evaluation.expert-twice")
            let bad = await desk.hr("POST", "/experts", json: "{\"account\":\" \",\"occupations\":[]}")
            #expect(bad.status == 400)
            for field in ["account", "name", "unit", "occupations", "title", "origin"] {
                #expect(bad.text.contains("\"field\":\"\(field)\""), "\(field)")
            }
            let other = await desk.hr("POST", "/experts/\(id)/changes", json: try Self.body("expert-2"), ifMatch: 1)
            #expect(other.member("code") == "evaluation.expert-other-account")
            let changed = await desk.hr("POST", "/experts/\(id)/changes", json: try Self.body("expert-1"), ifMatch: 1)
            #expect(changed.status == 200, "\(changed.text)")
            let foreign = await desk.hr("GET", "/experts/\(id)", of: "91371681MA3QQ2X702")
            #expect(foreign.status == 403)
            let gone = await desk.hr("POST", "/experts/\(id)/retirement", json: "{\"reason\":\"退休\"}", ifMatch: 2)
            #expect(gone.member("state") == "retired", "\(gone.text)")
            let again = try await desk.enterExpert(1)
            #expect(again != id)
            let listed = await desk.hr("GET", "/experts")
            #expect(listed.text.split(separator: "\"account\":\"expert-1\"").count == 3)
        }
    }

    @Test(
        "a named panel is refused while it is not what the plan wants, and keeps members from those they must not judge"
    )
    func naming() async throws {
        try await Desk.with { desk in
            let round = try await desk.judgedRound(panelRule: Self.named)
            let welder = try await desk.enterExpert(1, extra: ",\"workshop\":\"焊接一车间\"")
            let leader = try await desk.enterExpert(2, extra: ",\"leads\":[\"机加一车间\"]")
            let others = try await [desk.enterExpert(3), desk.enterExpert(4), desk.enterExpert(5, origin: "invited")]
            let applicant = try await desk.enterExpert(6, name: "李秀英")
            let retired = try await desk.enterExpert(7)
            _ = await desk.hr("POST", "/experts/\(retired)/retirement", json: "{\"reason\":\"调离\"}", ifMatch: 1)

            let early = await desk.hr(
                "POST",
                "/rounds/\(round)/voting/opening",
                json: "{}",
                ifMatch: await desk.hr("GET", "/rounds/\(round)").version
            )
            #expect(early.status == 409, "\(early.text)")
            let refusals: [([String], String)] = [
                ([welder, leader] + others.prefix(2), "evaluation.panel-wrong-size"),
                ([welder, leader] + others + [try await desk.enterExpert(8)], "evaluation.panel-wrong-size"),
                ([welder, welder] + others, "evaluation.expert-named-twice"),
                ([welder, applicant] + others, "evaluation.expert-applied"),
                ([welder, retired] + others, "evaluation.expert-retired"),
                ([welder, Sample.id(77).lowercase] + others, "common.not-found"),
            ]
            for (experts, code) in refusals {
                let answer = await desk.name(experts, in: round)
                #expect(answer.member("code") == code, "\(answer.text)")
            }
            let drawn = await desk.hr("POST", "/rounds/\(round)/panel/draw/announcement", json: "{}")
            #expect(drawn.member("code") == "evaluation.panel-must-be-named")

            let formed = await desk.name([welder, leader] + others, chair: others[0], in: round)
            #expect(formed.status == 201, "\(formed.text)")
            let workshops = { (account: String) in
                Set(try await desk.candidates(round, for: account).map(\.workshop))
            }
            let all = try await workshops("expert-3")
            #expect(all.contains("焊接一车间") && all.contains("机加一车间"))
            #expect(try await workshops("expert-1") == all.subtracting(["焊接一车间"]))
            #expect(try await workshops("expert-2") == all.subtracting(["机加一车间"]))
            let stranger = await desk.member("expert-6", "GET", "/rounds/\(round)/panel/candidates")
            #expect(stranger.status == 403)
        }
    }

    @Test("members declare, candidates ask, the chair decides; what is declared in the pool follows")
    func standingAside() async throws {
        try await Desk.with { desk in
            let (round, experts) = try await desk.formedPanel(Self.named)
            let candidates = try await desk.candidates(round, for: "expert-1")
            let first = try #require(candidates.first)

            let unexplained = await desk.recuse("expert-1", first.application, reason: " ", in: round)
            #expect(unexplained.status == 400)
            let declared = await desk.recuse("expert-1", first.application, reason: "合作项目", in: round)
            #expect(declared.status == 201, "\(declared.text)")
            #expect(try await desk.candidates(round, for: "expert-1") == Array(candidates.dropFirst()))
            let twice = await desk.recuse("expert-1", first.application, reason: "合作项目", in: round)
            #expect(twice.member("code") == "evaluation.already-recused")
            let forAnother = await desk.member(
                "expert-1",
                "POST",
                "/rounds/\(round)/panel/recusals",
                json: "{\"application\":\"\(first.application)\",\"member\":\"expert-2\",\"reason\":\"我认为\"}"
            )
            #expect(forAnother.member("code") == "evaluation.not-a-member")

            let asked = await desk.hr(
                "POST",
                "/rounds/\(round)/panel/recusal-requests",
                json: "{\"application\":\"\(first.application)\",\"member\":\"expert-3\",\"reason\":\"曾有纠纷\"}"
            )
            let request = try #require(asked.member("id"), "\(asked.text)")
            let decision = "/rounds/\(round)/panel/recusal-requests/\(request)/decision"
            let granted = "{\"granted\":true,\"reason\":\"属实\"}"
            #expect(await desk.member("expert-4", "POST", decision, json: granted).status == 403)
            #expect(await desk.member("expert-2", "POST", decision, json: granted).status == 200)
            #expect(
                await desk.hr("POST", decision, json: granted).member("code") == "evaluation.recusal-request-decided"
            )
            #expect(try await !desk.candidates(round, for: "expert-3").contains(first))

            let candidate = try await desk.person(of: candidates[1].application)
            let asking = "{\"application\":\"\(candidates[1].application)\",\"member\":\"expert-5\",\"reason\":\"有过节\"}"
            let requests = "/rounds/\(round)/panel/recusal-requests"
            #expect(await desk.employee(candidate, "POST", requests, json: asking).status == 201)
            // Nobody asks in the name of another.
            let other = try await desk.person(of: candidates[2].application)
            #expect(await desk.employee(other, "POST", requests, json: asking).status == 404)
            #expect(await desk.employee(nil, "POST", requests, json: asking).status == 404)
            let open = await desk.employee(candidate, "GET", "/rounds/\(round)/panel")
            #expect(open.status == 200 && open.text.contains("专家5") && !open.text.contains("合作项目"), "\(open.text)")

            let kin = try #require(candidates.last)
            let related = await desk.member(
                "expert-4",
                "POST",
                "/experts/\(experts[3])/relations",
                json: "{\"ground\":\"kin\",\"name\":\"\(kin.name)\",\"workshop\":\"\(kin.workshop)\",\"note\":\"表兄弟\"}"
            )
            #expect(related.status == 200, "\(related.text)")
            #expect(try await !desk.candidates(round, for: "expert-4").contains(kin))
            let meddling = await desk.member(
                "expert-5",
                "POST",
                "/experts/\(experts[3])/relations",
                json: "{\"ground\":\"kin\",\"name\":\"某人\",\"note\":\"听说\"}"
            )
            #expect(meddling.status == 404)
        }
    }

    @Test("too many recusals on one candidate are told early, the vote waits, and a replacement mends it")
    func shortfall() async throws {
        try await Desk.with { desk in
            let (round, _) = try await desk.formedPanel(Self.named)
            let spare = try await desk.enterExpert(9, origin: "invited")
            let first = try #require(try await desk.candidates(round, for: "expert-1").first)
            for account in ["expert-1", "expert-2"] {
                #expect(await desk.recuse(account, first.application, reason: "师徒", in: round).status == 201)
            }
            let shown = await desk.hr("GET", "/rounds/\(round)/panel")
            #expect(shown.text.contains("\"able\":3") && shown.text.contains("更换至少1位"), "\(shown.text)")
            for application in try await desk.waiting(round) { try await desk.settle(application) }
            let vote = await desk.hr(
                "POST",
                "/rounds/\(round)/voting/opening",
                json: "{}",
                ifMatch: await desk.hr("GET", "/rounds/\(round)").version
            )
            #expect(vote.member("code") == "evaluation.panel-short-of-quorum", "\(vote.text)")

            let replaced = await desk.panelStep(
                round,
                "replacements",
                json: "{\"member\":\"expert-1\",\"successor\":\"\(spare)\",\"cause\":\"recusals\",\"reason\":\"回避过多\"}"
            )
            #expect(replaced.status == 200, "\(replaced.text)")
            #expect(await desk.member("expert-1", "GET", "/rounds/\(round)/panel/candidates").status == 403)
            _ = try await desk.prepareVote(round)
            let open = await desk.hr(
                "POST",
                "/rounds/\(round)/voting/opening",
                json: "{}",
                ifMatch: await desk.hr("GET", "/rounds/\(round)").version
            )
            #expect(open.status == 200, "\(open.text)")
            let late = await desk.panelStep(round, "chair", json: "{\"account\":\"expert-3\"}")
            #expect(late.member("code") == "evaluation.panel-fixed", "\(late.text)")
        }
    }

    @Test("a draw can be repeated by anybody from its record")
    func drawing() async throws {
        try await Desk.with { desk in
            let round = try await desk.judgedRound(panelRule: Self.drawn)
            for number in 1...7 { try await desk.enterExpert(number, knows: Sample.occupations[number % 4]) }
            try await desk.enterExpert(8, origin: "invited")
            try await desk.enterExpert(9, name: "李秀英")
            let lacking = await desk.hr("POST", "/rounds/\(round)/panel/draw/announcement", json: "{}")
            #expect(lacking.member("code") == "evaluation.panel-too-few-outside", "\(lacking.text)")
            try await desk.enterExpert(10, origin: "invited")

            let announced = await desk.hr("POST", "/rounds/\(round)/panel/draw/announcement", json: "{\"reserves\":2}")
            #expect(announced.status == 201, "\(announced.text)")
            let digest = try #require(announced.member("digest"))
            #expect(!announced.text.contains("\"seed\":\"") && !announced.text.contains("李秀英"))
            let named = await desk.name([], in: round)
            #expect(named.member("code") == "evaluation.draw-announced")
            let said = await desk.panelStep(round, "draw", json: "{\"word\":\"八月十五\",\"witness\":\"纪检 孙建国\"}")
            #expect(said.status == 201, "\(said.text)")

            let read = await desk.member("expert-8", "GET", "/rounds/\(round)/panel/draw", of: Sample.creditCode)
            let text = read.status == 200 ? read : await desk.hr("GET", "/rounds/\(round)/panel/draw")
            let draw = try WireFormat.decode(Drawn.self, from: text.body)
            Picture.keep(text.body, as: "draw.json")
            #expect(draw.digest == digest && DrawGenerator.digest(of: draw.seed) == digest)
            var generator = DrawGenerator(seed: draw.seed, word: draw.word)
            let order = DrawnOrder.of(draw.pool.map(\.expert), using: &generator)
            #expect(order == draw.order)
            let outside = Set(draw.pool.filter(\.isInvited).map(\.expert))
            #expect(draw.drawn.count == 5 && outside.isSubset(of: draw.drawn) && draw.reserve.count == 2)
            #expect(draw.drawn == order.filter(Set(draw.drawn).contains))
            let covered = draw.pool.filter { draw.drawn.contains($0.expert) }.flatMap(\.knows)
            #expect(Set(covered) == [0, 1, 2, 3])
            let again = await desk.panelStep(round, "draw", json: "{\"word\":\"九\",\"witness\":\"纪检\"}")
            #expect(again.member("code") == "evaluation.panel-already-formed")
        }
    }

    struct Drawn: Decodable {
        struct Member: Decodable {
            let expert: UUID
            let isInvited: Bool
            let knows: [Int]
        }
        let digest: String
        let seed: String
        let word: String
        let pool: [Member]
        let order: [UUID]
        let drawn: [UUID]
        let reserve: [UUID]
    }

    private static func body(_ account: String) throws -> String {
        """
        {"account":"\(account)","name":"专家","unit":"技术中心","title":"高级工程师","origin":"own",
         "occupations":[{"code":"6-18-02-04","edition":"2022","name":"焊工"}]}
        """
    }
}

extension Desk {
    /// Names the panel of a round.
    func name(_ experts: [String], chair: String? = nil, in round: String) async -> PlainResponse {
        let ids = experts.map { "\"\($0)\"" }.joined(separator: ",")
        let chaired = chair.map { ",\"chair\":\"\($0)\"" } ?? ""
        return await hr("POST", "/rounds/\(round)/panel/members", json: "{\"experts\":[\(ids)]\(chaired)}")
    }

    /// A judged round with a named panel of expert-1 to expert-5, chaired by expert-2, nobody of it recused.
    func formedPanel(_ rule: String) async throws -> (round: String, experts: [String]) {
        let round = try await judgedRound(panelRule: rule)
        var experts: [String] = []
        for number in 1...5 { experts.append(try await enterExpert(number)) }
        let formed = await name(experts, chair: experts[1], in: round)
        try #require(formed.status == 201, "\(formed.text)")
        return (round, experts)
    }

    /// A member stands aside.
    func recuse(_ account: String, _ application: String, reason: String, in round: String) async -> PlainResponse {
        await member(
            account,
            "POST",
            "/rounds/\(round)/panel/recusals",
            json: "{\"application\":\"\(application)\",\"reason\":\"\(reason)\"}"
        )
    }

    struct Judged: Decodable {
        struct Found: Decodable {
            let clause: String
            let rule: String
            let outcome: String
        }
        let id: String
        let state: String
        let findings: [Found]
        let version: Int
    }

    /// The applications that wait for a person.
    func waiting(_ round: String) async throws -> [Judged] {
        let listed = await hr("GET", "/rounds/\(round)/applications?limit=200")
        return try WireFormat.decode(Items<Judged>.self, from: listed.body).items.filter { $0.state == "needs-person" }
    }

    /// Decides whatever of an application waits, in its favour.
    func settle(_ application: Judged) async throws {
        var version = application.version
        for finding in application.findings where finding.outcome == "needsPerson" {
            let reviewed = await hr(
                "POST",
                "/applications/\(application.id)/review",
                json: """
                    {"clause":"\(finding.clause)","rule":"\(finding.rule)","outcome":"met","reason":"已核对原件"}
                    """,
                ifMatch: version
            )
            try #require(reviewed.status == 200, "\(reviewed.text)")
            version = try #require(reviewed.version)
        }
    }
}
