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

/// An accepted special-grade filing and an exit case about it, over HTTP.
struct ExitBench {
    let desk: Desk
    let general: String
    let special: String

    static let investigator = "张立"
    static let decider = "王维民"

    /// A filing accepted on 2026-09-01; nothing is heard of it.
    static func with(_ body: (ExitBench) async throws -> Void) async throws {
        try await Desk.with { desk in
            let (special, version) = try await FilingStory.draft(at: desk)
            let submitted = await desk.ask("POST", "/special-filings/\(special)/submission", as: .hr, ifMatch: version)
            let accepted = await desk.ask(
                "POST",
                "/special-filings/\(special)/acceptance",
                as: .centre,
                Papers.acceptance,
                ifMatch: submitted.version
            )
            try #require(accepted.status == 200, "\(accepted.text)")
            let general = try #require(accepted.members["generalFiling"] as? String)
            try await body(ExitBench(desk: desk, general: general, special: special))
        }
    }

    /// Asks as an officer of the bureau by name.
    func bureau(_ method: String, _ path: String, _ body: String = "", as name: String = decider) async -> PlainResponse
    {
        let version = method == "GET" ? nil : await current(path)
        return await desk.service.call(
            method,
            path,
            as: .bureauOfficer,
            subject: name,
            json: body,
            ifMatch: version
        )
    }

    /// Asks as the enterprise.
    func hr(_ method: String, _ path: String, _ body: String = "") async -> PlainResponse {
        let version = method == "GET" ? nil : await current(path)
        return await desk.service.call(
            method,
            path,
            as: .enterpriseHR,
            of: "91371600MA3N00011J",
            json: body,
            ifMatch: version
        )
    }

    /// The version of the thing a command is for: what stands before the last word of its path.
    private func current(_ path: String) async -> Int? {
        let thing = path.split(separator: "/").prefix(2).joined(separator: "/")
        return await desk.service.call("GET", "/\(thing)", as: .bureauOfficer).version
    }

    /// A case about the special-grade filing, or the general one; answers its path.
    func open(_ filing: String? = nil) async throws -> String {
        let opened = await bureau(
            "POST",
            "/exit-cases",
            #"{"filing":"\#(filing ?? special)","source":"supervision","origin":"双随机检查","facts":"评价现场无督导员"}"#,
            as: Self.investigator
        )
        try #require(opened.status == 201, "\(opened.text)")
        return "/exit-cases/\(try #require(opened.member("id")))"
    }

    /// A case whose notice is served today.
    func served(_ filing: String? = nil, on day: String = "2026-09-01") async throws -> String {
        let path = try await open(filing)
        let notice = await bureau(
            "POST",
            "\(path)/notice",
            #"{"facts":"评价现场无督导员","reasons":"管理失序","basis":"通知第六条第三项","intended":"cancel"}"#,
            as: Self.investigator
        )
        try #require(notice.status == 200, "\(notice.text)")
        let served = await bureau(
            "POST",
            "\(path)/service",
            #"{"means":"direct","receivedBy":"李敏","proof":"送达回证","servedOn":"\#(day)"}"#,
            as: Self.investigator
        )
        try #require(served.status == 200, "\(served.text)")
        return path
    }

