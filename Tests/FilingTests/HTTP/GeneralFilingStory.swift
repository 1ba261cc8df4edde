import Foundation
import Kernel
import Postgres
import Testing

@testable import FilingService

@Suite("A general filing, over HTTP")
struct GeneralFilingStory {
    static let members = """
        [{"name":"\u{2CB4E}玉","role":"考评员","qualification":"高级技师"},{"name":"张三","role":"内部质量督导员"}]
        """

    @Test("is drafted bit by bit, corrected once and by number, and accepted with a receipt")
    func goesTheWholeWay() async throws {
        try await Desk.with { desk in
            _ = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise)
            let empty = #"{"creditCode":"91371600MA3N00011J"}"#
            let draft = await desk.ask("POST", "/general-filings/drafts", as: .hr, empty)
            #expect(draft.status == 201 && draft["state"] as? String == "draft", "\(draft.text)")
            #expect(
                draft["missing"] as? [String] == ["occupations", "evaluationBody", "staff", "funding", "rules"]
            )
            let path = "/general-filings/\(draft.id)"
            let early = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: draft.version)
            #expect(early.code == "filing.incomplete" && early.text.contains("评价机构、评价人员、经费、制度"))

            let half = #"{"occupations":[{"code":"6-18-02-04","edition":"2022","name":"焊工"}],"funding":"职工教育经费"}"#
            let saved = await desk.ask("PUT", "\(path)/application", as: .hr, half, ifMatch: draft.version)
            #expect(saved.status == 200, "\(saved.text)")
            #expect(saved["missing"] as? [String] == ["occupations", "evaluationBody", "staff", "rules"])
            let whole = """
                {"occupations":[{"code":"6-18-02-04","edition":"2022","name":"焊工","levels":["seniorTechnician"]}],
                 "evaluationBody":"考核委员会","members":\(Self.members),"funding":"职工教育经费","rules":"9项"}
                """
            let written = await desk.ask("PUT", "\(path)/application", as: .hr, whole, ifMatch: saved.version)
            #expect(written["missing"] as? [String] == [], "\(written.text)")
            #expect(written.text.contains("\u{2CB4E}玉"))
            let submitted = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: written.version)
            #expect(submitted["state"] as? String == "submitted")
            #expect(submitted["handling.clock.dueOn"] as? String == "2026-09-29")
            #expect(submitted["handling.clock.telling.dueOn"] as? String == "2026-09-08")

            let told = await desk.ask(
                "POST",
                "\(path)/corrections",
                as: .centre,
                #"{"requests":[{"place":"制度","reason":"缺考务制度"},{"place":"经费","reason":"缺预算"}]}"#,
                ifMatch: submitted.version
            )
            #expect(told["correctionsNumber"] as? String == "滨备补〔2026〕0001号", "\(told.text)")
            #expect(told["handling.clock.state"] as? String == "stopped")
            let answered = await desk.ask(
                "PUT",
                "\(path)/corrections/2/answer",
                as: .hr,
                #"{"text":"已附预算"}"#,
                ifMatch: told.version
            )
            let corrections = try #require(answered["corrections"] as? [[String: Any]])
            #expect(corrections.map { $0["answer"] as? String } == [nil, "已附预算"])
            let nowhere = await desk.ask(
                "PUT",
                "\(path)/corrections/3/answer",
                as: .hr,
                #"{"text":"x"}"#,
                ifMatch: answered.version
            )
            #expect(nowhere.status == 409 && nowhere.text.contains("没有第3项补正,只有第1至2项"))
            let again = await desk.ask("POST", "\(path)/resubmission", as: .hr, ifMatch: answered.version)
            #expect(again["state"] as? String == "resubmitted")
            let twice = await desk.ask(
                "POST",
                "\(path)/corrections",
                as: .centre,
                Papers.corrections,
                ifMatch: again.version
            )
            #expect(twice.code == "filing.corrections-told-before")
            let accepted = await desk.ask(
                "POST",
                "\(path)/acceptance",
                as: .centre,
                Papers.generalAcceptance,
                ifMatch: again.version
            )
            #expect(accepted["receiptNumber"] as? String == "滨自备〔2026〕0001号", "\(accepted.text)")
            #expect(accepted["handling.clock.state"] as? String == "ended")
            let steps = await desk.ask("GET", "\(path)/changes", as: .hr)
            #expect(
                steps.items.compactMap { $0["kind"] as? String } == [
                    "drafted", "revised", "revised", "submitted", "correctionsRequested", "answered", "resubmitted",
                    "accepted",
                ]
            )
        }
    }

    @Test("is one at a time: a second is told what there is, also when both come at once")
    func isOneAtATime() async throws {
        try await Desk.with { desk in
            _ = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise)
            let empty = #"{"creditCode":"91371600MA3N00011J"}"#
            let statuses = await withTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask { await desk.ask("POST", "/general-filings/drafts", as: .hr, empty).status }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.sorted() == [201] + Array(repeating: 409, count: 7))
            let draft = try #require(await desk.ask("GET", "/general-filings", as: .hr).items.first?["id"] as? String)
            let second = await desk.ask("POST", "/general-filings", as: .hr, Papers.general)
            #expect(second.code == "filing.already-running" && second.text.contains("草稿,编号\(draft)"))
            let path = "/general-filings/\(draft)"
            let gone = await desk.ask(
                "POST",
                "\(path)/withdrawal",
                as: .hr,
                #"{"reason":"填错企业"}"#,
                ifMatch: "\"1\""
            )
            #expect(gone["state"] as? String == "withdrawn" && gone["withdrawalReason"] as? String == "填错企业")
            let general = await desk.ask("POST", "/general-filings", as: .hr, Papers.general)
            #expect(general.status == 201)
            let accepted = await desk.ask(
                "POST",
                "/general-filings/\(general.id)/acceptance",
                as: .centre,
                Papers.generalAcceptance,
                ifMatch: general.version
            )
            #expect(accepted.status == 200)
            let third = await desk.ask("POST", "/general-filings", as: .hr, Papers.general)
            #expect(third.code == "filing.general-in-force" && third.text.contains("Y000037160001"))
            try await desk.travel(to: "2029-01-01")
            #expect(await desk.ask("POST", "/general-filings", as: .hr, Papers.general).status == 201)
        }
    }

    @Test("may be withdrawn until it is decided, and its clock ends")
    func isWithdrawn() async throws {
        try await Desk.with { desk in
            _ = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise)
            let general = await desk.ask("POST", "/general-filings", as: .hr, Papers.general)
            let path = "/general-filings/\(general.id)"
            #expect(
                await desk.ask("POST", "\(path)/withdrawal", as: .centre, "{}", ifMatch: general.version).status == 403
            )
            let gone = await desk.ask("POST", "\(path)/withdrawal", as: .hr, "{}", ifMatch: general.version)
            #expect(gone["handling.clock.state"] as? String == "ended")
            let late = await desk.ask(
                "POST",
                "\(path)/acceptance",
                as: .centre,
                Papers.generalAcceptance,
                ifMatch: gone.version
            )
            #expect(late.code == "filing.already-withdrawn")
        }
    }

    @Test("names every field that is wrong at once, also in a draft, and refuses numbers of persons")
    func namesFields() async throws {
        try await Desk.with { desk in
            let body = """
                {"creditCode":"91371600MA3N00011J",
                 "occupations":[{"code":"6-18","edition":"2022","levels":["特级"]}],
                 "members":[{"name":"","role":"考评员 13905430000","qualification":"11010519491231002X"}],
                 "funding":"a\\u0000b"}
                """
            let wrong = await desk.ask("POST", "/general-filings/drafts", as: .hr, body)
            #expect(
                wrong.problems == [
                    "occupations[0].code": "filing.occupation-code", "occupations[0].name": "common.missing-member",
                    "occupations[0].levels[0]": "filing.unknown-level", "members[0].name": "common.missing-member",
                    "members[0].role": "filing.personal-number",
                    "members[0].qualification": "filing.personal-number", "funding": "filing.unprintable",
                ]
            )
            #expect(wrong.text.contains("公民身份号码,请删去"))
        }
    }

    @Test("edited by two at once: the second is told what the first changed, and nothing is lost")
    func tellsWhatChanged() async throws {
        try await Desk.with { desk in
            _ = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise)
            let draft = await desk.ask(
                "POST",
                "/general-filings/drafts",
                as: .hr,
                #"{"creditCode":"91371600MA3N00011J"}"#
            )
            let path = "/general-filings/\(draft.id)/application"
            let first = await desk.ask(
                "PUT",
                path,
                as: .hr,
                #"{"funding":"职工教育经费","rules":"9项制度"}"#,
                ifMatch: draft.version
            )
            let second = await desk.ask("PUT", path, as: .hr, #"{"staff":"12人"}"#, ifMatch: draft.version)
            #expect(second.status == 409 && second.code == "filing.changed-meanwhile")
            #expect(second.text.contains("您看到的是第1版,现为第2版:企业于2026年9月1日修改了经费、制度"))
            let kept = await desk.ask("GET", "/general-filings/\(draft.id)", as: .hr)
            #expect(kept.version == first.version && kept["funding"] as? String == "职工教育经费")
        }
    }
}
