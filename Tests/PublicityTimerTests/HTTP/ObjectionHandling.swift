import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("Handling objections")
struct ObjectionHandling {
    @Test("A step out of order is told no, and an old version is told so")
    func keepsTheOrder() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let lead = try await service.object(to: Sample.zhao, on: notice)
            #expect(await service.decide(lead.id, "dismissed", version: 1) == 409)
            #expect(await service.step(lead.id, "pursuit", version: 7).status == 412)
            #expect(await service.step(lead.id, "pursuit", #""reason":" ""#, version: 1).status == 400)
            #expect(await service.step(lead.id, "pursuit", version: 1).status == 200)
            #expect(await service.step(lead.id, "pursuit", version: 2).status == 409)
            #expect(await service.step(lead.id, "leaving", version: 2).status == 409)
            #expect(await service.step(lead.id, "arguability", version: 2).status == 409)
            #expect(await service.decide(lead.id, "withdrawn", version: 2) == 400)
            #expect(await service.decide(lead.id, "dismissed", version: 2) == 200)
            #expect(await service.decide(lead.id, "upheld", version: 3) == 409)
            let bare = await service.call(
                "POST",
                "/objections/\(lead.id)/decision",
                as: .objectionHandler,
                of: Sample.employer,
                json: #"{"outcome":"upheld","reason":"查证"}"#
            )
            #expect(bare.status == 428)
        }
    }

    @Test("Each objection is the office's alone to which it is addressed")
    func goesToTheAddressee() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let own = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            let other = await service.object(
                #""about":"procedure","reason":"不公","addressee":"authority","objector":{"name":"蒋卫民"}"#,
                on: notice
            )
            let theirs = try await service.objection(of: other.member("receiptCode") ?? "")
            func status(_ id: String, _ role: Role?, _ organisation: String? = nil) async -> Int {
                await service.call("GET", "/objections/\(id)", as: role, of: organisation).status
            }
            #expect(await status(own.id, .objectionHandler, Sample.employer) == 200)
            #expect(await status(theirs, .objectionHandler, Sample.employer) == 404)
            #expect(await status(own.id, .objectionHandler, "9137160270000001X7") == 403)
            #expect(await status(own.id, .centreOfficer) == 404)
            #expect(await status(theirs, .centreOfficer) == 200)
            #expect(await status(theirs, .provinceOfficer) == 200)
            for role in [Role.enterpriseHR, .employee, .evaluator] {
                #expect(await status(own.id, role, Sample.employer) == 403)
                #expect(await service.call("GET", "/objections", as: role, of: Sample.employer).status == 403)
            }
            #expect(await status(own.id, .bureauOfficer) == 403)
            #expect(await service.step(theirs, "arguability", version: 1).status == 404)
            #expect(await service.step(theirs, "arguability", version: 1, as: .centreOfficer).status == 200)
            let shown = await service.call(
                "GET",
                "/objections/\(own.id)",
                as: .objectionHandler,
                of: Sample.employer
            )
            #expect(shown.member("objector", "name") == "蒋卫民" && shown.member("reason") == "业绩不实")
            #expect(shown.member("name") == "赵一" && shown.version == 1)
        }
    }

    @Test("The work list shows what is due first; what is overdue is shown to the authorities without the objector")
    func watchesTheDeadlines() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let named = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            let lead = try await service.object(to: Sample.qian, on: notice)
            func list(_ query: String, _ role: Role) async -> PlainResponse {
                await service.call(
                    "GET",
                    "/objections\(query)",
                    as: role,
                    of: role.isOfEnterprise ? Sample.employer : nil
                )
            }
            let work = await list("", .objectionHandler)
            #expect(work.member("items", "0", "id") == lead.id && work.member("items", "1", "id") == named.id)
            let page = await list("?limit=1", .objectionHandler)
            #expect(page.member("next") == lead.id)
            #expect(await list("?limit=1&after=\(lead.id)", .objectionHandler).member("items", "0", "id") == named.id)
            #expect(await list("?state=closed", .objectionHandler).member("items") == "0 items")
            #expect(await list("?state=open", .objectionHandler).status == 400)
            #expect(await list("?notice=\(Sample.id(99).lowercase)", .objectionHandler).member("items") == "0 items")
            #expect(await list("?overdue=true", .objectionHandler).member("items") == "0 items")
            #expect(await list("", .centreOfficer).member("items") == "0 items")

            // A day that passes clears nobody: it makes the case overdue.
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).first?.cleared == [Sample.sun])
            #expect(await list("?overdue=true", .objectionHandler).member("items") == "2 items")
            for role in [Role.centreOfficer, .provinceOfficer, .bureauOfficer] {
                let seen = await list("?overdue=true", role)
                #expect(seen.member("items") == "2 items")
                #expect(seen.member("items", "0", "isOverdue") == "1")
                #expect(seen.member("items", "0", "enterprise", "creditCode") == Sample.employer)
                #expect(!seen.text.contains("蒋卫民") && !seen.text.contains("业绩不实"))
            }
        }
    }

    @Test("The time to decide is extended once, with a reason and before it has run out")
    func extendsOnce() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let first = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            let second = try await service.object(to: Sample.qian, on: notice, named: "蒋卫民")
            let extended = await service.step(first.id, "extension", #""reason":"须外地取证""#, version: 1)
            #expect(extended.member("dueOn") == "2026-10-20")
            #expect(await service.step(first.id, "extension", version: 2).status == 409)
            #expect(await service.inquire(first.code).member("extendedBecause") == "须外地取证")
            try await service.travel(to: Sample.noon("2026-10-14"))
            let late = await service.step(second.id, "extension", version: 1)
            #expect(late.status == 409 && late.member("code") == "publicity-timer.extension-too-late")
        }
    }

    @Test("A reason that names who objects, or how to reach them, is not taken")
    func keepsQuiet() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let objection = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            for reason in ["蒋卫民反映属实", "电话13800000001核实", "电话138-0000-0001核实"] {
                let reply = await service.step(
                    objection.id,
                    "decision",
                    #""outcome":"upheld","reason":"\#(reason)""#,
                    version: 1
                )
                #expect(reply.status == 400)
                #expect(reply.member("errors", "0", "code") == "publicity-timer.names-objector")
            }
            #expect(await service.decide(objection.id, "upheld", version: 1) == 200)
        }
    }

    static let contacts: [(String, String, Bool)] = [
        ("13800000001", "电话138 0000-0001核实", true), ("13800000001", "电话１３８０００００００１核实", true),
        ("138-0000-0001", "已向13800000001核实", true), ("13800000001 微信同号", "已向13800000001核实", true),
        ("0543-3123456或13800000001", "致电3123456", true), ("(0543)3123456", "致电0543—312 3456", true),
        ("13800000001", "2026年10月9日致电13800000001，2次", true), ("138 0000 0001", "尾号00000001", true),
        ("Jiang.Wm@Example.com", "邮件jiang.wm@example.com", true), ("微信或jwm＠example.com", "JWM @ example.com", true),
        ("jiang_weimin", "微信jiang_weimin", true), ("13800000001", "2026年10月9日查阅档案，奖金1000000元", false),
        ("13800000001", "编号20261009号", false), ("0543-1", "0543-1", true), ("办公室", "已到办公室查阅", false),
        ("jwm@example.com", "公司邮箱hr@example.com", false),
    ]

    @Test(
        "A contact is known however its numbers and addresses are written, and days and amounts are none",
        arguments: contacts
    )
    func knowsContacts(_ contact: String, _ reason: String, _ isTold: Bool) {
        #expect(ContactTraces(contact).areFound(in: reason) == isTold)
    }

    @Test("Open days are reckoned again with the calendar, in bounded batches, and only those that moved are written")
    func reckonsAgain() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let open = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            try await service.database.transaction { tx in
                try tx.execute("UPDATE objection SET due_on = '2026-10-09'")
                try tx.execute(
                    "UPDATE objection SET state = replace(state::text, '2026-10-13', '2026-10-09')::jsonb"
                )
            }
            func reckon() async throws -> UUID? {
                try await service.database.transaction { tx in
                    let cause = Cause.system("publicity-timer", now: Sample.noon("2026-10-09"))
                    return try ReckonObjections(desk: service.definition.desk)(after: nil, because: cause, in: tx)
                }
            }
            #expect(try await reckon() == nil)
            #expect(await service.inquire(open.code).member("dueOn") == "2026-10-13")
            _ = try await reckon()
            #expect(try await service.journal("objection") == ["examinedAtOnce", "deadlineMoved"])
        }
    }

    static let badSettings: [(String, String)] = [
        ("objection.realNameHolds", "yes"), ("objection.anonymousHolds", "1"), ("objection.screeningDays", "0"),
        ("objection.handlingDays", "five"), ("objection.extensionDays", "61"),
    ]

    @Test("A policy that cannot be stops the start, and a city's own is followed")
    func followsThePolicy() async throws {
        for (key, value) in Self.badSettings {
            await #expect(throws: (any Error).self) {
                try await Service.with(Main.self, settings: [key: value]) { _ in }
            }
        }
        let own = ["objection.anonymousHolds": "true", "objection.handlingDays": "3"]
        try await Service.with(Main.self, settings: own) { service in
            let notice = try await service.openNotice()
            let objection = try await service.object(to: Sample.zhao, on: notice)
            #expect(try await service.said(CandidateHeld.self).map(\.candidate) == [Sample.zhao])
            #expect(await service.inquire(objection.code).member("dueOn") == "2026-10-10")
        }
    }
}
