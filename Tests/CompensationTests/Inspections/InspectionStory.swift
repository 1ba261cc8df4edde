import CompensationDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("Inspecting a month")
struct InspectionStory {
    @Test("names its inspectors and the witness, and takes no amount for a name")
    func names() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(1)
            try await service.travel(to: Sample.day("2026-12-20").start)
            for (name, status) in [("陆百川", 201), ("一万二千元", 400)] {
                let body = #"""
                    {"creditCode":"91371600MA3N00011J","month":"2026-11","occasion":"双随机","inspectors":["\#(name)"],
                     "draw":1}
                    """#
                let opened = await service.call("POST", "/inspections", as: .bureauOfficer, json: body)
                #expect(opened.status == status, "\(opened.text)")
                if status == 400 { #expect(opened.member("errors", "0", "field") == "inspectors.0") }
                guard let id = opened.member("id") else { continue }
                let drawn = await service.inspect(id, "draw", #"{"word":"滨州","witness":"月薪八千"}"#, version: 1)
                #expect(drawn.member("errors", "0", "field") == "witness", "\(drawn.text)")
            }
        }
    }

    @Test(
        "draws persons by a seed fixed before, and what was not met or not shown has to be corrected; no amount is kept"
    )
    func drawn() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(3)
            try await service.travel(to: Sample.day("2026-12-20").start)
            let opened = await service.openInspection(#""draw":2"#)
            #expect(opened.status == 201, "\(opened.text)")
            #expect(opened.member("state") == "announced")
            #expect(opened.member("draw", "pool") == "3 items")
            #expect(opened.member("draw", "seed") == nil)
            let id = opened.member("id") ?? ""
            let early = await service.inspect(id, "closure", "{}", version: 1)
            #expect(early.member("code") == "compensation.inspection-not-drawn")
            let drawn = await service.inspect(id, "draw", #"{"word":"滨州","witness":"王见证"}"#, version: 1)
            #expect(drawn.member("persons") == "2 items", "\(drawn.text)")
            let seed = drawn.member("draw", "seed") ?? ""
            #expect(DrawGenerator.digest(of: seed) == opened.member("draw", "digest"))
            var generator = DrawGenerator(seed: seed, word: "滨州")
            let pool = (0..<3).compactMap { UUID(uuidString: opened.member("draw", "pool", "\($0)") ?? "") }
            let again = DrawnOrder.of(pool, using: &generator).map(\.lowercase)
            #expect((0..<2).map { drawn.member("persons", "\($0)", "appointment") } == again.prefix(2).map { $0 })

            let first = #"{"appointment":"\#(again[0])","outcome":"seen"}"#
            #expect(await service.inspect(id, "findings", first, version: 2).status == 200)
            let open = await service.inspect(id, "closure", "{}", version: 3)
            #expect(open.member("code") == "compensation.still-to-inspect")
            let amount = #"{"appointment":"\#(again[1])","outcome":"not-met","note":"少发800元"}"#
            let refused = await service.inspect(id, "findings", amount, version: 3)
            #expect(refused.member("errors", "0", "code") == "compensation.amount-in-text")
            let second = #"{"appointment":"\#(again[1])","outcome":"not-met","note":"档次不符"}"#
            #expect(await service.inspect(id, "findings", second, version: 3).status == 200)
            let other = await service.inspect(
                id,
                "findings",
                #"{"appointment":"\#(again[2])","outcome":"seen"}"#,
                version: 4
            )
            #expect(other.member("code") == "compensation.not-inspected")
            let closed = await service.inspect(id, "closure", "{}", version: 4)
            #expect(closed.member("short") == "1", "\(closed.text)")
            let shortfalls = await service.get("/shortfalls")
            #expect(shortfalls.member("items") == "1 items", "\(shortfalls.text)")
            #expect(shortfalls.member("items", "0", "source") == "inspection")
            #expect(shortfalls.member("items", "0", "appointment") == again[1])
            let kept = try await service.database.transaction { tx in
                try tx.query(
                    """
                    SELECT (SELECT string_agg(i::text, ' ') FROM inspection i)
                        || (SELECT string_agg(convert_from(event, 'UTF8'), ' ') FROM journal
                            WHERE aggregate = 'inspection') AS text
                    """
                ).first?.decode("text", as: String.self) ?? ""
            }
            #expect(kept.contains("not-met"))
            for word in ["1680000", "1920000", "少发", "minimum", "median"] { #expect(!kept.contains(word), "\(word)") }
        }
    }

    @Test("of named persons corrects nothing that was seen, and is read by its enterprise and county alone")
    func named() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-20").start)
            let opened = await service.openInspection(#""appointments":["\#(appointments[0])"],"reason":"职工反映""#)
            #expect(opened.member("state") == "running", "\(opened.text)")
            let id = opened.member("id") ?? ""
            let wrong = #"{"appointment":"\#(appointments[0])","outcome":"not-shown","note":"经办人不在"}"#
            #expect(await service.inspect(id, "findings", wrong, version: 1).member("short") == "1")
            let seen = #"{"appointment":"\#(appointments[0])","outcome":"seen"}"#
            let silent = await service.inspect(id, "findings", seen, version: 2)
            #expect(silent.member("code") == "compensation.inspection-recorded")
            let mended = #"{"appointment":"\#(appointments[0])","outcome":"seen","correction":"当日补充出示"}"#
            #expect(await service.inspect(id, "findings", mended, version: 2).member("short") == "0")
            #expect(await service.inspect(id, "closure", "{}", version: 3).member("state") == "closed")
            #expect(await service.get("/shortfalls").member("items") == "0 items")
            #expect(await service.get("/inspections").member("items", "0", "reason") == "职工反映")
            let path = "/inspections/\(id)"
            #expect(await service.get(path).status == 200)
            #expect(await service.call("GET", path, as: .enterpriseHR, of: "9137160270000001X7").status == 403)
            #expect(await service.call("GET", path, as: .countyOfficer, county: "371603").status == 403)
            #expect(await service.call("GET", path, as: .countyOfficer, county: "371602").status == 200)
            #expect(await service.post("/inspections", "{}").status == 403)
        }
    }

    static let wrong: [(part: String, month: String, field: String, code: String)] = [
        (#""draw":0"#, "2026-11", "draw", "inspection-count"),
        (#""draw":2"#, "2026-11", "draw", "inspection-count"),
        (#""draw":1"#, "2027-01", "month", "inspection-month"),
        (#""draw":1"#, "2026-10", "month", "inspection-nobody"),
        (#""reason":"无""#, "2026-11", "draw", "inspection-choice"),
        (#""appointments":[],"reason":"举报""#, "2026-11", "appointments", "inspection-named"),
        (
            #""appointments":["01990000-0000-7000-8000-000000000099"],"reason":"举报""#, "2026-11", "appointments.0",
            "inspection-not-due"
        ),
    ]

    @Test("that makes no sense is refused by field")
    func wrongOnes() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(1)
            try await service.travel(to: Sample.day("2026-12-20").start)
            for row in Self.wrong {
                let refused = await service.openInspection(row.part, month: row.month)
                #expect(refused.member("errors", "0", "field") == row.field, "\(refused.text)")
                #expect(refused.member("errors", "0", "code") == "compensation.\(row.code)", "\(row)")
            }
        }
    }
}

extension ServiceUnderTest<Main> {
    func openInspection(_ choice: String, month: String = "2026-11") async -> PlainResponse {
        await call(
            "POST",
            "/inspections",
            as: .bureauOfficer,
            json: #"""
                {"creditCode":"91371600MA3N00011J","month":"\#(month)","occasion":"年度检查计划",
                 "inspectors":["孙检查","李检查"],\#(choice)}
                """#
        )
    }

    func inspect(_ inspection: String, _ what: String, _ json: String, version: Int) async -> PlainResponse {
        await call(
            "POST",
            "/inspections/\(inspection)/\(what)",
            as: .bureauOfficer,
            json: json,
            ifMatch: version
        )
    }
}