    /// The digest of a preview drawn up now.
    func preview(_ path: String, _ body: String = "{}") async throws -> (digest: String, reply: PlainResponse) {
        let reply = await bureau("POST", "\(path)/preview", body)
        return (try #require(reply.member("digest"), "\(reply.text)"), reply)
    }

    func decision(_ outcome: String, _ digest: String, answer: String = "不予采纳") -> String {
        #"{"outcome":"\#(outcome)","reasons":"情况属实","basis":"通知第六条第三项","answer":"\#(answer)","preview":"\#(digest)"}"#
    }
}

@Suite("An exit case, over HTTP", .timeLimit(.minutes(30)))
struct ExitStory {
    @Test("runs from the proposal to a published cancellation, and is undone by a set-aside")
    func goesTheWholeWay() async throws {
        try await ExitBench.with { bench in
            let path = try await bench.served()
            let seen = await bench.hr("GET", path)
            // Five working days after Tuesday 1 September 2026, which does not count.
            #expect(seen.member("service", "hearingThrough") == "2026-09-08")
            let stated = await bench.hr("POST", "\(path)/statements", #"{"text":"有更换记录"}"#)
            #expect(stated.status == 200, "\(stated.text)")
            try await bench.desk.travel(to: "2026-09-08")
            let (digest, _) = try await bench.preview(path)
            let early = await bench.bureau("POST", "\(path)/decision", bench.decision("cancel", digest))
            #expect(early.member("code") == "filing.hearing-period-runs" && early.text.contains("2026-09-08"))
            try await bench.desk.travel(to: "2026-09-09")
            let own = await bench.bureau(
                "POST",
                "\(path)/decision",
                bench.decision("cancel", digest),
                as: ExitBench.investigator
            )
            #expect(own.member("code") == "filing.investigator-decides")
            let decided = await bench.bureau("POST", "\(path)/decision", bench.decision("cancel", digest))
            #expect(decided.member("decision", "number") == "滨人社退〔2026〕0001号", "\(decided.text)")
            #expect(await bench.hr("GET", "/tenures/\(bench.special)").member("state") == "cancelled")
            #expect(await bench.hr("GET", "/tenures/\(bench.general)").member("state") == "in-force")
            #expect(await bench.bureau("POST", "\(path)/publication").status == 200)
            let shown = await bench.desk.service.call("GET", "/exit-decisions")
            #expect(shown.member("items", "0", "number") == "滨人社退〔2026〕0001号")
            #expect(shown.member("items", "0", "enterpriseName") == "滨州渤海精工机械有限公司")
            try await Self.setAside(path, bench)
        }
    }

    private static func setAside(_ path: String, _ bench: ExitBench) async throws {
        try await bench.desk.travel(to: "2026-09-24")
        let undone = await bench.bureau("POST", "\(path)/setting-aside", #"{"reasons":"督导员在场"}"#)
        // Three working days after 24 September: 28, 29, 30; 25 to 27 is Mid-Autumn.
        #expect(
            undone.member("undoing", "takeDownBy") == "2026-09-29"
                || undone.member("undoing", "takeDownBy") == "2026-09-30"
        )
        #expect(undone.member("undoing", "isOverdue") == "0")
        #expect(await bench.hr("GET", "/tenures/\(bench.special)").member("state") == "in-force")
        #expect(
            await bench.desk.service.call("GET", "/exit-decisions").member("items", "0", "setAsideOn") == "2026-09-24"
        )
        try await bench.desk.travel(to: "2026-10-09")
        let late = await bench.bureau("GET", "/exit-take-downs")
        #expect(late.member("items", "0", "undoing", "isOverdue") == "1")
        #expect(await bench.bureau("POST", "\(path)/take-down", #"{"places":["市局网站"]}"#).status == 200)
        #expect(await bench.bureau("GET", "/exit-take-downs").member("items") == "0 items")
        #expect(await bench.desk.service.call("GET", "/exit-decisions").member("items") == "0 items")
        let said = try await bench.desk.service.said(FilingSetAside.self)
        #expect(said.map(\.standing.state) == [.inForce])
        #expect(try await bench.desk.service.said(FilingCancelled.self).map(\.decisionNumber) == ["滨人社退〔2026〕0001号"])
    }

