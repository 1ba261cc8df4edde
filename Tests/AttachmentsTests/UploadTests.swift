import Contracts
import Crypto
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import Attachments

/// A service with one case, and what people do with its files.
struct Desk: Sendable {
    let service: ServiceUnderTest<Cases>
    let objection: String

    static let enterprise = "91371600MA3N00011J"

    static func with(
        settings: [String: String] = [:],
        _ body: @Sendable (Desk) async throws -> Void
    ) async throws {
        try await ServiceUnderTest.with(Cases.self, settings: settings) { service in
            let made = await service.call("POST", "/objections", as: .enterpriseHR, of: enterprise)
            try await body(Desk(service: service, objection: made.member("id") ?? ""))
        }
    }

    func hr(
        _ method: String,
        _ target: String,
        json: String? = nil,
        body: [UInt8]? = nil,
        ifMatch: Int? = nil,
        headers: [String: String] = [:]
    ) async -> PlainResponse {
        await service.call(
            method,
            target,
            as: .enterpriseHR,
            of: Self.enterprise,
            json: json,
            body: body,
            ifMatch: ifMatch,
            headers: headers
        )
    }

    func add(
        _ bytes: [UInt8],
        _ name: String,
        purpose: String = "evidence",
        as role: Role? = .enterpriseHR
    ) async
        -> PlainResponse
    {
        let name = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return await service.call(
            "POST",
            "/objections/\(objection)/attachments?name=\(name)&purpose=\(purpose)",
            as: role,
            of: role == .enterpriseHR ? Self.enterprise : nil,
            body: bytes,
            headers: ["content-type": "application/octet-stream"]
        )
    }

    func declare(_ bytes: [UInt8], _ name: String, purpose: String = "evidence") async -> PlainResponse {
        await hr(
            "POST",
            "/objections/\(objection)/attachments",
            json: """
                {"name":"\(name)","purpose":"\(purpose)","size":\(bytes.count),"sha256":"\(Digest.sha256Hex(bytes))"}
                """,
            headers: ["content-type": "application/json"]
        )
    }

    func chunk(_ number: Int, of bytes: [UInt8]) -> [UInt8] {
        let start = number * ChunkLayout.length
        return Array(bytes[start..<min(bytes.count, start + ChunkLayout.length)])
    }

    func content(_ id: String, headers: [String: String] = [:]) async -> PlainResponse {
        await hr("GET", "/attachments/\(id)/content", headers: headers)
    }

    func count(_ table: SQL) async throws -> Int {
        try await service.database.transaction { tx in
            try tx.query("SELECT count(*) AS n FROM \(table)").first?.decode("n") ?? 0
        }
    }
}

@Suite("A file")
struct UploadTests {
    @Test("in one request is complete at once, and comes back as it was")
    func small() async throws {
        try await Desk.with { desk in
            let made = await desk.add(Samples.jpeg, "公示栏\u{202E}.jpg")
            #expect(made.status == 201)
            #expect(made.member("phase") == "complete")
            #expect(made.member("name") == "公示栏.jpg")
            #expect(made.member("mediaType") == "image/jpeg")
            let id = try #require(made.member("id"))
            let content = await desk.content(id)
            #expect(content.status == 200)
            #expect(content.headers["content-type"] == "image/jpeg")
            #expect(content.headers["x-content-type-options"] == "nosniff")
            #expect(content.headers["content-security-policy"] == "sandbox")
            #expect(content.headers["content-disposition"]?.hasSuffix("UTF-8''%E5%85%AC%E7%A4%BA%E6%A0%8F.jpg") == true)
            #expect(try await content.stream?.collect() == Samples.jpeg)
            let list = await desk.hr("GET", "/objections/\(desk.objection)/attachments")
            #expect(list.member("items", "0", "id") == id)
        }
    }

