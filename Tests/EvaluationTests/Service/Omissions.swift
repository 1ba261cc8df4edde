import Contracts
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Somebody who may have been left out", .timeLimit(.minutes(30)))
struct Omissions {
    private func referred(_ publicity: Publicity, objection: UInt8 = 95) -> OmissionReferred {
        OmissionReferred(
            about: publicity.about,
            objection: Sample.id(objection),
            missing: "韩志勇",
            finding: "票数统计有误"
        )
    }

    /// The application of a name in a round.
    private func application(of name: String, in round: String, _ desk: Desk) async throws -> String {
        struct Page: Decodable {
            struct Item: Decodable {
                let id: String
                let name: String
            }
            let items: [Item]
        }
        let page = await desk.hr("GET", "/rounds/\(round)/applications")
        return try #require(try WireFormat.decode(Page.self, from: page.body).items.first { $0.name == name }?.id)
    }

    @Test("is added with the panel's resolution, which closes the item")
    func added() async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed()
            let publicity = Publicity(of: list)
            try await desk.service.hear(referred(publicity), from: .publicityTimer)
            let items = await desk.hr("GET", "/rounds/\(round)/omissions")
            #expect(items.member("items") == "1 items")
            #expect(items.member("items", "0", "missing") == "韩志勇")
            #expect(!items.text.contains(Sample.id(95).lowercase), "the objection is nobody's business here")
            let omission = try #require(items.member("items", "0", "id"))
            let missed = try await application(of: "韩志勇", in: round, desk)
            let path = "/lists/\(list.list.lowercase)/amendments"
            func amend(_ more: String) async -> PlainResponse {
                let json = "{\"added\":[{\"application\":\"\(missed)\"\(more)}],\"reason\":\"补列\"}"
                return await desk.hr("POST", path, json: json, ifMatch: 1)
            }
            let unasked = await amend("")
            #expect(unasked.member("errors", "0", "code") == "evaluation.not-approved-by-panel", "\(unasked.text)")
            let unresolved = await amend(",\"omission\":\"\(omission)\"")
            #expect(unresolved.member("errors", "0", "code") == "evaluation.not-approved-by-panel")
            let ineligible = try await application(of: "周德胜", in: round, desk)
            let json = """
                {"added":[{"application":"\(ineligible)","omission":"\(omission)","resolution":"补充表决"}],"reason":"补列"}
                """
            let refused = await desk.hr("POST", path, json: json, ifMatch: 1)
            #expect(refused.member("errors", "0", "code") == "evaluation.not-eligible-to-add", "\(refused.text)")
            let added = await amend(",\"omission\":\"\(omission)\",\"resolution\":\"评审委员会2026年第3号决议\"")
            #expect(added.status == 200, "\(added.text)")
            #expect(try await desk.service.said(ListAmended.self).flatMap(\.added).map(\.name) == ["韩志勇"])
            let closed = await desk.hr("GET", "/rounds/\(round)/omissions")
            #expect(closed.member("items", "0", "state") == "added")
            #expect(closed.member("items", "0", "application") == missed)
            let answer = await desk.hr(
                "POST",
                "/omissions/\(omission)/answer",
                json: "{\"reason\":\"已补列\"}",
                ifMatch: 2
            )
            #expect(answer.member("code") == "evaluation.omission-not-open", "\(answer.text)")
        }
    }

    @Test("or is answered with the reason; told again it is one item, and told of a strange round none")
    func answered() async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed()
            let publicity = Publicity(of: list)
            let stranger = OmissionReferred(
                about: NoticeRef(
                    notice: Sample.id(96),
                    list: Sample.id(97),
                    round: Sample.id(98),
                    publisher: Sample.enterprise,
                    listDigest: ""
                ),
                objection: Sample.id(99),
                missing: "某人",
                finding: ""
            )
            try await desk.service.hear(referred(publicity), referred(publicity), stranger, from: .publicityTimer)
            let items = await desk.hr("GET", "/rounds/\(round)/omissions")
            #expect(items.member("items") == "1 items")
            let path = "/omissions/\(try #require(items.member("items", "0", "id")))/answer"
            #expect(await desk.hr("POST", path, json: "{\"reason\":\" \"}", ifMatch: 1).status == 400)
            #expect(
                await desk.hr("POST", path, json: "{\"reason\":\"x\"}", ifMatch: 1, of: "9137160270000001X7").status
                    == 403
            )
            let answered = await desk.hr("POST", path, json: "{\"reason\":\"未达三分之二票数\"}", ifMatch: 1)
            #expect(answered.member("state") == "declined", "\(answered.text)")
            #expect(answered.member("reason") == "未达三分之二票数")
        }
    }
}
