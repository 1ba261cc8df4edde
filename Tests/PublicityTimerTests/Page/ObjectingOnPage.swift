import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("Objecting on the page")
struct ObjectingOnPage {
    @Test("Gives a receipt code once, with which the objection is followed; the files come with it")
    func takes() async throws {
        try await Service.with(Main.self) { service in
            let (id, code) = try await service.openShownNotice()
            let page = await service.call("GET", "/notices/\(id)/page?code=\(code)")
            let taken = await service.send(
                [
                    ("token", service.token(on: page)), ("code", code), ("about", "name"),
                    ("person", Sample.sun.lowercase), ("reason", "业绩不实"), ("signing", "name"),
                    ("objectorName", "蒋卫民"), ("objectorContact", "0543-1"), ("addressee", "authority"),
                ],
                files: [("现场.png", onePixel)],
                to: "/notices/\(id)/page/objections"
            )
            #expect(taken.status == 201, "\(taken.text)")
            let receipt = try #require(taken.text.firstMatch(of: /class="code">([0-9A-Z]{10})</)).1
            #expect(taken.text.contains("只显示这一次") && taken.text.contains("滨州市职业技能鉴定服务中心"))
            #expect(taken.headers["cache-control"] == "no-store")
            let form = await service.call("GET", "/objection-inquiry-page")
            #expect(form.status == 200 && form.text.contains("回执码"))
            let found = await service.send([("code", receipt.lowercased())], to: "/objection-inquiry-page")
            #expect(found.status == 200 && found.text.contains("已受理，正在查核") && found.text.contains("对某一人选的异议"))
            #expect(!found.text.contains("蒋卫民"))
            let none = await service.send([("code", "3333333333")], to: "/objection-inquiry-page")
            #expect(none.status == 404 && none.text.contains("没有查到"))
            let files = try await service.database.transaction { tx in
                try tx.query(
                    "SELECT count(*)::int AS found FROM attachment WHERE phase = 'complete' AND uploaded_by IS NULL"
                )
                .first?.decode("found", as: Int.self)
            }
            #expect(files == 1)
        }
    }

    @Test("Says everything that is wrong beside its field, keeps what was typed, and writes nothing")
    func explains() async throws {
        try await Service.with(Main.self) { service in
            let (id, code) = try await service.openShownNotice()
            let token = service.token(on: await service.call("GET", "/notices/\(id)/page?code=\(code)"))
            let reply = await service.send(
                [
                    ("token", token), ("code", code), ("about", "name"), ("evidence", "见<档案>"),
                    ("signing", "anonymous"), ("objectorName", "蒋卫民"),
                ],
                files: [("工具.exe", Array("MZ program".utf8))],
                to: "/notices/\(id)/page/objections"
            )
            #expect(reply.status == 422)
            for text in ["请二者取一", "人选姓名：", "异议理由：", "程序或脚本文件", "见&lt;档案&gt;", "value=\"蒋卫民\"", "需要重新选择"] {
                #expect(reply.text.contains(text), "\(text)")
            }
            #expect(reply.text.contains("value=\"name\" required checked"))
            #expect(reply.text.contains("href=\"#f-reason\"") && reply.text.contains("id=\"f-reason\""))
            #expect(try await service.journal("objection").isEmpty)
            #expect(try await service.journal("attachment").isEmpty)
        }
    }

