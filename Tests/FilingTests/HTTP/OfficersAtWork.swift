import Foundation
import Kernel
import Postgres
import Testing

@testable import FilingService

@Suite("Officers at work, over HTTP")
struct OfficersAtWork {
    /// A special-grade filing that was handed in; its path and version.
    static func submitted(at desk: Desk) async throws -> (String, String?) {
        let (special, version) = try await FilingStory.draft(at: desk)
        let path = "/special-filings/\(special)"
        let submitted = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: version)
        #expect(submitted.status == 200, "\(submitted.text)")
        return (path, submitted.version)
    }

    static func handling(of path: String, at desk: Desk) async throws -> String {
        try #require(await desk.ask("GET", path, as: .hr)["handling.id"] as? String)
    }

    @Test("two decide at once: one wins, the other is told what changed, and one receipt number is used")
    func oneWins() async throws {
        try await Desk.with { desk in
            let (path, version) = try await Self.submitted(at: desk)
            let replies = await withTaskGroup(of: Desk.Reply.self) { group in
                for round in 0..<6 {
                    group.addTask {
                        await round.isMultiple(of: 2)
                            ? desk.ask("POST", "\(path)/acceptance", as: .centre, Papers.acceptance, ifMatch: version)
                            : desk.ask("POST", "\(path)/refusal", as: .colleague, Papers.refusal, ifMatch: version)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(replies.count { $0.status == 200 } == 1)
            let losers = replies.filter { $0.status != 200 }
            #expect(losers.allSatisfy { $0.status == 409 && $0.code == "filing.changed-meanwhile" })
            let wasAccepted = try #require(replies.first { $0.status == 200 })["state"] as? String == "accepted"
            let sentence = wasAccepted ? "备案机构于2026年9月1日予以备案" : "备案机构于2026年9月1日作出不予备案决定"
            #expect(losers.allSatisfy { $0.text.contains(sentence) })
            try await desk.database.transaction { tx in
                let numbers = try tx.query("SELECT word, last FROM receipt_counter WHERE word <> '滨自备'").map {
                    try $0["last"] as Int
                }
                #expect(numbers == [1])
            }
        }
    }

    @Test("who acts first takes it up; another must be given it, with a reason that stays on record")
    func isHandedOver() async throws {
        try await Desk.with { desk in
            let (path, version) = try await Self.submitted(at: desk)
            let id = try await Self.handling(of: path, at: desk)
            let taken = await desk.ask("POST", "/handlings/\(id)/taking", as: .centre)
            #expect(taken["officer.id"] as? String == "test-centre-officer", "\(taken.text)")
            let other = await desk.ask(
                "POST",
                "\(path)/acceptance",
                as: .colleague,
                Papers.acceptance,
                ifMatch: version
            )
            #expect(other.status == 409 && other.code == "filing.handled-by-another")
            #expect(other.text.contains("本件由test-centre-officer经办"))
            #expect(await desk.ask("POST", "/handlings/\(id)/taking", as: .colleague).status == 409)
            let silent = await desk.ask(
                "POST",
                "/handlings/\(id)/handover",
                as: .centre,
                #"{"to":{"id":"li"}}"#,
                ifMatch: taken.version
            )
            #expect(silent.problems == ["to.name": "common.missing-member", "reason": "common.missing-member"])
            let handed = await desk.ask(
                "POST",
                "/handlings/\(id)/handover",
                as: .centre,
                #"{"to":{"id":"li","name":"李经办"},"reason":"出差"}"#,
                ifMatch: taken.version
            )
            let record = try #require((handed["handovers"] as? [[String: Any]])?.first)
            #expect(record["reason"] as? String == "出差" && (record["by"] as? [String: Any]) != nil)
            let mine = await desk.ask("GET", "/handlings?officer=me", as: .colleague)
            #expect(mine.items.count == 1)
            let accepted = await desk.ask(
                "POST",
                "\(path)/acceptance",
                as: .colleague,
                Papers.acceptance,
                ifMatch: version
            )
            #expect(accepted.status == 200 && accepted["handling.officer"] as? String == "李经办")
            let late = await desk.ask(
                "POST",
                "/handlings/\(id)/handover",
                as: .centre,
                #"{"to":{"id":"wang","name":"王经办"},"reason":"补办"}"#,
                ifMatch: "\"4\""
            )
            #expect(late.code == "filing.handling-closed", "\(late.text)")
        }
    }

    @Test("an officer who declared an interest is kept away, and what they had is nobody's")
    func interestsKeepAway() async throws {
        try await Desk.with { desk in
            let (path, version) = try await Self.submitted(at: desk)
            let id = try await Self.handling(of: path, at: desk)
            let enterprise = try #require(
                await desk.ask("GET", "/enterprises", as: .centre).items.first?["id"] as? String
            )
            _ = await desk.ask("POST", "/handlings/\(id)/taking", as: .centre)
            let body = #"{"enterprise":"\#(enterprise)","reason":"配偶在该企业任职"}"#
            let declared = await desk.ask("POST", "/interests", as: .centre, body)
            #expect(declared.status == 201, "\(declared.text)")
            #expect(await desk.ask("POST", "/interests", as: .centre, body).code == "filing.interest-already-declared")
            let released = await desk.ask("GET", "/handlings?officer=nobody", as: .colleague)
            #expect(released.items.first?["id"] as? String == id)
            for step in ["acceptance": Papers.acceptance, "refusal": Papers.refusal, "corrections": Papers.corrections]
            {
                let reply = await desk.ask("POST", "\(path)/\(step.key)", as: .centre, step.value, ifMatch: version)
                #expect(reply.status == 409 && reply.code == "filing.interest-declared", "\(step.key) \(reply.text)")
            }
            #expect(await desk.ask("POST", "/handlings/\(id)/taking", as: .centre).code == "filing.interest-declared")
            let back = await desk.ask(
                "POST",
                "/handlings/\(id)/handover",
                as: .colleague,
                #"{"to":{"id":"test-centre-officer","name":"王经办"},"reason":"轮岗"}"#,
                ifMatch: "\"3\""
            )
            #expect(back.code == "filing.interest-declared-by-other", "\(back.text)")
            let interest = "/interests/\(declared.id)/ending"
            let reason = #"{"reason":"配偶已离职"}"#
            let others = await desk.ask("POST", interest, as: .colleague, reason, ifMatch: declared.version)
            #expect(others.code == "filing.interest-anothers")
            let ended = await desk.ask("POST", interest, as: .centre, reason, ifMatch: declared.version)
            #expect(ended["isStanding"] as? Bool == false)
            let accepted = await desk.ask(
                "POST",
                "\(path)/acceptance",
                as: .centre,
                Papers.acceptance,
                ifMatch: version
            )
            #expect(accepted.status == 200)
        }
    }

    @Test("a word about an interest and a decision at once: never a decision after the word")
    func interestsRace() async throws {
        for _ in 0..<5 {
            try await Desk.with { desk in
                let (path, version) = try await Self.submitted(at: desk)
                let enterprise = try #require(
                    await desk.ask("GET", "/enterprises", as: .centre).items.first?["id"] as? String
                )
                let body = #"{"enterprise":"\#(enterprise)","reason":"配偶任职"}"#
                async let word = desk.ask("POST", "/interests", as: .centre, body)
                async let act = desk.ask("POST", "\(path)/acceptance", as: .centre, Papers.acceptance, ifMatch: version)
                let (declared, decided) = await (word, act)
                #expect(declared.status == 201)
                #expect(decided.status == 200 || decided.code == "filing.interest-declared", "\(decided.text)")
                try await desk.database.transaction { tx in
                    let order = try tx.query(
                        """
                        SELECT aggregate, kind FROM journal
                        WHERE aggregate = 'officer_interest' OR (aggregate = 'special_filing' AND kind = 'accepted')
                        ORDER BY position
                        """
                    ).map { try $0["aggregate"] as String }
                    if decided.status == 200 {
                        #expect(order == ["special_filing", "officer_interest"])
                    } else {
                        #expect(order == ["officer_interest"])
                    }
                }
            }
        }
    }

    @Test("the worklist tells what is due today, what is overdue and what waits for the enterprise")
    func worklist() async throws {
        try await Desk.with { desk in
            let (path, version) = try await Self.submitted(at: desk)
            func count(_ part: String, _ whose: String = "") async -> Int {
                await desk.ask("GET", "/handlings?part=\(part)\(whose)", as: .centre).items.count
            }
            #expect(await count("all") == 1)
            #expect(await count("due-today") == 0)
            try await desk.travel(to: "2026-09-08")
            #expect(await count("due-today") == 1)
            try await desk.travel(to: "2026-09-09")
            #expect(await count("overdue") == 1)
            let handling = try await Self.handling(of: path, at: desk)
            _ = await desk.ask("POST", "/handlings/\(handling)/taking", as: .centre)
            #expect(await count("overdue") == 0)
            let told = await desk.ask("POST", "\(path)/corrections", as: .centre, Papers.corrections, ifMatch: version)
            #expect(told["handling.clock.usedDays"] as? Int == 6)
            #expect(await count("waiting") == 1)
            #expect(await count("overdue") == 0)
            #expect(await count("all", "&officer=me") == 1)
            #expect(await count("all", "&officer=li") == 0)
            try await desk.travel(to: "2026-10-09")
            let waiting = await desk.ask("GET", path, as: .hr)
            #expect(waiting["handling.clock.usedDays"] as? Int == 6)
            let sentence = "企业补正期间停止计时(自2026年9月9日起),已用6个工作日,剩余14个工作日;告知补正超过承诺的5个工作日"
            #expect(waiting["handling.clock.sentence"] as? String == sentence)
            let again = await desk.ask("POST", "\(path)/resubmission", as: .hr, ifMatch: told.version)
            #expect(again["handling.clock.dueOn"] as? String == "2026-10-28")
            try await desk.travel(to: "2026-10-28")
            #expect(await count("due-today") == 1)
            try await desk.travel(to: "2026-10-29")
            #expect(await count("overdue") == 1)
            let late = await desk.ask(
                "POST",
                "\(path)/acceptance",
                as: .centre,
                Papers.acceptance,
                ifMatch: again.version
            )
            #expect(late["handling.clock.sentence"] as? String == "2026年10月29日办结,用时21个工作日,已超过承诺时限1个工作日")
            #expect(await count("all") == 0)
            let wrong = await desk.ask("GET", "/handlings?part=soon", as: .centre)
            #expect(wrong.problems == ["part": "filing.unknown-part"])
            #expect(await desk.ask("GET", "/handlings", as: .hr).status == 403)
        }
    }

    @Test("the promise is the city's to set, and binds what is handed in from then on")
    func promiseIsConfigured() async throws {
        try await Desk.with(settings: ["handling.tellDays": "3", "handling.decideDays": "10"]) { desk in
            let (path, _) = try await Self.submitted(at: desk)
            let filing = await desk.ask("GET", path, as: .hr)
            #expect(filing["handling.clock.promisedDays"] as? Int == 10)
            #expect(filing["handling.clock.telling.promisedDays"] as? Int == 3)
        }
        for settings in [["handling.tellDays": "0"], ["handling.decideDays": "x"], ["scope.rule": "loose"]] {
            await #expect(throws: BadSetting.self) { try await Desk.with(settings: settings) { _ in } }
        }
    }

    @Test("proof of the discussion with employees is never asked for")
    func consultationIsNeverAskedFor() async throws {
        try await Desk.with { desk in
            let (path, version) = try await Self.submitted(at: desk)
            let asked = await desk.ask(
                "POST",
                "\(path)/corrections",
                as: .centre,
                #"{"requests":[{"place":"工作方案","reason":"缺时间"},{"place":"职工代表大会决议","reason":"未提供"}]}"#,
                ifMatch: version
            )
            #expect(asked.status == 400 && asked.problems == ["requests[1].place": "filing.consultation-place"])
            #expect(asked.text.contains("由企业自愿提供,不能作为补正事项"))
        }
    }

    @Test("scope outside the general filing is shown, and accepted with a reason alone")
    func scopeIsDecided() async throws {
        try await Desk.with { desk in
            let (special, version) = try await FilingStory.draft(at: desk)
            let path = "/special-filings/\(special)"
            let widened = await desk.ask(
                "PUT",
                "\(path)/application",
                as: .hr,
                #"{"application":\#(Papers.application),"occupations":[\#(Papers.welder),\#(Papers.electrician)]}"#,
                ifMatch: version
            )
            let submitted = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: widened.version)
            let outside = try #require(submitted["outsideScope"] as? [[String: Any]])
            #expect(
                outside.map { $0["sentence"] as? String } == ["电工(6-31-01-03):自主评价备案仅到二级/技师,未到一级/高级技师"]
            )
            let silent = await desk.ask(
                "POST",
                "\(path)/acceptance",
                as: .centre,
                Papers.acceptance,
                ifMatch: submitted.version
            )
            #expect(silent.code == "filing.scope-needs-reason")
            let given = #"{"authority":"滨州市职业技能鉴定服务中心","scopeReason":"省级竞赛集训基地"}"#
            let accepted = await desk.ask("POST", "\(path)/acceptance", as: .centre, given, ifMatch: submitted.version)
            #expect(accepted["scope.reason"] as? String == "省级竞赛集训基地", "\(accepted.text)")
            #expect(accepted["receiptNumber"] as? String == "滨特备〔2026〕0001号")
        }
    }
}
