import Contracts
import Foundation
import Kernel
import Postgres
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
            let first = await service.object(to: Sample.zhao, on: notice)
            let second = await service.object(to: Sample.qian, on: notice)
            #expect(await service.accept(first.id) == 200)
            #expect(await service.accept(second.id) == 200)
            #expect(await service.decide(second.id, "upheld") == 200)
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            let completed = try #require(try await service.said(PublicityCompleted.self).first)
            #expect(completed.cleared == [Sample.sun])
            #expect(completed.held == [Sample.zhao])
            #expect(completed.removed == [Sample.qian])
            #expect(await service.decide(first.id, "dismissed") == 200)

            let held = try await service.said(CandidateHeld.self)
            #expect(held.map(\.candidate) == [Sample.zhao, Sample.qian])
            let removed = try await service.said(CandidateRemoved.self)
            #expect(removed.map(\.candidate) == [Sample.qian])
            #expect(removed.first?.reason == "查证")
            let cleared = try await service.said(CandidateCleared.self)
            #expect(cleared.map(\.candidate) == [Sample.zhao])
            #expect(cleared.first?.afterCompletion == true)
        }
    }

    @Test("What was received but not accepted by the end holds its name")
    func holdsTheUnread() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let objection = await service.object(to: Sample.sun, on: notice)
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).first?.held == [Sample.sun])
            #expect(await service.accept(objection.id) == 200)
            #expect(await service.decide(objection.id, "dismissed") == 200)
            #expect(try await service.said(CandidateCleared.self).map(\.candidate) == [Sample.sun])
        }
    }

    @Test("After the last day's end objections are refused, even before the ticker has come")
    func endsInTime() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            try await service.travel(to: Sample.end)
            let reply = await service.call(
                "POST",
                "/notices/\(notice)/objections",
                as: .employee,
                of: Sample.employer,
                json: #"{"person":"\#(Sample.zhao.lowercase)","reason":"业绩不实"}"#
            )
            #expect(reply.status == 409)
            #expect(reply.member("code") == "publicity-timer.period-over")
            #expect(try await service.phases() == ["running"])
        }
    }

    @Test("A step out of order is told no, and an old version is told so")
    func keepsTheOrder() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let objection = await service.object(to: Sample.zhao, on: notice)
            #expect(await service.decide(objection.id, "dismissed", version: 1) == 409)
            #expect(await service.accept(objection.id, version: 7) == 412)
            #expect(await service.accept(objection.id) == 200)
            #expect(await service.accept(objection.id, version: 2) == 409)
            #expect(await service.decide(objection.id, "dismissed") == 200)
            #expect(await service.decide(objection.id, "upheld", version: 3) == 409)
            let bare = await service.call(
                "POST",
                "/objections/\(objection.id)/acceptance",
                as: .enterpriseHR,
                of: Sample.employer
            )
            #expect(bare.status == 428)
        }
    }

    static let tellsByFieldTable: [(String, String, String)] = [
        (
            #"{"person":"01990000-0000-7000-8000-000000000009","reason":"业绩不实"}"#, "person",
            "publicity-timer.not-on-list"
        ),
        (#"{"person":"01990000-0000-7000-8000-000000000001","reason":"  "}"#, "reason", "publicity-timer.required"),
        (#"{"person":"x","reason":"业绩不实"}"#, "person", "common.wrong-type"),
        (#"{"person":"01990000-0000-7000-8000-000000000001"}"#, "reason", "common.missing-member"),
        (
            #"{"person":"01990000-0000-7000-8000-000000000001","reason":"业绩不实","about":"list"}"#, "about",
            "publicity-timer.about"
        ),
        (
            #"{"person":"01990000-0000-7000-8000-000000000001","reason":"业绩不实","objector":{"name":"周"},"anonymous":true}"#,
            "anonymous", "publicity-timer.objector"
        ),
    ]

    @Test("What cannot be understood is told by field, and nothing is written")
    func tellsByField() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            for (body, field, code) in Self.tellsByFieldTable {
                let reply = await service.call(
                    "POST",
                    "/notices/\(notice)/objections",
                    as: .employee,
                    of: Sample.employer,
                    json: body
                )
                #expect(reply.status == 400)
                #expect(reply.member("errors", "0", "field") == field)
                #expect(reply.member("errors", "0", "code") == code)
                #expect(try await service.journal("objection").isEmpty)
            }
        }
    }

    @Test("Who objects is encrypted at rest, unnamed in history, and shown to the handling office alone")
    func protectsTheObjector() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let body =
                #"{"person":"\#(Sample.zhao.lowercase)","reason":"业绩不实","objector":{"name":"蒋卫民","contact":"0543-1"}}"#
            let reply = await service.call(
                "POST",
                "/notices/\(notice)/objections",
                as: .employee,
                of: Sample.employer,
                subject: "jiangwm",
                json: body
            )
            #expect(reply.status == 201)
            let stored = try await service.database.transaction { tx in
                try tx.query(
                    """
                    SELECT state::text AS text, 'objection' AS actor FROM objection
                    UNION ALL SELECT convert_from(event, 'UTF8'), actor FROM journal
                    UNION ALL SELECT convert_from(body, 'UTF8'), actor FROM outbox
                    """
                ).map { row in (try row.decode("text", as: String.self), try row.decode("actor", as: String.self)) }
            }
            #expect(stored.count > 3)
            #expect(stored.allSatisfy { !$0.0.contains("蒋卫民") && !$0.0.contains("0543") && $0.1 != "jiangwm" })

            let path = "/objections/\(reply.member("id") ?? "")"
            let office = await service.call("GET", path, as: .enterpriseHR, of: Sample.employer)
            #expect(office.member("objector", "name") == "蒋卫民")
            let authority = await service.call("GET", path, as: .centreOfficer)
            #expect(authority.status == 200 && !authority.text.contains("蒋卫民"))
            #expect(await service.call("GET", path, as: .employee, of: Sample.employer).status == 403)
            #expect(await service.call("GET", path, as: .enterpriseHR, of: "9137160270000001X7").status == 403)
        }
    }

    @Test("With the receipt code anybody learns how it stands, and with another code nothing")
    func answersTheReceipt() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let objection = await service.object(to: Sample.zhao, on: notice)
            #expect(objection.code.count == 10)
            func ask(_ code: String) async -> PlainResponse {
                await service.call("POST", "/objection-inquiries", json: #"{"receiptCode":"\#(code)"}"#)
            }
            #expect(await ask(objection.code.lowercased()).member("state") == "received")
            #expect(await service.accept(objection.id) == 200)
            #expect(await service.decide(objection.id, "dismissed") == 200)
            #expect(await ask(objection.code).member("decision", "outcome") == "dismissed")
            #expect(await ask("3333333333").status == 404)
            #expect(await ask("x").status == 404)
            let stored = try await service.database.transaction { tx in
                try tx.query(
                    "SELECT count(*)::int AS found FROM journal WHERE convert_from(event, 'UTF8') LIKE \("%\(objection.code)%")"
                )
                .first?.decode("found", as: Int.self)
            }
            #expect(stored == 0)
        }
    }
}
