import Contracts
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

/// A small service with answers of unusual kinds.
struct Streams: ServiceDefinition {
    static let name = ServiceName.filing
    static let migrations = [
        Migration(
            "x001_refused",
            forward: Array("CREATE TABLE attempt (name text); GRANT SELECT, INSERT ON attempt TO {{service}};".utf8),
            rollback: Array("DROP TABLE attempt;".utf8)
        )
    ]
    static let access = Access([
        "GET /long": .everyone, "GET /broken": .everyone, "PUT /small": .everyone, "POST /attempts": .everyone,
        "POST /forms": .everyone, "GET /endless": .everyone, "POST /papers": .everyone, "GET /attempts": .everyone,
    ])
    static let messages = ([] as MessageCatalogue).including(shared)
    static let shared: MessageCatalogue = [.init("shared.no", 422, zh: "不行:{why}", en: "No: {why}")]

    init(_: ServiceEnvironment) {}

    var subscriptions: [Subscription] { [] }

    var routes: [Route] {
        [
            Route("GET /long") { _, _ in
                let stream = AnswerStream(length: 10, pieces: 3) { index, tx in
                    let text = String(repeating: "\(index)", count: index == 2 ? 2 : 4)
                    return try tx.query("SELECT \(text)::text AS text").first.map {
                        Array(try $0.decode("text", as: String.self).utf8)
                    } ?? []
                }
                return .file(stream, type: "text/plain", name: "长.txt", range: (5..<15, of: 100))
            },
            Route("GET /endless") { _, _ in
                let stream = AnswerStream(untilEnd: { index, _ in index < 3 ? Array("\(index)".utf8) : nil })
                return .file(stream, type: "text/plain", name: "x.txt")
            },
            Route("GET /broken") { _, _ in
                .file(AnswerStream(length: 1, pieces: 1) { _, _ in throw No() }, type: "x/y", name: "x")
            },
            Route("PUT /small", mostBytes: 2048) { call, _ in try .ok(["bytes": call.bytes.count]) },
            Route("POST /papers") { _, _ in
                .file([0x25, 0x50, 0x44, 0x46, 0xff, 0x00], type: "application/pdf", name: "答复.pdf")
            },
            Route("POST /attempts") { _, tx in
                try tx.execute("INSERT INTO attempt VALUES ('one')")
                return .refused(No())
            },
            Route("GET /attempts") { call, tx in
                let count = try tx.query("SELECT count(*) AS n FROM attempt").first?.decode("n", as: Int.self) ?? 0
                return try .ok([
                    "count": "\(count)", "range": call.header("range"), "token": call.header("authorization"),
                ])
            },
            Route("POST /forms") { call, _ in
                let form = try call.form()
                return try .ok(["name": form["name"], "file": form.file("file")?.fileName])
            },
        ]
    }

    struct No: Rejection {
        var code: String { "shared.no" }
        var arguments: [String: String] { ["why": "没有"] }
    }
}

@Suite("An answer")
struct StreamTests {
    @Test("that is a stream is read piece by piece, each in a transaction of its own")
    func streams() async throws {
        try await ServiceUnderTest.with(Streams.self) { service in
            let answer = await service.call("GET", "/long")
            #expect(answer.status == 206)
            #expect(answer.headers["content-range"] == "bytes 5-14/100")
            #expect(answer.headers["content-type"] == "text/plain")
            #expect(answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%E9%95%BF.txt")
            let stream = try #require(answer.stream)
            #expect(stream.length == 10)
            #expect(try await stream.piece(1) == Array("1111".utf8))
            #expect(try await stream.collect() == Array("0000111122".utf8))
            let endless = try #require(await service.call("GET", "/endless").stream)
            #expect(endless.length == nil)
            #expect(try await endless.collect() == Array("012".utf8))
            let broken = try #require(await service.call("GET", "/broken").stream)
            await #expect(throws: Streams.No.self) { try await broken.piece(0) }
        }
    }

    @Test("to a body larger than its route takes names the limit")
    func limits() async throws {
        try await ServiceUnderTest.with(Streams.self) { service in
            let most = await service.call("PUT", "/small", body: [UInt8](repeating: 0, count: 2048))
            #expect(most.status == 200)
            let more = await service.call("PUT", "/small", body: [UInt8](repeating: 0, count: 2049))
            #expect(more.status == 413)
            #expect(more.member("title") == "内容过大,最多 2 KiB")
        }
    }

    @Test("that is a paper is repeated byte for byte, as a paper")
    func papers() async throws {
        try await ServiceUnderTest.with(Streams.self) { service in
            for _ in 0..<2 {
                let answer = await service.call("POST", "/papers", headers: ["idempotency-key": "k2"])
                #expect(answer.body == [0x25, 0x50, 0x44, 0x46, 0xff, 0x00])
                #expect(answer.headers["content-type"] == "application/pdf")
            }
        }
    }

    @Test("that refuses can keep what was done, in the words of a module the service includes")
    func refusals() async throws {
        try await ServiceUnderTest.with(Streams.self) { service in
            let key = ["idempotency-key": "k1"]
            for _ in 0..<2 {
                let answer = await service.call("POST", "/attempts", headers: key)
                #expect(answer.status == 422)
                #expect(answer.member("title") == "不行:没有")
                #expect(answer.headers["content-type"] == "application/problem+json; charset=utf-8")
            }
            let count = await service.call(
                "GET",
                "/attempts",
                as: .operator,
                headers: ["range": "bytes=0-"]
            )
            #expect(count.member("count") == "1")
            #expect(count.member("range") == "bytes=0-")
            #expect(count.member("token") == nil)
            #expect(Streams.messages.codes.isEmpty)
        }
    }

    @Test("to a form reads its fields and files, and what is no form is refused")
    func forms() async throws {
        try await ServiceUnderTest.with(Streams.self) { service in
            func send(_ body: String, _ type: String) async -> PlainResponse {
                await service.call("POST", "/forms", body: Array(body.utf8), headers: ["content-type": type])
            }
            let plain = await send("name=%E5%BC%A0", "application/x-www-form-urlencoded; charset=UTF-8")
            #expect(plain.member("name") == "张")
            let body = """
                --b\r\nContent-Disposition: form-data; name="name"\r\n\r\n李\r\n--b\r
                Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nx\r\n--b\r
                Content-Disposition: form-data; name="none"; filename=""\r\n\r\n\r\n--b--
                """
            let mixed = await send(body, "multipart/form-data; boundary=b")
            #expect(mixed.member("name") == "李")
            #expect(mixed.member("file") == "a.pdf")
            #expect(await send("{}", "application/json").member("code") == "common.not-a-form")
            #expect(await send("--b", "multipart/form-data; boundary=b").status == 400)
        }
    }
}
