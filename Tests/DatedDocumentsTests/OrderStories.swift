import Contracts
import DatedDocuments
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@Suite("Dated documents")
struct OrderStories {
    @Test("are followed from their day on and not before, and until then what the service brings along is")
    func followedFromItsDay() async throws {
        try await Orders.with(today: "2026-10-14") { service in
            let before = try await service.dueDays(on: "2026-11-01")
            #expect(before == 10)
            #expect(await service.layDown(7).status == 201)
            #expect(try await service.dueDays(on: "2026-10-31") == 10)
            #expect(try await service.dueDays(on: "2026-11-01") == 7)
        }
    }

    @Test("of one day the one laid down last is followed; the very same again changes nothing and is not noted twice")
    func lastOfADay() async throws {
        try await Orders.with(today: "2026-10-14") { service in
            for (days, status) in [(7, 201), (8, 201), (7, 200)] {
                #expect(await service.layDown(days).status == status)
            }
            #expect(try await service.dueDays(on: "2026-11-01") == 8)
            let noted = try await service.database.transaction { tx in
                try tx.query("SELECT kind FROM journal WHERE aggregate = 'configuration'").map {
                    try $0.decode("kind", as: String.self)
                }
            }
            #expect(noted == ["laidDown", "laidDown"])
        }
    }

    @Test("are listed latest first with who laid them down, and the one followed today is marked")
    func listed() async throws {
        try await Orders.with(today: "2026-10-14") { service in
            _ = await service.layDown(7)
            _ = await service.layDown(9, from: "2026-10-14")
            let list = await service.call("GET", "/configuration/period")
            let rows = (0..<3).map { row in
                ["inForceFrom", "laidDownBy", "laidDownOn", "isInForce"].map {
                    list.member("items", "\(row)", $0) ?? "-"
                }
            }
            #expect(
                rows == [
                    ["2026-11-01", "test-bureau-officer", "2026-10-14", "0"],
                    ["2026-10-14", "test-bureau-officer", "2026-10-14", "1"],
                    ["2020-12-28", "-", "-", "0"],
                ],
                "\(list.text)"
            )
            #expect(list.member("items", "0", "kindName") == "办理期限")
            #expect(list.member("items", "0", "document", "dueDays") == "7")
            #expect(await service.call("GET", "/configuration/name").member("items") == "1 items")
            #expect(await service.call("GET", "/configuration/seal").status == 404)
        }
    }

    @Test("can be looked through first, which changes nothing")
    func check() async throws {
        try await Orders.with(today: "2026-10-14") { service in
            let checked = await service.layDown(7, path: "/configuration/period/check")
            #expect(checked.status == 200)
            #expect(checked.member("digest")?.count == 64)
            let days = try await service.dueDays(on: "2026-11-01")
            #expect(days == 10)
            #expect(await service.layDown(7).member("digest") == checked.member("digest"))
        }
    }

    static let refused: [(body: String, field: String, code: String)] = [
        (#"{"inForceFrom":"2026-10-13","dueDays":7}"#, "inForceFrom", "filing.configuration-in-past"),
        (#"{"inForceFrom":"2026-11-01","dueDays":0}"#, "dueDays", "filing.configuration-days"),
        (#"{"inForceFrom":"2026-11-01","dueDays":251}"#, "dueDays", "filing.configuration-days"),
        (#"{"inForceFrom":"2026-11-01"}"#, "dueDays", "common.missing-member"),
        ("too long", "$", "filing.configuration-too-large"),
    ]

    @Test("are refused by field, in words, and then nothing is kept", arguments: refused)
    func refuses(row: (body: String, field: String, code: String)) async throws {
        try await Orders.with(today: "2026-10-14") { service in
            let isLong = row.body == "too long"
            let body = isLong ? String(repeating: " ", count: LayDownConfiguration<OrderKind>.mostBytes + 1) : row.body
            let answer = await service.call("POST", "/configuration/period", as: .bureauOfficer, json: body)
            #expect(answer.status == 400, "\(answer.text)")
            #expect(answer.member("errors", "0", "field") == row.field)
            #expect(answer.member("errors", "0", "code") == row.code)
            let sentence = answer.member("errors", "0", "detail") ?? answer.text
            #expect(!sentence.contains("{most}") && !sentence.contains("{today}"), "\(sentence)")
            #expect(await service.call("GET", "/configuration/period").member("items") == "1 items")
        }
    }
}

extension Orders {
    /// Lends the service on a day.
    static func with(today day: String, _ body: (ServiceUnderTest<Orders>) async throws -> Void) async throws {
        try await ServiceUnderTest.with(Orders.self) { service in
            try await service.travel(to: (LocalDate(day) ?? .earliest).start)
            try await body(service)
        }
    }
}

extension ServiceUnderTest<Orders> {
    func layDown(
        _ days: Int,
        from day: String = "2026-11-01",
        path: String = "/configuration/period"
    ) async -> PlainResponse {
        await call("POST", path, as: .bureauOfficer, json: #"{"inForceFrom":"\#(day)","dueDays":\#(days)}"#)
    }

    func dueDays(on day: String) async throws -> Int {
        let day = LocalDate(day) ?? .earliest
        return try await database.transaction { tx in
            try ConfigurationStore().inForce(PeriodOrder.self, on: day, in: tx).dueDays
        }
    }
}
