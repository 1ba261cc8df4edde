import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("Who objects stays unknown")
struct ObjectorSecrecy {
    @Test(
        "to everybody of the enterprise but the office: no answer they get changes before the end",
        arguments: [Role.enterpriseHR, .employee, .evaluator]
    )
    func changesNoAnswer(role: Role) async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let first = await Self.everything(role, on: notice, service)
            // What differs without any objection is drawn anew for each answer, like a form's token.
            let again = await Self.everything(role, on: notice, service)
            let steady = first.filter { again[$0.key] == $0.value }
            #expect(steady["GET /notices/{id}"]?.first == (role == .evaluator ? "403" : "200"))

            let named = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            let lead = try await service.object(to: Sample.qian, on: notice)
            for about in [#""about":"procedure""#, #""about":"omission","missing":"周四""#] {
                let reply = await service.object(
                    "\(about),\"reason\":\"不公\",\"objector\":{\"name\":\"周四\"}",
                    on: notice
                )
                #expect(reply.status == 201)
                let id = try await service.objection(of: reply.member("receiptCode") ?? "")
                if about.contains("procedure") {
                    #expect(await service.step(id, "arguability", version: 1).status == 200)
                }
            }
            #expect(await service.step(lead.id, "pursuit", version: 1).status == 200)
            #expect(await service.decide(named.id, "upheld", version: 1) == 200)
            #expect(await service.decide(lead.id, "dismissed", version: 2) == 200)

            let after = await Self.everything(role, on: notice, service)
            #expect(after.keys == first.keys)
            for (route, answer) in steady { #expect(after[route] == answer, "\(route)") }
            // Nor does objecting again tell that a name has left: it is taken as any other.
            let probe = #""about":"name","person":"\#(Sample.zhao.lowercase)","reason":"不实""#
            let untouched = #""about":"name","person":"\#(Sample.sun.lowercase)","reason":"不实""#
            for members in [probe, untouched] {
                let reply = await service.object(members, on: notice)
                #expect(reply.status == 201 && reply.member("isInTime") == "1" && reply.version == nil)
            }
        }
    }

    /// Every answer a role can get about a notice, by route: status, body, and the headers that are not of the request.
    private static func everything(_ role: Role, on notice: String, _ service: Service) async -> [String: [String]] {
        var answers: [String: [String]] = [:]
        for route in Main.access.rows.keys where route.hasPrefix("GET ") {
            let path = route.dropFirst(4).replacing("{id}", with: notice)
            let reply = await service.call("GET", String(path), as: role, of: Sample.employer)
            let headers = reply.headers.filter { $0.key != "traceparent" }.map { "\($0.key): \($0.value)" }.sorted()
            // A form's token tells when the page was made, and nothing else.
            let text = reply.text.replacing(/name="token" value="[^"]*"/, with: "")
            let body = reply.status < 400 ? text : reply.member("code") ?? ""
            answers[route] = ["\(reply.status)", body] + headers
        }
        return answers
    }

    @Test("in everything that is stored: no name, no contact, no word of theirs, no account, no request")
    func storesNothingInClear() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
            let members =
                #""about":"name","person":"\#(Sample.zhao.lowercase)","reason":"三车间的事只有我见过","#
                + #""evidence":"见照片","objector":{"name":"蒋卫民","contact":"0543-1234567"}"#
            let reply = await service.call(
                "POST",
                "/notices/\(notice)/objections",
                as: .employee,
                of: Sample.employer,
                subject: "jiangwm",
                json: "{\(members)}",
                headers: ["traceparent": "00-\(trace)-00f067aa0ba902b7-01", "idempotency-key": "k-1"]
            )
            #expect(reply.status == 201)
            let code = reply.member("receiptCode") ?? ""
            let withdrawal = await service.call(
                "POST",
                "/objection-inquiries/withdrawal",
                as: .employee,
                of: Sample.employer,
                subject: "jiangwm",
                json: #"{"receiptCode":"\#(code)","reason":"三车间的事已说清"}"#,
                headers: ["traceparent": "00-\(trace)-00f067aa0ba902b7-01"]
            )
            #expect(withdrawal.status == 200)
            let stored = try await Self.allRows(service)
            #expect(stored.count > 5 && stored.contains { $0.contains("examinedAtOnce") })
            let correlation = "4bf92f35-77b3-4da6-a3ce-929d0e0e4736"
            for secret in ["蒋卫民", "0543-1234567", "三车间的事", "见照片", "jiangwm", trace, correlation, code] {
                let hex = secret.utf8.map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
                #expect(!stored.contains { $0.contains(secret) || $0.contains(hex) }, "\(secret)")
            }
            let actors = try await service.database.transaction { tx in
                try tx.query("SELECT DISTINCT actor FROM journal WHERE aggregate = 'objection'")
                    .map { try $0.decode("actor", as: String.self) }
            }
            #expect(actors == ["objector"])
        }
    }

    /// All rows of all tables, as text; bytes stand there in hexadecimal digits.
    private static func allRows(_ service: Service) async throws -> [String] {
        try await service.database.transaction { tx in
            try tx.query(
                """
                SELECT query_to_xml(format('SELECT to_jsonb(t)::text AS row FROM %s t', c.oid::regclass), true, false, '')
                    ::text AS rows
                FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND has_table_privilege(c.oid, 'SELECT')
                """
            ).map { try $0.decode("rows") }
        }
    }

    @Test("by the id of an objection, which tells no time")
    func hidesTheTime() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            for _ in 0..<4 {
                let objection = try await service.object(to: Sample.zhao, on: notice)
                #expect(UUID(uuidString: objection.id).map { $0.uuid.6 >> 4 } == 4)
            }
        }
    }
}
