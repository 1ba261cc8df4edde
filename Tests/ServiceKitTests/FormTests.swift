import ServiceKit
import Testing

@Suite("A form")
struct FormTests {
    private static let type = "multipart/form-data; boundary=xyz"

    private static func parts(_ body: String, type: String = type) throws -> [MultipartForm.Part] {
        try MultipartForm(Array(body.utf8), contentType: type).parts
    }

    @Test("with files is read as a browser sends it, names in Chinese included")
    func reads() throws {
        let parts = try Self.parts(
            """
            --xyz\r
            Content-Disposition: form-data; name="reason"\r
            \r
            未在岗\r
            --xyz\r
            Content-Disposition: form-data; name="photo"; filename="公示栏 1.jpg"\r
            Content-Type: image/jpeg\r
            \r
            \u{1}\r
            --xy\r
            \r
            --xyz--\r

            """
        )
        #expect(parts.map(\.name) == ["reason", "photo"])
        #expect(try parts.first?.text() == "未在岗")
        #expect(parts.first?.fileName == nil)
        #expect(parts.last?.fileName == "公示栏 1.jpg")
        #expect(parts.last?.contentType == "image/jpeg")
        #expect(parts.last?.bytes == Array("\u{1}\r\n--xy\r\n".utf8))
    }

    @Test(
        "names its files in any of the ways in use",
        arguments: [
            (#"filename="a.pdf""#, "a.pdf"), (#"filename=a.pdf"#, "a.pdf"), (#"FileName="a.pdf""#, "a.pdf"),
            (#"filename="a \"b\".pdf""#, #"a "b".pdf"#), (#"filename="a%22b.pdf""#, #"a"b.pdf"#),
            (#"filename="C:\temp\a.pdf""#, #"C:\temp\a.pdf"#), (#"filename="a;b=c.pdf""#, "a;b=c.pdf"),
            (#"filename="x.pdf"; filename*=UTF-8''%E8%AF%81%E4%B9%A6.pdf"#, "证书.pdf"),
            (#"filename="x.pdf"; filename*=GBK''%D6%A4.pdf"#, "x.pdf"), (#"filename="100%.pdf""#, "100%.pdf"),
        ]
    )
    func fileNames(_ disposition: String, _ name: String) throws {
        let parts = try Self.parts(
            "--xyz\r\nContent-Disposition: form-data; name=f; \(disposition)\r\n\r\n\r\n--xyz--"
        )
        #expect(parts.map(\.fileName) == [name])
    }

    @Test(
        "takes its boundary bare or quoted, whatever surrounds it",
        arguments: ["multipart/form-data;boundary=xyz", "Multipart/Form-Data; charset=utf-8; BOUNDARY=\"xyz\" ; "]
    )
    func boundaries(_ type: String) throws {
        let body = "preamble\r\n--xyz  \r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--xyz--\r\nepilogue"
        #expect(try Self.parts(body, type: type).map(\.bytes) == [Array("1".utf8)])
    }

    @Test("may be empty, and so may its parts")
    func empty() throws {
        #expect(try Self.parts("--xyz--\r\n").isEmpty)
        let part = try Self.parts("--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--xyz--").first
        #expect(part?.bytes == [])
    }

    private static let head = "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n"

    @Test(
        "that is none, cut off or nonsense is refused with its reason",
        arguments: [
            (type, "", FormRefusal.malformed), (type, "--xyz", .malformed), (type, "\(head)1", .malformed),
            (type, "\(head)1\r\n--xy--", .malformed), (type, "\(head)1\r\n--xyz", .malformed),
            (type, "--xyz\r\n\r\n1\r\n--xyz--", .malformed), (type, "--xyz\nContent-Disposition: x", .malformed),
            (type, "--xyz\r\nContent-Disposition: form-data\r\n\r\n1\r\n--xyz--", .malformed),
            (type, "--xyz\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--xyz--", .malformed),
            (type, "--xyz\r\nno header\r\n\r\n1\r\n--xyz--", .malformed), ("multipart/form-data", "--xyz--", .notAForm),
            ("multipart/mixed; boundary=xyz", "--xyz--", .notAForm), ("application/json", "{}", .notAForm),
            ("multipart/form-data; boundary=\(String(repeating: "b", count: 71))", "", .notAForm),
        ]
    )
    func refuses(_ type: String, _ body: String, _ reason: FormRefusal) {
        #expect(throws: reason) { try Self.parts(body, type: type) }
    }

    @Test("is limited in parts, in the bytes of a part and in those of its headers")
    func limits() throws {
        let part = "--xyz\r\nContent-Disposition: form-data; name=a\r\n\r\n12345\r\n"
        let body = Array((part + part + part + "--xyz--").utf8)
        func read(_ limits: MultipartForm.Limits) throws -> Int {
            try MultipartForm(body, contentType: Self.type, limits: limits).parts.count
        }
        #expect(try read(.init(parts: 3, headerBytes: 60, partBytes: 5)) == 3)
        #expect(throws: FormRefusal.tooMany(most: 2)) { try read(.init(parts: 2)) }
        #expect(throws: FormRefusal.tooLarge(part: "a")) { try read(.init(partBytes: 4)) }
        #expect(throws: FormRefusal.malformed) { try read(.init(headerBytes: 20)) }
    }

    @Test("whose texts are not UTF-8 is refused")
    func notText() throws {
        let body = Array(Self.head.utf8) + [0xB9, 0xAB] + Array("\r\n--xyz--".utf8)
        #expect(throws: FormRefusal.notText) {
            try MultipartForm(body, contentType: Self.type).parts.map { try $0.text() }
        }
        #expect(throws: FormRefusal.notText) { try FormBody(Array("a=%B9%AB".utf8)) }
    }

    @Test(
        "without files is read as a browser sends it",
        arguments: [
            ("", []), ("a=1", ["a", "1"]), ("a=1&b=%E8%AF%81+%2B&a=&c", ["a", "1", "b", "证 +", "a", "", "c", ""]),
            ("&&a==&=b", ["a", "=", "", "b"]), ("a=100%&b=%zz", ["a", "100%", "b", "%zz"]),
        ]
    )
    func fields(_ body: String, _ expected: [String]) throws {
        #expect(try FormBody(Array(body.utf8)).fields.flatMap { [$0.name, $0.value] } == expected)
        let most = expected.count / 2
        if most > 0 {
            #expect(throws: FormRefusal.tooMany(most: most - 1)) { try FormBody(Array(body.utf8), most: most - 1) }
        }
    }
}