    @Test("in a form is taken with its purpose")
    func form() async throws {
        try await Desk.with { desk in
            let body =
                Array("--b\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nevidence\r\n--b\r\n".utf8)
                + Array("Content-Disposition: form-data; name=\"file\"; filename=\"说明.pdf\"\r\n\r\n".utf8) + Samples.pdf
                + Array("\r\n--b--\r\n".utf8)
            let type = ["content-type": "multipart/form-data; boundary=b"]
            let made = await desk.hr("POST", "/objections/\(desk.objection)/attachments", body: body, headers: type)
            #expect(made.status == 201)
            #expect(made.member("name") == "说明.pdf")
            #expect(made.member("sha256") == Digest.sha256Hex(Samples.pdf))
            let none = await desk.hr(
                "POST",
                "/objections/\(desk.objection)/attachments",
                body: Array("--b--".utf8),
                headers: type
            )
            #expect(none.member("code") == "attachments.no-file")
        }
    }

    @Test("in chunks comes in any order, twice over and after a break, and is seen only when complete")
    func chunks() async throws {
        try await Desk.with { desk in
            let bytes = Samples.pdf(length: 3 * ChunkLayout.length + 5)
            let made = await desk.declare(bytes, "长.pdf")
            #expect(made.status == 201)
            #expect(made.member("missing") == "4 items")
            let id = try #require(made.member("id"))
            func put(_ number: Int, _ chunk: [UInt8], digest: String? = nil) async -> PlainResponse {
                let headers = digest.map { ["content-digest": "sha-256=:\($0):"] } ?? [:]
                return await desk.hr("PUT", "/attachments/\(id)/chunks/\(number)", body: chunk, headers: headers)
            }
            for number in [3, 1, 3] { #expect(await put(number, desk.chunk(number, of: bytes)).status == 204) }
            #expect(await put(4, [1]).member("code") == "attachments.chunk-number")
            #expect(await put(0, [1]).member("code") == "attachments.chunk-size")
            let large = [UInt8](repeating: 0, count: ChunkLayout.length + 1)
            #expect(await put(0, large).member("title") == "内容过大,最多 1 MiB")
            #expect(await put(0, desk.chunk(0, of: bytes), digest: "AAAA").member("code") == "attachments.chunk-digest")
            let early = await desk.hr("POST", "/attachments/\(id)/completion")
            #expect(early.member("code") == "attachments.chunks-missing")
            #expect(early.member("title") == "还缺 2 个分块(从第 0 块起),请补传后再提交。")
            #expect(await desk.content(id).member("code") == "attachments.not-ready")
            #expect(await desk.hr("GET", "/objections/\(desk.objection)/attachments").member("items") == "0 items")

            // A spoilt chunk is noticed, and can be sent again.
            #expect(await put(0, large.dropLast()).status == 204)
            let right = Data(SHA256.hash(data: desk.chunk(2, of: bytes))).base64EncodedString()
            #expect(await put(2, desk.chunk(2, of: bytes), digest: right).status == 204)
            #expect(await desk.hr("POST", "/attachments/\(id)/completion").member("code") == "attachments.digest")
            #expect(await put(0, desk.chunk(0, of: bytes)).status == 204)
            for _ in 0..<2 {
                let complete = await desk.hr("POST", "/attachments/\(id)/completion")
                #expect(complete.status == 200)
                #expect(complete.member("phase") == "complete")
            }
            #expect(await put(0, desk.chunk(0, of: bytes)).member("code") == "attachments.not-open")
            #expect(try await desk.content(id).stream?.collect() == bytes)
        }
    }

    @Test("is read in parts, and not again by who has it")
    func ranges() async throws {
        try await Desk.with { desk in
            let bytes = Samples.pdf(length: 2 * ChunkLayout.length + 100)
            let id = try #require(await desk.add(bytes, "a.pdf").member("id"))
            let whole = await desk.content(id)
            let tag = try #require(whole.headers["etag"])
            #expect(whole.stream?.length == bytes.count)
            let edge = ChunkLayout.length
            let table: [(String, Range<Int>)] = [
                ("bytes=0-0", 0..<1), ("bytes=\(edge - 1)-\(edge)", edge - 1..<edge + 1),
                ("bytes=\(edge)-", edge..<bytes.count), ("bytes=-5", bytes.count - 5..<bytes.count),
                ("bytes=5-99999999", 5..<bytes.count), ("bytes=-99999999", 0..<bytes.count),
            ]
            for (header, range) in table {
                let part = await desk.content(id, headers: ["range": header, "if-range": tag])
                #expect(part.status == 206)
                let expected = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"
                #expect(part.headers["content-range"] == expected)
                #expect(try await part.stream?.collect() == Array(bytes[range]), "\(header)")
            }
            for header in ["bytes=0-1,3-4", "bytes=5-2", "items=0-1", "bytes=", "bytes=-", "bytes=a-b"] {
                #expect(await desk.content(id, headers: ["range": header]).status == 200, "\(header)")
            }
            for header in ["bytes=\(bytes.count)-", "bytes=-0"] {
                let none = await desk.content(id, headers: ["range": header])
                #expect(none.status == 416)
                #expect(none.headers["content-range"] == "bytes */\(bytes.count)")
            }
            #expect(await desk.content(id, headers: ["range": "bytes=0-0", "if-range": "\"x\""]).status == 200)
            let same = await desk.content(id, headers: ["if-none-match": "\"x\", W/\(tag)"])
            #expect(same.status == 304)
            #expect(same.stream == nil)
        }
    }

    @Test("that is refused leaves nothing behind when it came whole, and its name and digest when it came in chunks")
    func refused() async throws {
        try await Desk.with { desk in
            let program: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 0, 0]
            let whole = await desk.add(program, "a.pdf")
            #expect(whole.status == 422)
            #expect(whole.member("title") == "不接受程序或脚本文件。")
            #expect(try await desk.count("attachment") == 0)

            let id = try #require(await desk.declare(program, "a.pdf").member("id"))
            #expect(await desk.hr("PUT", "/attachments/\(id)/chunks/0", body: program).status == 204)
            #expect(await desk.hr("POST", "/attachments/\(id)/completion").member("code") == "attachments.executable")
            #expect(await desk.hr("GET", "/attachments/\(id)").member("phase") == "rejected")
            #expect(await desk.hr("GET", "/attachments/\(id)").member("reason") == "attachments.executable")
            #expect(await desk.content(id).member("code") == "attachments.gone")
            #expect(try await desk.count("attachment_chunk") == 0)
            #expect(await desk.hr("POST", "/attachments/\(id)/completion").member("code") == "attachments.not-open")
        }
    }