    @Test("A second click on the form is the same objection; something else written in it is another")
    func secondClick() async throws {
        try await Service.with(Main.self) { service in
            let (id, code) = try await service.openShownNotice()
            let page = "/notices/\(id)/page?code=\(code)"
            let token = service.token(on: await service.call("GET", page))
            func send(_ reason: String, _ token: String) async -> PlainResponse {
                await service.send(
                    [
                        ("token", token), ("code", code), ("about", "procedure"), ("reason", reason),
                        ("signing", "anonymous"),
                    ],
                    files: [("现场.png", onePixel)],
                    to: "/notices/\(id)/page/objections"
                )
            }
            let clicks = await withTaskGroup(of: String.self) { group in
                for _ in 0..<4 { group.addTask { await send("未回避", token).text } }
                return await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(clicks.count == 1)
            #expect(try await service.objectionCount() == 1)
            #expect(await send("未公布条件", token).status == 201)
            #expect(try await service.objectionCount() == 2)
            // Somebody else says the same on a form of their own.
            let other = service.token(on: await service.call("GET", page))
            #expect(other != token)
            #expect(await send("未回避", other).status == 201)
            #expect(try await service.objectionCount() == 3)
        }
    }

    @Test("Codes are tried out only so often, by each address and each code, and a browser is told so on a page")
    func limited() async throws {
        let settings = ["public.perMinute": "3", "public.perCode": "2"]
        try await Service.with(Main.self, settings: settings) { service in
            func ask(
                _ code: String,
                from source: String,
                _ path: String = "/objection-inquiries"
            ) async -> PlainResponse {
                await service.call("POST", path, json: #"{"receiptCode":"\#(code)"}"#, from: source)
            }
            for code in ["3333333333", "4444444444", "5555555555"] {
                #expect(await ask(code, from: "192.0.2.1").status == 404)
            }
            #expect(await ask("6666666666", from: "192.0.2.1").status == 429)
            #expect(await ask("3333333333", from: "192.0.2.2").status == 404)
            let tried = await ask("3333333333", from: "192.0.2.3")
            #expect(tried.status == 429 && tried.headers["retry-after"] != nil)
            #expect(tried.member("title")?.contains("过于频繁") == true)
            for _ in 0..<3 { _ = await ask("", from: "192.0.2.4", "/objection-inquiry-page") }
            let page = await service.call(
                "POST",
                "/objection-inquiry-page",
                headers: ["accept": "text/html"],
                from: "192.0.2.4"
            )
            #expect(page.status == 429 && page.text.contains("<h1>请求过于频繁"))
        }
    }

    @Test("A form sent again with its key shows the same receipt code, and again nobody keeps the page")
    func repeats() async throws {
        try await Service.with(Main.self) { service in
            let (id, code) = try await service.openShownNotice()
            let token = service.token(on: await service.call("GET", "/notices/\(id)/page?code=\(code)"))
            func send() async -> PlainResponse {
                await service.send(
                    [
                        ("token", token), ("code", code), ("about", "procedure"), ("reason", "未回避"),
                        ("signing", "anonymous"),
                    ],
                    to: "/notices/\(id)/page/objections",
                    headers: ["idempotency-key": "k1"]
                )
            }
            let (first, again) = (await send(), await send())
            #expect(first.status == 201 && again.status == 201 && again.text == first.text)
            for name in ["cache-control", "content-security-policy", "x-content-type-options", "content-type"] {
                #expect(again.headers[name] != nil && again.headers[name] == first.headers[name], "\(name)")
            }
            #expect(again.headers["cache-control"] == "no-store")
        }
    }

    @Test("A form that was not handed out here, or a day ago, is not taken")
    func wantsItsToken() async throws {
        try await Service.with(Main.self) { service in
            let (id, code) = try await service.openShownNotice()
            let token = service.token(on: await service.call("GET", "/notices/\(id)/page?code=\(code)"))
            let fields = [("about", "procedure"), ("reason", "未回避"), ("signing", "anonymous"), ("code", code)]
            let path = "/notices/\(id)/page/objections"
            for bad in ["", "x", "zzzzzz-00", token + "0", "1" + token] {
                #expect(await service.send(fields + [("token", bad)], to: path).status == 403, "\(bad)")
            }
            let other = "/notices/\(Sample.id(99).lowercase)/page/objections"
            #expect(await service.send(fields + [("token", token)], to: other).status == 403)
            #expect(await service.call("POST", path, body: Array("x".utf8)).status == 403)
            try await service.travel(to: Sample.noon("2026-10-01").addingTimeInterval(3600))
            #expect(await service.send(fields + [("token", token)], to: path).status == 403)
            #expect(try await service.journal("objection").isEmpty)
        }
    }
}
