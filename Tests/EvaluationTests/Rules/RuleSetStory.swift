import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Rule sets over the service", .timeLimit(.minutes(30)))
struct RuleSetStory {
    /// The notice's own rules with five years instead of four.
    private static func stricter() throws -> [UInt8] {
        let notice = try #require(RuleSetFile.notice)
        return Array(
            String(decoding: notice.bytes, as: UTF8.self)
                .replacing("\"seniorPostYears\":4", with: "\"seniorPostYears\":5").utf8
        )
    }

    private struct Shown: Decodable {
        struct Item: Decodable {
            struct Reference: Decodable { let id, digest: String }
            let id, name, state: String
            let ruleSet: Reference
        }
        let items: [Item]
    }

    /// The applications of a round.
    private func items(_ desk: Desk, _ round: String) async throws -> [Shown.Item] {
        let shown = await desk.hr("GET", "/rounds/\(round)/applications")
        return try WireFormat.decode(Shown.self, from: shown.body).items
    }

    private func bureau(
        _ desk: Desk,
        _ method: String,
        _ target: String,
        body: [UInt8]? = nil
    ) async -> PlainResponse {
        await desk.service.call(method, target, as: .bureauOfficer, subject: "bureau-1", body: body)
    }

    @Test("are checked dry, loaded once and for good, and read by everybody")
    func loads() async throws {
        try await Desk.with { desk in
            let other = try Sample.secondCity()
            let checked = await bureau(desk, "POST", "/rule-sets/check", body: other.bytes)
            #expect(checked.status == 200, "\(checked.text)")
            #expect(checked.member("sound") == "1")
            #expect(checked.member("comparedWith", "id") == "binzhou-2020")
            #expect(await bureau(desk, "GET", "/rule-sets").member("items") == "1 items", "a check loads nothing")
            let loaded = await bureau(desk, "POST", "/rule-sets", body: other.bytes)
            #expect(loaded.status == 201, "\(loaded.text)")
            #expect(loaded.member("current") == "1", "the one in force latest")
            #expect(await bureau(desk, "POST", "/rule-sets", body: other.bytes).status == 200)
            let listed = await desk.service.call("GET", "/rule-sets")
            #expect(listed.member("items") == "2 items", "\(listed.text)")
            let digest = try #require(loaded.member("digest"))
            let read = await desk.service.call("GET", "/rule-sets/\(digest)")
            #expect(read.member("rules", "document", "issuer") == "测试市人力资源和社会保障局")
            #expect(await desk.service.call("GET", "/rule-sets/none").status == 404)
            let hr = await desk.hr("POST", "/rule-sets", body: other.bytes)
            #expect(hr.status == 403)
            let kept = try await desk.service.database.transaction { tx in
                try tx.query("SELECT count(*)::int AS n FROM journal WHERE aggregate = 'rule_set'").first?
                    .decode("n", as: Int.self)
            }
            #expect(kept == 1)
        }
    }

    @Test("that are wrong are refused with every place, in Chinese, and say what differs")
    func refuses() async throws {
        try await Desk.with { desk in
            let broken = String(decoding: try Self.stricter(), as: UTF8.self)
                .replacing("\"fact\":\"conductConfirmed\"", with: "\"fact\":\"salary\"")
                .replacing("\"oneOf\"", with: "\"isOneOf\"")
            let checked = await bureau(desk, "POST", "/rule-sets/check", body: Array(broken.utf8))
            #expect(checked.member("sound") == "0", "\(checked.text)")
            struct Check: Decodable {
                struct Problem: Decodable { let path, code, message: String }
                struct Difference: Decodable { let path, kind: String }
                let problems: [Problem]
                let differences: [Difference]
            }
            let told = try WireFormat.decode(Check.self, from: checked.body)
            let paths = told.problems.map(\.path)
            #expect(paths.contains("$.rules[0].cases[0].when.isOneOf"))
            #expect(paths.contains("$.rules[2].cases[3].when.all[1].isOneOf"))
            #expect(paths.contains("$.rules[3].cases[0].when.fact"))
            #expect(told.problems.allSatisfy { $0.message.contains("“") })
            #expect(told.differences.contains { $0.path == "$.floors.seniorPostYears" && $0.kind == "changed" })
            #expect(told.differences.contains { $0.path == "$.rules[conduct].cases[0].when.fact" })
            let refused = await bureau(desk, "POST", "/rule-sets", body: Array(broken.utf8))
            #expect(refused.status == 400)
            #expect(refused.text.contains("$.rules[3].cases[0].when.fact"), "\(refused.text)")
            #expect(await bureau(desk, "POST", "/rule-sets", body: Array("{".utf8)).status == 400)
        }
    }

    @Test("a round is judged by the one it was opened under, and a newer one changes no verdict")
    func pins() async throws {
        try await Desk.with { desk in
            let old = try await desk.openRound()
            _ = try await desk.importSample(into: old)
            #expect(await bureau(desk, "POST", "/rule-sets", body: try Self.stricter()).status == 201)
            let new = try await desk.openRound()
            _ = try await desk.importSample(into: new)
            _ = try await desk.step(old, "eligibility")
            _ = try await desk.step(new, "eligibility")
            let (before, after) = (try await items(desk, old), try await items(desk, new))
            // Four years to the day: eligible by the notice, not by five years.
            #expect(before.first { $0.name == "刘志强" }?.state == "eligible")
            #expect(after.first { $0.name == "刘志强" }?.state == "ineligible")
            #expect(Set(before.map(\.ruleSet.digest)) == [try Sample.notice().reference.digest])
            #expect(Set(after.map(\.ruleSet.digest)).isDisjoint(with: before.map(\.ruleSet.digest)))
            let refused = try #require(after.first { $0.name == "刘志强" })
            let verdict = await desk.hr("GET", "/applications/\(refused.id)/verdict")
            #expect(verdict.member("refusals", "0")?.hasPrefix("三(一)2:") == true, "\(verdict.text)")
            #expect(verdict.member("refusals", "0")?.contains("不满5年") == true)
            #expect(verdict.member("mayAskRecheck") == "1")
            #expect(verdict.member("document", "title")?.contains("特级技师") == true)
        }
    }
}