    @Test("is refused at its declaration for its size or name, all at once")
    func declarations() async throws {
        try await Desk.with { desk in
            func declare(_ json: String) async -> PlainResponse {
                await desk.hr(
                    "POST",
                    "/objections/\(desk.objection)/attachments",
                    json: json,
                    headers: ["content-type": "application/json; charset=utf-8"]
                )
            }
            let digest = Digest.sha256Hex([])
            let large = await declare(
                #"{"name":"a.pdf","purpose":"evidence","size":\#(200 << 20),"sha256":"\#(digest)"}"#
            )
            #expect(large.status == 413)
            #expect(large.member("title") == "文件过大,最大 50 MiB。")
            let wrong = await declare(#"{"name":"..","purpose":"nothing","size":0,"sha256":"xyz"}"#)
            #expect(wrong.status == 400)
            #expect(wrong.member("errors") == "4 items")
            #expect(wrong.member("errors", "1", "message") == "附件用途应为:brief, evidence, secret。")
            let program = await declare(#"{"name":"a.pdf.EXE","purpose":"evidence","size":9,"sha256":"\#(digest)"}"#)
            #expect(program.member("code") == "attachments.executable")
            #expect(await desk.add([UInt8](repeating: 65, count: 2049), "a.pdf", purpose: "brief").status == 413)
            #expect(await desk.add([UInt8](repeating: 65, count: 9 << 20), "a.txt").member("title") == "内容过大,最多 8 MiB")
            let count = try await desk.count("attachment")
            #expect(count == 0)
        }
    }

    @Test("too many of a case is refused, also when two come at once")
    func tooMany() async throws {
        try await Desk.with { desk in
            await withTaskGroup(of: Int.self) { group in
                for number in 0..<4 {
                    group.addTask { await desk.add(Samples.pdf, "\(number).pdf", purpose: "secret", as: nil).status }
                }
                var statuses: [Int] = []
                for await status in group { statuses.append(status) }
                #expect(statuses.sorted() == [201, 201, 409, 409])
            }
        }
    }

    @Test("can be taken back by who saw its last version, and then only the digest is left")
    func discards() async throws {
        try await Desk.with { desk in
            let made = await desk.add(Samples.pdf, "a.pdf")
            let id = try #require(made.member("id"))
            #expect(await desk.hr("DELETE", "/attachments/\(id)").status == 428)
            #expect(await desk.hr("DELETE", "/attachments/\(id)", ifMatch: 1).status == 412)
            #expect(await desk.hr("DELETE", "/attachments/\(id)", ifMatch: made.version).status == 204)
            #expect(await desk.content(id).status == 410)
            #expect(await desk.hr("GET", "/attachments/\(id)").member("sha256") == Digest.sha256Hex(Samples.pdf))
            #expect(try await desk.count("attachment_chunk") == 0)
            let kinds = try await desk.service.database.transaction { tx in
                try tx.query("SELECT kind FROM journal WHERE aggregate = 'attachment' ORDER BY version").map {
                    try $0.decode("kind", as: String.self)
                }
            }
            #expect(kinds == ["declared", "examined", "completed", "discarded"])
        }
    }
}

@Suite("The files of a case")
struct KeepingTests {
    @Test("are only for those the service lets, and an upload only for its sender")
    func access() async throws {
        try await Desk.with { desk in
            let other = "9137160270000001X7"
            let id = try #require(await desk.declare(Samples.pdf, "a.pdf").member("id"))
            let path = "/attachments/\(id)"
            #expect(await desk.service.call("GET", path, as: .enterpriseHR, of: other).status == 403)
            #expect(await desk.service.call("GET", path).status == 404)
            #expect(await desk.service.call("PUT", "\(path)/chunks/0", body: Samples.pdf).status == 404)
            #expect(await desk.service.call("POST", "\(path)/completion").status == 404)
            #expect(await desk.service.call("GET", "\(path)/content").status == 401)
            let nowhere = "/objections/\(UUID().uuidString)/attachments"
            #expect(await desk.hr("GET", nowhere).status == 404)

            // HR sees no file of a purpose that is not for it, neither in the list nor by its id.
            let secret = try #require(await desk.add(Samples.pdf, "b.pdf", purpose: "secret", as: nil).member("id"))
            #expect(await desk.hr("GET", "/objections/\(desk.objection)/attachments").member("items") == "0 items")
            #expect(await desk.content(secret).status == 404)
            let officer = await desk.service.call("GET", "/attachments/\(secret)/content", as: .bureauOfficer)
            #expect(try await officer.stream?.collect() == Samples.pdf)
        }
    }

    @Test("of a sealed purpose are nowhere in clear, and what was put in another's place does not open")
    func sealed() async throws {
        try await Desk.with { desk in
            let text = Array("张三的病历 secret-word".utf8)
            let first = try #require(await desk.add(text, "张三.txt", purpose: "secret", as: nil).member("id"))
            let second = try #require(await desk.add(text, "李四.txt", purpose: "secret", as: nil).member("id"))
            try await desk.service.database.transaction { tx in
                for row in try tx.query("SELECT bytes FROM attachment_chunk") {
                    let bytes: [UInt8] = try row.decode("bytes")
                    #expect(!String(decoding: bytes, as: UTF8.self).contains("secret-word"))
                }
                let names = try tx.query(
                    "SELECT count(*) AS n FROM attachment WHERE name IS NULL AND uploaded_by IS NULL"
                )
                #expect(try names.first?.decode("n") == 2)
                let actors = try tx.query("SELECT DISTINCT actor FROM journal WHERE aggregate = 'attachment'")
                #expect(try actors.map { try $0.decode("actor", as: String.self) } == ["objector"])
            }
            func content(_ id: String) async -> PlainResponse {
                await desk.service.call("GET", "/attachments/\(id)/content", as: .bureauOfficer)
            }
            #expect(try await content(first).stream?.collect() == text)
            let (from, to) = (try #require(UUID(uuidString: first)), try #require(UUID(uuidString: second)))
            try await desk.service.database.transaction { tx in
                try tx.execute(
                    """
                    UPDATE attachment_chunk SET bytes = (SELECT bytes FROM attachment_chunk WHERE attachment = \(from))
                    WHERE attachment = \(to)
                    """
                )
            }
            let swapped = try #require(await content(second).stream)
            await #expect(throws: CryptographyError.self) { try await swapped.collect() }
        }
    }

    @Test("lose their bytes a day after an upload was left, and when their time is over")
    func retention() async throws {
        try await Desk.with { desk in
            let service = desk.service
            let left = try #require(await desk.declare(Samples.pdf, "a.pdf").member("id"))
            #expect(await desk.hr("PUT", "/attachments/\(left)/chunks/0", body: Samples.pdf).status == 204)
            let brief = try #require(await desk.add(Samples.pdf, "b.pdf", purpose: "brief").member("id"))
            let kept = try #require(await desk.add(Samples.pdf, "c.pdf").member("id"))
            try await service.tick()
            #expect(try await desk.count("attachment_chunk") == 3)

            let id = try #require(UUID(uuidString: left))
            try await service.database.transaction { tx in
                try tx.execute("UPDATE attachment SET created_at = now() - interval '25 hours' WHERE id = \(id)")
            }
            try await service.tick()
            #expect(await desk.hr("GET", "/attachments/\(left)").member("reason") == "abandoned")

            try await service.travel(to: Date().addingTimeInterval(29 * 86_400))
            try await service.tick()
            #expect(await desk.content(brief).status == 200)
            try await service.travel(to: Date().addingTimeInterval(31 * 86_400))
            try await service.tick()
            #expect(await desk.hr("GET", "/attachments/\(brief)").member("reason") == "expired")
            #expect(await desk.content(brief).status == 410)
            #expect(await desk.content(kept).status == 200)

            let objection = try #require(UUID(uuidString: desk.objection))
            try await service.database.transaction { tx in
                let now = service.clock.now
                try service.definition.attachments.retain(
                    AttachmentOwner("objection", objection),
                    until: now,
                    because: .system("test", now: now),
                    in: tx
                )
            }
            try await service.tick()
            #expect(await desk.content(kept).status == 410)
            #expect(try await desk.count("attachment_chunk") == 0)
            #expect(try await desk.count("attachment") == 3)
        }
    }

    @Test("wait for their scanner, are seen when it passed them, and go when it found something")
    func scanning() async throws {
        let fake = try FakeClamd(.says("busy ERROR"))
        defer { fake.stop() }
        try await Desk.with(settings: ["clamd": fake.path]) { desk in
            let made = await desk.add(Samples.pdf, "a.pdf")
            #expect(made.status == 201)
            #expect(made.member("phase") == "scanning")
            let clean = try #require(made.member("id"))
            let infected = try #require(await desk.add(Array("EICAR".utf8), "b.txt").member("id"))
            try await desk.service.tick()
            for id in [clean, infected] { #expect(await desk.content(id).member("code") == "attachments.not-ready") }
            #expect(fake.files.count == 2)

            fake.behave(.honest)
            try await desk.service.tick()
            #expect(fake.files.count == 2, "a file is not asked for again at once")
            try await desk.service.database.transaction { tx in
                try tx.execute("UPDATE attachment SET scan_after = clock_timestamp()")
            }
            try await desk.service.tick()
            #expect(await desk.content(clean).status == 200)
            #expect(await desk.hr("GET", "/attachments/\(infected)").member("reason") == "attachments.infected")
            #expect(try await desk.count("attachment_chunk") == 1)
        }
    }

    @Test("have tables that can be taken back and made again")
    func migrations() async throws {
        let findings = try await MigrationRehearsal.run(Cases.allMigrations, service: "filing")
        #expect(findings.rolledBack.contains("a001_attachments"))
        #expect(findings.appliedAgain == findings.rolledBack.reversed())
    }

    @Test("have a sentence for every refusal")
    func sentences() throws {
        let refusals: [AttachmentRefusal] = [
            .tooLarge(most: 1), .tooMany(most: 1), .notOpen(.open), .notReady, .gone, .chunkNumber(count: 1),
            .chunkSize(expected: 1, found: 2), .chunkDigest, .chunksMissing(first: 0, count: 1), .digest, .noFile,
            .range, .executable, .macros, .kind(found: nil), .ending("a", found: .pdf), .damaged(nil), .encrypted,
            .bomb, .nested, .infected("x"),
        ]
        try Agreement(of: Cases.self).verify(refusals: refusals)
        let fields = ["attachments.name", "attachments.size", "attachments.sha256", "attachments.purpose"]
        #expect(Set(attachmentMessages.codes) == Set(refusals.map(\.code) + fields))
        for field in fields { #expect(Cases.messages[field]?.status == 400) }
    }
}
