import Contracts
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("A person who says that it is not so")
struct DenialStory {
    @Test("is told to leave amounts out, by field, so that no officer reads any", arguments: ["text", "confidential"])
    func withoutAmounts(field: String) async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(1)
            try await service.travel(to: Sample.day("2026-12-16").start)
            let other = field == "text" ? "confidential" : "text"
            let refused = await service.me(
                "POST",
                "/me/denials",
                json: #"""
                    {"appointment":"\#(appointments[0])","month":"2026-11","ground":"not-paid",
                     "\#(field)":"实发八千元","\#(other)":"未按档次兑现"}
                    """#
            )
            #expect(refused.status == 400 && refused.member("errors", "0", "field") == field, "\(refused.text)")
            #expect(await service.me("GET", "/me/denials").member("items") == "0 items")
        }
    }

    @Test("sees the own entitlement, is heard, and the enterprise sees no more than it has to answer")
    func story() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-16").start)
            _ = await service.attest(appointments)
            let own = await service.me("GET", "/me/entitlement")
            #expect(own.member("items") == "1 items", "\(own.text)")
            #expect(own.member("items", "0", "from") == "2026-11-01")
            #expect(own.member("items", "0", "band") == "ZG-2")
            #expect(own.member("items", "0", "bands", "0", "until") == "2029-10-31")
            #expect(own.member("items", "0", "months", "1", "standing") == "met")
            #expect(own.member("items", "0", "months", "0", "standing") == nil)

            let handedIn = await service.deny(appointments[0])
            #expect(handedIn.status == 201, "\(handedIn.text)")
            #expect(handedIn.member("dueOn") == "2026-12-23")
            #expect(handedIn.member("receipt")?.hasPrefix("DY20261216-") == true)
            #expect(await service.deny(appointments[0]).member("code") == "compensation.denial-open")
            let id = handedIn.member("id") ?? ""

            let hr = await service.get("/denials")
            #expect(hr.member("items", "0", "text") == "十一月未按档次兑现")
            #expect(!hr.text.contains("怕被调岗"))
            let officer = await service.call("GET", "/denials", as: .centreOfficer)
            #expect(officer.member("items", "0", "confidential") == "怕被调岗")
            let other = await service.call("GET", "/denials", as: .enterpriseHR, of: "9137160270000001X7")
            #expect(other.member("items") == "0 items")
            let early = await service.decide(id)
            #expect(early.member("code") == "compensation.denial-to-answer")
            let answer = await service.post("/denials/\(id)/answer", #"{"concedes":true,"text":"系统录入有误,下月补发"}"#)
            #expect(answer.member("state") == "answered", "\(answer.text)")
            #expect(await service.decide(id).member("outcome") == "upheld")
            #expect(await service.me("GET", "/me/denials").member("items", "0", "finding") == "查实")
            let shortfalls = try await service.database.transaction { tx in
                try tx.query("SELECT source || ' ' || stage AS text FROM shortfall").map {
                    try $0.decode("text", as: String.self)
                }
            }
            #expect(shortfalls == ["denial open"])
            let record = await service.get("/enterprises/91371600MA3N00011J/record")
            #expect(record.member("shortfalls") == "1", "\(record.text)")
            #expect(record.member("shortfallsOpen") == "1")
            #expect(record.member("shortfallsOverdue") == "0")
            let kept = try await service.database.transaction { tx in
                try tx.query(
                    "SELECT (SELECT string_agg(d::text, '') FROM denial d) || string_agg(convert_from(event, 'UTF8'), '') AS text FROM journal"
                ).first?.decode("text", as: String.self) ?? ""
            }
            #expect(kept.contains("not-paid") && !kept.contains("调岗") && !kept.contains("未按档次"))
        }
    }

    @Test("cannot speak of another's appointment or of a month that was not due, and can take it back")
    func limits() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-16").start)
            #expect(await service.deny(appointments[1]).status == 404)
            #expect(await service.deny(appointments[0], month: "2026-10").status == 400)
            #expect(await service.deny(appointments[0], month: "2027-01").status == 400)
            #expect(await service.deny(appointments[0], text: "少发800元").status == 400)
            let nobody = await service.call("GET", "/me/entitlement", as: .employee, of: Sample.employer.creditCode)
            #expect(nobody.member("code") == "compensation.no-person")
            let id = await service.deny(appointments[0]).member("id") ?? ""
            #expect(await service.me("POST", "/me/denials/\(id)/withdrawal", person: 2, json: "{}").status == 404)
            let back = await service.me("POST", "/me/denials/\(id)/withdrawal", json: "{}")
            #expect(back.member("outcome") == "withdrawn", "\(back.text)")
            #expect(await service.deny(appointments[0]).status == 201)
            try await service.travel(to: Sample.day("2026-12-24").start)
            let overdue = await service.call("GET", "/denials?overdue=true", as: .bureauOfficer)
            #expect(overdue.member("items") == "1 items")
        }
    }
}

extension ServiceUnderTest<Main> {
    func me(_ method: String, _ path: String, person: Int = 1, json: String? = nil) async -> PlainResponse {
        await call(method, path, as: .employee, of: Sample.employer.creditCode, person: Sample.id(person), json: json)
    }

    func deny(_ appointment: String, month: String = "2026-11", text: String = "十一月未按档次兑现") async -> PlainResponse {
        await me(
            "POST",
            "/me/denials",
            json:
                #"{"appointment":"\#(appointment)","month":"\#(month)","ground":"not-paid","text":"\#(text)","confidential":"怕被调岗"}"#
        )
    }

    func decide(_ denial: String) async -> PlainResponse {
        await call(
            "POST",
            "/denials/\(denial)/decision",
            as: .centreOfficer,
            json: #"{"upheld":true,"finding":"查实"}"#
        )
    }
}
