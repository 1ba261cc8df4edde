import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("Bad input to the compensation service")
struct BadInput {
    static let bodies: [(String, String, String, String)] = [
        ("/benchmarks", #""band":{"code":"A","minimumFen":0,"medianFen":0}"#, "band.minimumFen", "compensation.amount"),
        ("/benchmarks", #""band":{"code":"A","minimumFen":2,"medianFen":1}"#, "band.medianFen", "compensation.median"),
        ("/benchmarks", #""band":{"code":"A","minimumFen":"1","medianFen":2}"#, "band.minimumFen", "common.wrong-type"),
        ("/benchmarks", #""band":{"code":"","minimumFen":1,"medianFen":2}"#, "band.code", "compensation.required"),
        (
            "/benchmarks", #""band":{"code":"A","minimumFen":100000000,"medianFen":100000000}"#, "band.minimumFen",
            "compensation.amount"
        ),
        (
            "/benchmarks",
            #""band":{"code":"A","minimumFen":1,"components":[{"code":"G","name":"岗"},{"code":"G","name":"绩"}]}"#,
            "band.components", "compensation.component-twice"
        ),
        ("/benchmarks", #""basis":"declared-method","method":"按管理办法确定""#, "clause", "compensation.required"),
        (
            "/benchmarks", #""basis":"declared-method","clause":"第八条","method":"按每月16800元确定""#, "method",
            "compensation.amount-in-text"
        ),
        (
            "/benchmarks", #""basis":"declared-method","clause":"不低于一万六","method":"比照确定""#, "clause",
            "compensation.amount-in-text"
        ),
        ("/benchmarks", #""documentNumber":"16800元""#, "documentNumber", "compensation.amount-in-text"),
        (
            "/benchmarks", #""band":{"code":"A","minimumFen":1,"components":["岗位工资8000"]}"#,
            "band.components[0].code", "compensation.amount-in-text"
        ),
        ("/posts", #""decisionNumber":"月薪16800""#, "decisionNumber", "compensation.amount-in-text"),
        ("/posts", #""decidedBy":"月薪一万六""#, "decidedBy", "compensation.amount-in-text"),
        ("/posts", #""unitId":"01990000-0000-7000-8000-000000000001""#, "unitId", "compensation.unknown-unit"),
        ("/posts", #""decidedOn":"2999-01-01""#, "decidedOn", "compensation.day-ahead"),
        ("/posts", #""headcount":0"#, "headcount", "compensation.headcount"),
        ("/posts", #""headcount":1,"unit":" ""#, "unit", "compensation.required"),
        ("/appointments", #""through":"2026-10-31""#, "through", "compensation.term"),
        ("/appointments", #""from":"2026-13-01""#, "from", "common.wrong-type"),
        ("/appointments", #""post":"x""#, "post", "common.wrong-type"),
    ]

    /// A whole body, its members replaced by those of the row.
    static func body(_ path: String, _ members: String) throws -> String {
        let whole = [
            "/benchmarks":
                #""band":{"code":"A","minimumFen":1,"medianFen":2},"effectiveFrom":"2026-01-01","document":"办法""#,
            "/posts":
                #""occupation":{"code":"6-18-02-04","edition":"2022","name":"焊工"},"unit":"一","headcount":1,"decision":"决议""#,
            "/appointments":
                #""post":"01990000-0000-7000-8000-000000000001","person":"01990000-0000-7000-8000-000000000001","certificate":"01990000-0000-7000-8000-000000000001","from":"2026-11-01","through":"2029-10-31","band":{"code":"A","minimumFen":1},"duties":"带徒","letter":"聘""#,
        ]
        func object(_ text: String) throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: Data("{\(text)}".utf8)) as? [String: Any] ?? [:]
        }
        var merged = try object(#""creditCode":"91371600MA3N00011J","# + (whole[path] ?? ""))
        merged.merge(try object(members)) { $1 }
        return String(decoding: try JSONSerialization.data(withJSONObject: merged), as: UTF8.self)
    }

    @Test("is told by field, with a sentence")
    func tellsByField() async throws {
        try await Service.with(Main.self) { service in
            try await service.hear(Sample.registered, from: .filing)
            for (path, members, field, code) in Self.bodies {
                let reply = await service.post(path, try Self.body(path, members))
                #expect(reply.status == 400, "\(members)")
                #expect(reply.member("errors", "0", "field") == field, "\(members)")
                #expect(reply.member("errors", "0", "code") == code, "\(members)")
                #expect(reply.member("errors", "0", "message") != code, "\(members)")
            }
        }
    }

    @Test("a wrong credit code is 400, another's 403, an unknown enterprise and post 404")
    func knowsWhose() async throws {
        try await Service.with(Main.self) { service in
            let own = try Self.body("/posts", "")
            #expect(await service.post("/posts", own).status == 404)
            try await service.hear(Sample.registered, from: .filing)
            #expect(await service.post("/posts", own).status == 201)
            #expect(await service.post("/posts", own.replacing("00011J", with: "00012J")).status == 400)
            let others = own.replacing("91371600MA3N00011J", with: "9137160270000001X7")
            #expect(await service.post("/posts", others).status == 403)
            #expect(await service.post("/appointments", try Self.body("/appointments", "")).status == 404)
            let officer = await service.call("POST", "/posts", as: .centreOfficer, json: own)
            #expect(officer.status == 403)
            #expect(await service.call("GET", "/posts").status == 401)
            #expect(await service.call("GET", "/benchmarks", as: .centreOfficer).status == 403)
        }
    }

    @Test("another enterprise's HR neither sees nor fills a post")
    func keepsEnterprisesApart() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            let body = try Self.body("/appointments", #""post":"\#(post)""#)
            let reply = await service.call(
                "POST",
                "/appointments",
                as: .enterpriseHR,
                of: "9137160270000001X7",
                json: body
            )
            #expect(reply.status == 403)
            for list in ["/posts", "/holders", "/appointments", "/benchmarks"] {
                let seen = await service.call("GET", list, as: .enterpriseHR, of: "9137160270000001X7")
                #expect(seen.member("items") == "0 items", "\(list)")
            }
            #expect(
                await service.call("GET", "/posts?creditCode=91371600MA3N00011J", as: .centreOfficer)
                    .member("items") == "1 items"
            )
        }
    }
}