    @Test("about a general filing takes the special-grade filings on it with it, and gives them back")
    func inherits() async throws {
        try await ExitBench.with { bench in
            let path = try await bench.served(bench.general)
            _ = await bench.hr("POST", "\(path)/statements", #"{"text":"认可","waivesHearing":true}"#)
            let (digest, preview) = try await bench.preview(path)
            #expect(preview.member("filings") == "2 items")
            let decided = await bench.bureau("POST", "\(path)/decision", bench.decision("cancel", digest))
            #expect(decided.status == 200, "\(decided.text)")
            #expect(await bench.hr("GET", "/tenures/\(bench.special)").member("state") == "cancelled")
            let another = await bench.desk.ask("POST", "/special-filings", as: .hr, Papers.special(on: bench.general))
            #expect(another.code == "filing.general-filing-not-accepted", "nothing rests on a cancelled filing")
            let anew = await bench.desk.ask("POST", "/general-filings", as: .hr, Papers.general)
            #expect(anew.status == 201, "who was cancelled may file anew: \(anew.text)")
            #expect(await bench.bureau("POST", "\(path)/setting-aside", #"{"reasons":"有误"}"#).status == 200)
            #expect(await bench.hr("GET", "/tenures/\(bench.special)").member("state") == "in-force")
            let cancelled = try await bench.desk.service.said(FilingCancelled.self).map(\.standing.kind)
            #expect(Set(cancelled) == [.general, .special])
            let back = try await bench.desk.service.said(FilingSetAside.self).map(\.standing)
            #expect(back.count == 2 && back.allSatisfy { $0.state == .inForce && $0.effects == nil })
        }
    }

    @Test("suspends until a day, after which the filing is in force by itself")
    func suspends() async throws {
        try await ExitBench.with { bench in
            let path = try await bench.served()
            _ = await bench.hr("POST", "\(path)/statements", #"{"text":"认可","waivesHearing":true}"#)
            let (digest, _) = try await bench.preview(path)
            let body = bench.decision("suspend", digest).dropLast() + #","suspendedThrough":"2026-09-30"}"#
            let decided = await bench.bureau("POST", "\(path)/decision", String(body))
            #expect(decided.status == 200, "\(decided.text)")
            #expect(await bench.hr("GET", "/tenures/\(bench.special)").member("state") == "suspended")
            try await bench.desk.travel(to: "2026-09-30")
            try await bench.desk.service.tick()
            #expect(await bench.hr("GET", "/tenures/\(bench.special)").member("state") == "suspended")
            try await bench.desk.travel(to: "2026-10-01")
            try await bench.desk.service.tick()
            #expect(await bench.hr("GET", "/tenures/\(bench.special)").member("state") == "in-force")
            #expect(try await bench.desk.service.said(FilingResumed.self).count == 1)
        }
    }

    @Test("is refused on a preview that is out of date, with what is another now")
    func refusesStalePreviews() async throws {
        try await ExitBench.with { bench in
            let path = try await bench.served()
            _ = await bench.hr("POST", "\(path)/statements", #"{"text":"认可","waivesHearing":true}"#)
            let (digest, _) = try await bench.preview(path)
            let round = RoundOpened(
                round: Sample.generalID,
                filing: try #require(UUID(uuidString: bench.special)),
                opener: Sample.filer,
                title: "2026年度评价",
                at: bench.desk.service.clock.now
            )
            try await bench.desk.service.hear(round, from: .evaluation)
            let stale = await bench.bureau("POST", "\(path)/decision", bench.decision("cancel", digest))
            #expect(stale.status == 409 && stale.member("code") == "filing.preview-stale")
            #expect(stale.text.contains("进行中批次0→1"), "\(stale.text)")
            #expect(await bench.bureau("GET", "\(path)/preview").member("isCurrent") == "0")
            let unknown = await bench.bureau("POST", "\(path)/decision", bench.decision("cancel", "abc"))
            #expect(unknown.member("code") == "filing.preview-unknown")
            let (now, reply) = try await bench.preview(path)
            #expect(reply.member("classes", "0", "count") == "1")
            #expect(await bench.bureau("POST", "\(path)/decision", bench.decision("cancel", now)).status == 200)
        }
    }

    @Test("is the bureau's to lead, and the enterprise's to see once it is told")
    func isTheBureaus() async throws {
        try await ExitBench.with { bench in
            let path = try await bench.open()
            #expect(await bench.hr("GET", path).status == 404)
            #expect(await bench.hr("GET", "/exit-cases").member("items") == "0 items")
            let centre = await bench.desk.service.call("GET", path, as: .centreOfficer)
            #expect(centre.status == 403)
            let again = await bench.bureau(
                "POST",
                "/exit-cases",
                #"{"filing":"\#(bench.special)","origin":"来信","facts":"同一事实"}"#
            )
            #expect(again.member("code") == "filing.exit-pending")
            let dropped = await bench.bureau("POST", "\(path)/drop", #"{"reasons":"查无实据"}"#)
            #expect(dropped.member("state") == "dropped")
            _ = try await bench.served()
            #expect(await bench.hr("GET", "/exit-cases").member("items") == "1 items")
        }
    }

    @Test("says everything that is wrong with a request at once")
    func refusesWrongBodies() async throws {
        try await ExitBench.with { bench in
            let path = try await bench.open()
            let wrong = await bench.bureau("POST", "\(path)/decision", #"{"outcome":"cancel"}"#)
            let errors = try JSONSerialization.jsonObject(with: Data(wrong.body)) as? [String: Any]
            let fields = (errors?["errors"] as? [[String: Any]])?.compactMap { $0["field"] as? String }
            #expect(fields == ["reasons", "basis", "preview"])
            let both = await bench.bureau(
                "POST",
                "\(path)/preview",
                #"{"effects":{"unissued":"issue","issued":"suspend"}}"#
            )
            #expect(both.status == 400 && both.text.contains("filing.issue-and-suspend"))
        }
    }

    @Test("has papers that can be printed, the same bytes each time, rare characters and all")
    func prints() async throws {
        try await ExitBench.with { bench in
            let path = try await bench.open()
            let notice = await bench.bureau(
                "POST",
                "\(path)/notice",
                #"{"facts":"评审委员赵𬭎、李𠀀未到场","reasons":"管理失序","basis":"通知第六条第三项"}"#,
                as: ExitBench.investigator
            )
            #expect(notice.status == 200, "\(notice.text)")
            let one = await bench.bureau("GET", "\(path)/notice")
            #expect(one.status == 200 && one.body.starts(with: Array("%PDF".utf8)), "\(one.text.prefix(300))")
            #expect(await bench.bureau("GET", "\(path)/notice").body == one.body)
            _ = await bench.bureau(
                "POST",
                "\(path)/service",
                #"{"means":"mail","receivedBy":"李敏","proof":"EMS 1234","servedOn":"2026-09-01"}"#,
                as: ExitBench.investigator
            )
            _ = await bench.hr("POST", "\(path)/statements", #"{"text":"认可","waivesHearing":true}"#)
            let (digest, _) = try await bench.preview(path)
            _ = await bench.bureau("POST", "\(path)/decision", bench.decision("cancel", digest))
            let decision = await bench.hr("GET", "\(path)/decision")
            #expect(decision.body.starts(with: Array("%PDF".utf8)), "\(decision.text.prefix(300))")
            _ = await bench.bureau("POST", "\(path)/setting-aside", #"{"reasons":"督导员在场"}"#)
            let undoing = await bench.hr("GET", "\(path)/setting-aside")
            #expect(undoing.body.starts(with: Array("%PDF".utf8)))
            guard let folder = ProcessInfo.processInfo.environment["GONGJIANG_SHOW_PAPERS"] else { return }
            for (name, paper) in [("notice", one), ("decision", decision), ("undoing", undoing)] {
                try Data(paper.body).write(to: URL(filePath: "\(folder)/\(name).pdf"))
            }
        }
    }
}
