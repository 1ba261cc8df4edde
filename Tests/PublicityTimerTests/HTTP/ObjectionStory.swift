import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("Objections over HTTP")
struct ObjectionStory {
    @Test("One name is held, one removed, one completes; the held one follows when its objection is dismissed")
    func goesByName() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            // A name stands behind it: held at once.
            let first = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            #expect(try await service.said(CandidateHeld.self).map(\.candidate) == [Sample.zhao])
            // Nobody does: held when the office finds it concrete.
            let second = try await service.object(to: Sample.qian, on: notice)
            #expect(try await service.said(CandidateHeld.self).count == 1)
            #expect(await service.step(second.id, "pursuit", version: 1).status == 200)
            #expect(await service.decide(second.id, "upheld", version: 2) == 200)
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            let completed = try #require(try await service.said(PublicityCompleted.self).first)
            #expect(completed.cleared == [Sample.sun])
            #expect(completed.held == [Sample.zhao])
            #expect(completed.removed == [Sample.qian])
            #expect(await service.decide(first.id, "dismissed", version: 1) == 200)

            let held = try await service.said(CandidateHeld.self)
            #expect(held.map(\.candidate) == [Sample.zhao, Sample.qian])
            #expect(held.allSatisfy { $0.afterCompletion == false })
            let removed = try await service.said(CandidateRemoved.self)
            #expect(removed.map(\.candidate) == [Sample.qian])
            #expect(removed.first?.reason == "查证")
            let cleared = try await service.said(CandidateCleared.self)
            #expect(cleared.map(\.candidate) == [Sample.zhao])
            #expect(cleared.first?.afterCompletion == true)
        }
    }

    @Test("A lead nobody has read by the end holds its name; left with a reason, it clears it")
    func holdsTheUnread() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let lead = try await service.object(to: Sample.sun, on: notice)
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).first?.held == [Sample.sun])
            let left = await service.step(lead.id, "leaving", #""reason":"未指明事实,无从查证""#, version: 1)
            #expect(left.status == 200 && left.member("closing", "outcome") == "not-pursued")
            #expect(try await service.said(CandidateCleared.self).map(\.candidate) == [Sample.sun])
        }
    }

    @Test("An objection after the end is recorded and answered, holds nothing, and supervision is told")
    func takesTheLate() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            try await service.travel(to: Sample.end)
            let members =
                #""about":"name","person":"\#(Sample.zhao.lowercase)","reason":"业绩不实","objector":{"name":"蒋卫民"}"#
            let reply = await service.object(members, on: notice)
            #expect(reply.status == 201)
            #expect(reply.member("isInTime") == "0")
            #expect(reply.member("note")?.contains("公示期已届满") == true)
            let late = try await service.said(ObjectionLate.self)
            #expect(late.count == 1 && late.allSatisfy { $0.receivedAt >= Sample.end })
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).first?.cleared.contains(Sample.zhao) == true)
            let id = try await service.objection(of: reply.member("receiptCode") ?? "")
            #expect(await service.decide(id, "upheld", version: 1) == 200)
            #expect(try await service.said(CandidateHeld.self).isEmpty)
            #expect(try await service.said(CandidateRemoved.self).isEmpty)
            #expect(await service.inquire(reply.member("receiptCode") ?? "").member("closing", "outcome") == "upheld")
        }
    }

    @Test("A letter received in time and entered after midnight holds its name though the notice is completed")
    func entersLetters() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            let path = "/notices/\(notice)/entered-objections"
            func enter(_ receivedAt: String, as role: Role = .objectionHandler) async -> PlainResponse {
                await service.call(
                    "POST",
                    path,
                    as: role,
                    of: role.isOfEnterprise ? Sample.employer : nil,
                    json: #"""
                        {"about":"name","person":"\#(Sample.zhao.lowercase)","reason":"业绩不实","channel":"paper",
                         "receivedAt":"\#(receivedAt)","objector":{"name":"蒋卫民","contact":"三车间"}}
                        """#
                )
            }
            let entered = await enter("2026-10-13T23:50:00+08:00")
            #expect(entered.status == 201 && entered.member("receipt", "isInTime") == "1")
            let held = try await service.said(CandidateHeld.self)
            #expect(held.map(\.candidate) == [Sample.zhao] && held.first?.afterCompletion == true)
            let late = await enter("2026-10-14T00:00:00+08:00", as: .centreOfficer)
            #expect(late.status == 201 && late.member("receipt", "isInTime") == "0")
            #expect(late.member("receipt", "addressee") == "authority")
            for (time, code) in [
                ("2026-10-14T20:00:00+08:00", "publicity-timer.received-in-future"),
                ("2026-09-30T11:59:59+08:00", "publicity-timer.received-before-notice"),
            ] {
                let refused = await enter(time)
                #expect(refused.status == 400 && refused.member("errors", "0", "code") == code)
            }
            #expect(await enter("2026-10-13T23:50:00+08:00", as: .enterpriseHR).status == 403)
            #expect(await service.decide(entered.member("id") ?? "", "upheld", version: 1) == 200)
            #expect(try await service.said(CandidateRemoved.self).map(\.candidate) == [Sample.zhao])
        }
    }

    @Test(
        "An objection to the procedure holds the whole list when it is found arguable, and releases it when dismissed"
    )
    func holdsTheList() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let reply = await service.object(
                #""about":"procedure","reason":"评委未回避","objector":{"name":"蒋卫民"}"#,
                on: notice
            )
            #expect(reply.status == 201)
            #expect(try await service.said(ListHeld.self).isEmpty)
            let id = try await service.objection(of: reply.member("receiptCode") ?? "")
            #expect(await service.step(id, "arguability", version: 1).status == 200)
            #expect(try await service.said(ListHeld.self).count == 1)
            try await service.travel(to: Sample.noon("2026-10-15"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            #expect(await service.decide(id, "dismissed", version: 2) == 200)
            try await service.tick()
            let completed = try await service.said(PublicityCompleted.self)
            #expect(completed.count == 1 && completed.allSatisfy { $0.effectiveAt >= Sample.noon("2026-10-15") })
            #expect(try await service.said(ListReleased.self).count == 1)
        }
    }

    @Test(
        "Somebody left out holds nobody and goes back to evaluation, with the finding and not with the objector's words"
    )
    func refersOmissions() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let reply = await service.object(
                #""about":"omission","missing":"周四","reason":"我与他同班组二十年","objector":{"name":"周四"}"#,
                on: notice
            )
            let id = try await service.objection(of: reply.member("receiptCode") ?? "")
            #expect(try await service.said(OmissionReferred.self).isEmpty)
            let decided = await service.step(
                id,
                "decision",
                #""outcome":"upheld","reason":"周四符合申报条件,材料被漏录""#,
                version: 1
            )
            #expect(decided.status == 200)
            let referred = try await service.said(OmissionReferred.self)
            #expect(referred.map(\.missing) == ["周四"] && referred.first?.finding == "周四符合申报条件,材料被漏录")
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).first?.cleared.count == 3)
        }
    }

    static let tellsByFieldTable: [(String, [(String, String)])] = [
        ("", [("about", "publicity-timer.about"), ("reason", "publicity-timer.required")]),
        (
            #""about":"name","person":"01990000-0000-7000-8000-000000000009","reason":"不实""#,
            [("person", "publicity-timer.not-on-list")]
        ),
        (#""about":"name","person":"x","reason":"不实""#, [("person", "publicity-timer.not-on-list")]),
        (
            #""about":"name","reason":"  ","addressee":"mayor","objector":{"contact":"1"}"#,
            [
                ("person", "publicity-timer.required"), ("reason", "publicity-timer.required"),
                ("objector.name", "publicity-timer.required"), ("addressee", "publicity-timer.addressee"),
            ]
        ),
        (#""about":"omission","reason":"不公""#, [("missing", "publicity-timer.required")]),
        (
            #""about":"procedure","person":"01990000-0000-7000-8000-000000000001","reason":"不公""#,
            [("person", "publicity-timer.person-not-asked")]
        ),
        (
            #""about":"procedure","reason":"不公","objector":{"name":"周"},"anonymous":true"#,
            [("anonymous", "publicity-timer.objector")]
        ),
        (
            #""about":"procedure","reason":"\#(String(repeating: "长", count: 2001))""#,
            [("reason", "publicity-timer.too-long")]
        ),
        (#""about":"procedure","reason":5"#, [("reason", "common.wrong-type")]),
    ]

    @Test("What cannot be understood is told by field, all at once, and nothing is written")
    func tellsByField() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            for (members, problems) in Self.tellsByFieldTable {
                let reply = await service.object(members, on: notice)
                #expect(reply.status == 400, "\(members)")
                #expect(reply.member("errors") == "\(problems.count) items", "\(reply.text)")
                for (index, (field, code)) in problems.enumerated() {
                    #expect(reply.member("errors", "\(index)", "field") == field, "\(members)")
                    #expect(reply.member("errors", "\(index)", "code") == code, "\(members)")
                }
            }
            #expect(try await service.journal("objection").isEmpty)
        }
    }

    @Test("An objector follows it with the receipt code, takes it back with it, and learns nothing with another")
    func answersTheReceipt() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let first = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            let second = try await service.object(to: Sample.zhao, on: notice)
            let asked = await service.inquire(" \(second.code.lowercased()) ")
            #expect(asked.member("state") == "received" && asked.member("dueOn") == "2026-10-08")
            #expect(asked.headers["cache-control"] == "no-store")
            #expect(await service.inquire(first.code).member("state") == "examining")
            #expect(await service.inquire(first.code).member("dueOn") == "2026-10-13")
            func withdraw(_ code: String, _ members: String) async -> PlainResponse {
                await service.call(
                    "POST",
                    "/objection-inquiries/withdrawal",
                    json: #"{"receiptCode":"\#(code)",\#(members)}"#
                )
            }
            #expect(await withdraw(first.code, #""reason":"""#).status == 400)
            let withdrawn = await withdraw(first.code, #""reason":"已当面说清,我是蒋卫民""#)
            #expect(withdrawn.member("closing", "outcome") == "withdrawn")
            #expect(await withdraw(first.code, #""reason":"再撤""#).status == 409)
            // The other one is still open: the name is not cleared.
            #expect(try await service.said(CandidateCleared.self).isEmpty)
            #expect(await service.step(second.id, "leaving", version: 1).status == 200)
            #expect(try await service.said(CandidateCleared.self).map(\.candidate) == [Sample.zhao])

            let unknown = await service.inquire("3333333333")
            let malformed = await service.inquire("x")
            #expect(unknown.status == 404 && malformed.status == 404)
            #expect(unknown.member("title") == malformed.member("title"))
            #expect(await withdraw("3333333333", #""reason":"无""#).status == 404)
        }
    }
}
