import Foundation
import Postgres
import ServiceKit
import TestSupport
import Testing

@Suite("A request")
struct DispatcherTests {
    private let ours = "91371600MA3N00011J"

    private func withCounters(
        _ body: @Sendable (ServiceUnderTest<Counters>, _ id: String) async throws -> Void
    ) async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            let made = await service.call(
                "POST",
                "/counters",
                as: .enterpriseHR,
                of: ours,
                json: #"{"owner":"\#(ours)","value":1}"#
            )
            #expect(made.status == 201)
            #expect(made.version == 1)
            try await body(service, made.member("id") ?? "")
        }
    }

    @Test("is refused without a row in the access table, a token, the role or the enterprise it needs")
    func access() async throws {
        try await withCounters { service, id in
            let step = "/counters/\(id)/step"
            #expect(await service.call("POST", "/forgotten", as: .centreOfficer).status == 403)
            #expect(await service.call("POST", step, ifMatch: 1).status == 401)
            #expect(await service.call("POST", step, as: .centreOfficer, ifMatch: 1).status == 403)
            let other = await service.call("POST", step, as: .enterpriseHR, of: "9137160270000001X7", ifMatch: 1)
            #expect(other.status == 403)
            #expect(other.member("code") == "common.other-enterprise")
            let bad = await service.call("GET", "/counters/\(id)", headers: ["authorization": "Bearer nonsense"])
            #expect(bad.status == 401)
            #expect(await service.call("GET", "/counters/\(id)").member("value") == "1")
        }
    }

    @Test("that forgets to say whose the thing is fails and changes nothing")
    func scope() async throws {
        try await withCounters { service, id in
            let answer = await service.call(
                "POST",
                "/counters/\(id)/careless-step",
                as: .enterpriseHR,
                of: ours,
                ifMatch: 1
            )
            #expect(answer.status == 500)
            #expect(await service.call("GET", "/counters/\(id)").member("value") == "1")
        }
    }

    @Test("that only looks is answered anew each time, by those who may, and can change nothing")
    func looking() async throws {
        try await withCounters { service, id in
            let look = "/counters/\(id)/look"
            func value(_ key: String) async -> String? {
                let headers = ["idempotency-key": key]
                return await service.call("POST", look, as: .enterpriseHR, of: ours, headers: headers).member("value")
            }
            #expect(await value("same") == "1")
            _ = await service.call("POST", "/counters/\(id)/step", as: .enterpriseHR, of: ours, ifMatch: 1)
            #expect(await value("same") == "2")
            #expect(await service.call("POST", look).status == 401)
            let other = await service.call("POST", look, as: .enterpriseHR, of: "9137160270000001X7")
            #expect(other.member("code") == "common.other-enterprise")
            #expect(await service.call("POST", "/counters/\(UUID())/look", as: .centreOfficer).status == 404)
            let careless = await service.call("POST", "/counters/\(id)/careless-look", as: .enterpriseHR, of: ours)
            #expect(careless.status == 500)
            #expect(await value("other") == "2")
        }
    }

    @Test("that reads what was sent beforehand does so outside the transaction, once for a key, and keeps to who may")
    func beforehand() async throws {
        try await withCounters { service, _ in
            func weigh(
                _ value: Int,
                of owner: String = ours,
                at path: String = "/weighings",
                _ key: String = ""
            )
                async -> PlainResponse
            {
                await service.call(
                    "POST",
                    path,
                    as: .enterpriseHR,
                    of: ours,
                    json: #"{"owner":"\#(owner)","value":\#(value)}"#,
                    headers: key.isEmpty ? [:] : ["idempotency-key": key]
                )
            }
            let first = await weigh(7, "same")
            #expect(first.status == 201 && first.member("value") == "7", "\(first.text)")
            #expect(await weigh(7, "same").member("id") == first.member("id"))
            #expect(await weigh(8, "same").status == 422)
            #expect(await weigh(0).member("errors", "0", "field") == "value")
            #expect(await weigh(1, of: "9137160270000001X7").member("code") == "common.other-enterprise")
            #expect(await weigh(1, at: "/careless-weighings").status == 500)
            let kept = try await service.database.transaction { tx in
                try tx.query("SELECT count(*)::int AS n FROM counter WHERE value IN (7, 8)").first?
                    .decode("n", as: Int.self)
            }
            #expect(kept == 1)
        }
    }

    @Test("names the member that does not fit, in Chinese")
    func malformed() async throws {
        try await withCounters { service, _ in
            func post(_ json: String) async -> PlainResponse {
                await service.call("POST", "/counters", as: .centreOfficer, json: json)
            }
            let missing = await post(#"{"owner":"x"}"#)
            #expect(missing.status == 400)
            #expect(missing.headers["content-type"]?.hasPrefix("application/problem+json") == true)
            #expect(missing.member("errors", "0", "field") == "value")
            #expect(missing.member("errors", "0", "message") == "必填,不能为空")
            let wrong = await post(#"{"owner":"x","value":"many"}"#)
            #expect(wrong.member("errors", "0", "field") == "value")
            #expect(await post("{").member("errors", "0", "code") == "common.not-json")
            let two = await post(#"{"owner":"abc","value":-1}"#)
            #expect(two.member("errors") == "2 items")
            #expect(two.member("errors", "1", "message") == "应为18位,实为3位,请核对是否漏填或多填")
        }
    }

    @Test("must name the version it saw, and is refused when that has changed")
    func versions() async throws {
        try await withCounters { service, id in
            let step = "/counters/\(id)/step"
            #expect(await service.call("POST", step, as: .enterpriseHR, of: ours).status == 428)
            let changed = await service.call("POST", step, as: .enterpriseHR, of: ours, ifMatch: 7)
            #expect(changed.status == 412)
            #expect(changed.member("title") == "内容已被他人更新(现为第 1 版),请刷新后再办")
            #expect(await service.call("POST", step, as: .enterpriseHR, of: ours, ifMatch: 1).version == 2)
        }
    }

    @Test("that is refused rolls back what it had written, and says why in both languages")
    func rejection() async throws {
        try await withCounters { service, id in
            let step = "/counters/\(id)/step"
            _ = await service.call("POST", step, as: .enterpriseHR, of: ours, ifMatch: 1)
            let full = await service.call("POST", step, as: .enterpriseHR, of: ours, ifMatch: 2)
            #expect(full.status == 409)
            #expect(full.member("title") == "计数已满(3)")
            let english = await service.call(
                "POST",
                step,
                as: .enterpriseHR,
                of: ours,
                ifMatch: 2,
                headers: ["accept-language": "en"]
            )
            #expect(english.member("title") == "The counter is full (3).")
            #expect(await service.call("GET", "/counters/\(id)").member("value") == "2")
        }
    }

    @Test("with an idempotency key takes effect once, however often and at once it is sent")
    func idempotency() async throws {
        try await withCounters { service, _ in
            let json = #"{"owner":"\#(ours)","value":1}"#
            func post(_ json: String) async -> PlainResponse {
                await service.call(
                    "POST",
                    "/counters",
                    as: .enterpriseHR,
                    of: ours,
                    json: json,
                    headers: ["idempotency-key": "k1"]
                )
            }
            let answers = await withTaskGroup(of: String.self) { group in
                for _ in 0..<8 { group.addTask { await post(json).text } }
                return await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(answers.count == 1)
            let count = try await service.database.transaction { tx in
                try tx.query("SELECT count(*) AS n FROM counter").first?.decode("n", as: Int.self)
            }
            #expect(count == 2)
            let other = await post(#"{"owner":"\#(ours)","value":2}"#)
            #expect(other.status == 422)
        }
    }

    @Test(
        "that is sent again is answered with the same headers: where the thing is, and under which name a paper is saved"
    )
    func repeatedHeaders() async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            func post() async -> PlainResponse {
                await service.call("POST", "/counters/paper", json: "{}", headers: ["idempotency-key": "k2"])
            }
            var (first, again) = (await post().headers, await post().headers)
            first["traceparent"] = nil
            again["traceparent"] = nil
            #expect(first["content-disposition"]?.contains("filename") == true)
            #expect(first["location"] == "/counters/1")
            #expect(again == first)
        }
    }

    @Test("that meets a row nobody can read is our fault, not the sender's")
    func unreadableRow() async throws {
        try await withCounters { service, id in
            let answer = await service.call("GET", "/counters/\(id)/broken")
            #expect(answer.status == 500)
            #expect(answer.member("code") == "common.unreadable-row")
            let malformed = await service.call("POST", "/counters", as: .enterpriseHR, of: ours, json: #"{"owner":5}"#)
            #expect(malformed.status == 400)
            #expect(malformed.member("errors", "0", "field") == "owner")
        }
    }

    @Test("that comes too often is told when to come again, by address and by what it asks for, in words or on a page")
    func tooOften() async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            func post(
                _ code: String,
                from source: String?,
                as role: Role? = nil,
                _ accept: String = "*/*"
            ) async
                -> PlainResponse
            {
                await service.call(
                    "POST",
                    "/counters/paper?code=\(code)",
                    as: role,
                    headers: ["accept": accept],
                    from: source
                )
            }
            for code in ["a", "b", "c"] { #expect(await post(code, from: "192.0.2.1").status == 200) }
            let refused = await post("d", from: "192.0.2.1")
            #expect(refused.status == 429)
            #expect(refused.member("code") == "common.too-many-requests")
            #expect(refused.member("title")?.hasPrefix("请求过于频繁") == true)
            let wait = try #require(refused.headers["retry-after"].flatMap(Int.init))
            #expect((1...20).contains(wait))
            let page = await post("d", from: "192.0.2.1", as: nil, "text/html,*/*")
            #expect(page.status == 429)
            #expect(page.text.contains("<h1>请求过于频繁"))
            #expect(page.headers["retry-after"] != nil)
            // Another address, and somebody with a token, are not meant; one code is, wherever it comes from.
            #expect(await post("d", from: "192.0.2.2").status == 200)
            #expect(await post("e", from: "192.0.2.1", as: .centreOfficer).status == 200)
            #expect(await post("d", from: "192.0.2.3").status == 200)
            #expect(await post("d", from: "192.0.2.4").status == 429)
        }
    }

    @Test("is counted by the network an address is of, and by account where there is a token")
    func limitedByNetwork() async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            func post(_ number: Int, from source: String, as role: Role? = nil) async -> Int {
                await service.call("POST", "/counters/paper?code=\(source)\(number)", as: role, from: source).status
            }
            // Three a minute: another address of the same /64 is no other household.
            for number in 1...3 { #expect(await post(number, from: "2001:db8:1:1::\(number)") == 200) }
            #expect(await post(4, from: "2001:db8:1:1:ffff::4") == 429)
            #expect(await post(1, from: "2001:db8:1:2::1") == 200)
            var refused = false
            for number in 1...400 where !refused {
                refused = await post(number, from: "2001:db8:1:1::1", as: .centreOfficer) == 429
            }
            #expect(refused, "a token is no leave to ask without end")
        }
    }

    @Test("is refused before its body is read where nobody may ask")
    func beforeTheBody() async throws {
        try await ServiceUnderTest.with(Counters.self) { service in
            func admitted(_ method: String, _ target: String, _ token: String?) async -> Int {
                let headers = token.map { ["authorization": "Bearer \($0)"] } ?? [:]
                switch await service.admit(PlainRequest(method, target, headers: headers)) {
                case .admitted: return 200
                case .refused(let response): return response.status
                }
            }
            #expect(await admitted("POST", "/counters", nil) == 401)
            #expect(await admitted("POST", "/counters", "employee|\(ours)") == 403)
            #expect(await admitted("POST", "/counters", "nobody") == 401)
            #expect(await admitted("POST", "/nowhere", "enterpriseHR|\(ours)") == 404)
            #expect(await admitted("POST", "/forgotten", "\(Role.centreOfficer.rawValue)") == 403)
            #expect(await admitted("POST", "/counters", "\(Role.enterpriseHR.rawValue)|\(ours)") == 200)
        }
    }

    @Test("to nowhere, or for what cannot be an id, is not found")
    func notFound() async throws {
        try await withCounters { service, _ in
            #expect(await service.call("GET", "/nowhere").status == 404)
            #expect(await service.call("GET", "/counters/1").status == 404)
            #expect(await service.call("DELETE", "/counters").status == 404)
        }
    }

    @Test("goes on with the caller's trace, and begins one where there is none or it is nonsense")
    func traces() async throws {
        try await withCounters { service, id in
            let trace = "0af7651916cd43dd8448eb211c80319c"
            let known = await service.call(
                "GET",
                "/counters/\(id)",
                headers: ["traceparent": "00-\(trace)-b7ad6b7169203331-01"]
            )
            #expect(known.headers["traceparent"]?.hasPrefix("00-\(trace)-") == true)
            #expect(known.headers["traceparent"]?.contains("b7ad6b7169203331") == false)
            for nonsense in [
                "", "x", "00-\(String(repeating: "0", count: 32))-b7ad6b7169203331-01", "ff-\(trace)-b7-01",
            ] {
                let new = await service.call("GET", "/counters/\(id)", headers: ["traceparent": nonsense])
                #expect(new.headers["traceparent"]?.count == 55)
                #expect(new.headers["traceparent"]?.contains(trace) == false)
            }
        }
    }
}
