import Contracts
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("Treatment beside pay")
struct TreatmentStory {
    @Test("is listed once for each appointment, granted by whoever owes it, and what is late is told by who owes it")
    func story() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(2)
            try await service.tick()
            try await service.tick()
            let list = await service.get("/treatment-items")
            #expect(list.member("items") == "8 items", "\(list.text)")
            #expect(list.member("items", "0", "dueOn") ?? "" > "2026-11-01")
            let own = await service.get("/treatment-items?owedBy=enterprise")
            #expect(own.member("items") == "2 items")
            #expect(await service.get("/treatment-items/overdue").member("items") == "0 items")
            let mine = await service.me("GET", "/me/treatment-items")
            #expect(mine.member("items") == "4 items", "\(mine.text)")

            try await service.travel(to: Sample.day("2027-03-01").start)
            let late = await service.call("GET", "/treatment-items/overdue", as: .countyOfficer, county: "371602")
            #expect(late.member("items", "0", "items") == "4", "\(late.text)")
            #expect(late.member("items", "0", "department") == "人力资源社会保障部门")
            #expect(late.member("items", "1", "creditCode") == Sample.employer.creditCode)
            let elsewhere = await service.call("GET", "/treatment-items/overdue", as: .countyOfficer, county: "371603")
            #expect(elsewhere.member("items") == "0 items")

            let id = own.member("items", "0", "id") ?? ""
            let granted = await service.treat(id, "grant", Self.evidence("2027-02-26"), version: 1)
            #expect(granted.member("state") == "done", "\(granted.text)")
            #expect(granted.member("evidence", "reference") == "工会2027-3")
            let left = await service.get("/treatment-items?owedBy=enterprise&overdue=true")
            #expect(left.member("items") == "1 items")
            let stale = await service.treat(id, "reopening", #"{"reason":"登记有误"}"#, version: 1)
            #expect(stale.status == 412)
            let back = await service.treat(id, "reopening", #"{"reason":"登记有误"}"#, version: 2)
            #expect(back.member("state") == "owed", "\(back.text)")
            let waived = await service.treat(id, "waiver", #"{"reason":"本人书面放弃"}"#, version: 3)
            #expect(waived.member("waiver", "reason") == "本人书面放弃")
            let again = await service.treat(id, "waiver", #"{"reason":"本人书面放弃"}"#, version: 4)
            #expect(again.member("code") == "compensation.treatment-waived")
        }
    }

    @Test("is recorded by nobody but who owes it, never ahead of time and never with an amount")
    func limits() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(1)
            try await service.tick()
            let department = await service.get("/treatment-items?owedBy=department").member("items", "0", "id") ?? ""
            let own = await service.get("/treatment-items?owedBy=enterprise").member("items", "0", "id") ?? ""
            let day = Self.evidence("2026-10-25")
            let other = await service.treat(department, "grant", day, version: 1)
            #expect(other.member("code") == "compensation.treatment-owed-by-other", "\(other.text)")
            #expect(await service.treat(own, "grant", day, version: 1, as: .bureauOfficer).status == 403)
            let foreign = await service.treat(own, "grant", day, version: 1, of: "9137160270000001X7")
            #expect(foreign.status == 403)
            let ahead = await service.treat(own, "grant", Self.evidence("2026-10-26"), version: 1)
            #expect(ahead.member("errors", "0", "code") == "compensation.day-ahead")
            let amount = await service.treat(
                own,
                "grant",
                #"{"evidence":"补贴800元","grantedOn":"2026-10-25"}"#,
                version: 1
            )
            #expect(amount.member("errors", "0", "code") == "compensation.amount-in-text")
            let officer = await service.treat(department, "grant", day, version: 1, as: .bureauOfficer)
            #expect(officer.member("state") == "done", "\(officer.text)")
        }
    }

    @Test("follows a later catalogue with what is new in it, and leaves what was listed as it was")
    func catalogue() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(1)
            try await service.tick()
            let items = #"""
                {"code":"QYDY","name":"改称","owedBy":{"party":"enterprise"},"dueDays":1},
                {"code":"TJ","name":"年度体检","owedBy":{"party":"enterprise"},"dueDays":20}
                """#
            let laid = await service.layDown(items)
            #expect(laid.status == 201, "\(laid.text)")
            try await service.travel(to: Sample.day("2026-12-01").start)
            try await service.tick()
            let list = await service.get("/treatment-items?owedBy=enterprise")
            #expect(list.member("items") == "2 items", "\(list.text)")
            #expect(list.member("items", "0", "name") == "企业内与正高级工程师同等的其他待遇")
            #expect(list.member("items", "1", "code") == "TJ")
            #expect(list.member("items", "1", "dueOn") ?? "" > "2026-12-20")
        }
    }

    static let wrong: [(item: String, field: String, code: String)] = [
        (#"{"code":"a","name":"体检","owedBy":{"party":"enterprise"},"dueDays":20}"#, "items.0.code", "treatment-code"),
        (#"{"code":"A","name":"","owedBy":{"party":"enterprise"},"dueDays":20}"#, "items.0.name", "required"),
        (
            #"{"code":"A","name":"体检","owedBy":{"party":"enterprise"},"dueDays":0}"#, "items.0.dueDays",
            "configuration-days"
        ),
        (
            #"{"code":"A","name":"体检","owedBy":{"party":"department"},"dueDays":20}"#, "items.0.owedBy.department",
            "required"
        ),
        (
            #"{"code":"A","name":"体检","owedBy":{"party":"enterprise","department":"某局"},"dueDays":20}"#,
            "items.0.owedBy.department", "treatment-debtor"
        ),
        ("", "items", "treatment-count"),
    ]

    @Test("A catalogue that cannot be followed is refused by field", arguments: wrong)
    func wrongCatalogue(row: (item: String, field: String, code: String)) async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.day("2026-10-25").start)
            let refused = await service.layDown(row.item)
            #expect(refused.member("errors", "0", "field") == row.field, "\(refused.text)")
            #expect(refused.member("errors", "0", "code") == "compensation.\(row.code)")
        }
    }

    static func evidence(_ day: String) -> String {
        #"{"evidence":"已落实,与正高级工程师一致","reference":"工会2027-3","grantedOn":"\#(day)"}"#
    }
}

extension ServiceUnderTest<Main> {
    func treat(
        _ item: String,
        _ what: String,
        _ json: String,
        version: Int,
        as role: Role = .enterpriseHR,
        of creditCode: String = Sample.employer.creditCode
    ) async -> PlainResponse {
        await call(
            "POST",
            "/treatment-items/\(item)/\(what)",
            as: role,
            of: role.isOfEnterprise ? creditCode : nil,
            json: json,
            ifMatch: version
        )
    }

    func layDown(_ items: String) async -> PlainResponse {
        await call(
            "POST",
            "/configuration/treatment",
            as: .bureauOfficer,
            json: #"{"basis":"滨人社发〔2026〕8号","inForceFrom":"2026-12-01","items":[\#(items)]}"#
        )
    }
}
