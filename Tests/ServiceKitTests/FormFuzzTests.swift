import ServiceKit
import Testing

@Suite("The reader of forms")
struct FormFuzzTests {
    private struct Field: Equatable {
        let name: String
        let fileName: String?
        let bytes: [UInt8]
    }

    private static let boundary = "----gongjiang7"
    private static let type = "multipart/form-data; boundary=\(boundary)"

    /// Content made of what could be taken for a delimiter.
    private static func bytes(_ random: inout Seeded) -> [UInt8] {
        let scraps = ["\r\n", "--", boundary, "\r\n--\(boundary)x", "\n", "\r", "\0", "证", "\r\n\r\n", "--\(boundary)"]
        let bytes = (0..<Int.random(in: 0...8, using: &random)).flatMap { _ -> [UInt8] in
            Bool.random(using: &random)
                ? Array((scraps.randomElement(using: &random) ?? "").utf8)
                : (0..<Int.random(in: 0...20, using: &random)).map { _ in .random(in: 0...255, using: &random) }
        }
        // The one thing a sender must keep out of its content.
        let text = String(decoding: [13, 10] + bytes, as: UTF8.self)
        return text.contains("\r\n--\(boundary)") ? [] : bytes
    }

    private static func fields(_ random: inout Seeded) -> [Field] {
        let names = ["a", "理由", "a b", "x\"y", ";", "filename", "a\\\\b"]
        return (0..<Int.random(in: 0...5, using: &random)).map { _ in
            Field(
                name: names.randomElement(using: &random) ?? "",
                fileName: Bool.random(using: &random) ? names.randomElement(using: &random) : nil,
                bytes: bytes(&random)
            )
        }
    }

    private static func body(_ fields: [Field]) -> [UInt8] {
        func quoted(_ text: String) -> String { text.replacing("\\", with: "\\\\").replacing("\"", with: "%22") }
        var body: [UInt8] = []
        for field in fields {
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(quoted(field.name))\"".utf8)
            if let name = field.fileName { body += Array("; filename=\"\(quoted(name))\"\r\nContent-Type: x/y".utf8) }
            body += Array("\r\n\r\n".utf8) + field.bytes + Array("\r\n".utf8)
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }

    @Test("gives back every byte of what it can read")
    func wholeForms() throws {
        var random = Seeded(1)
        for _ in 0..<2000 {
            let fields = Self.fields(&random)
            let form = try MultipartForm(Self.body(fields), contentType: Self.type)
            #expect(form.parts.map { Field(name: $0.name, fileName: $0.fileName, bytes: $0.bytes) } == fields)
        }
    }

    @Test("reads or refuses ten thousand spoilt forms, and invents no bytes")
    func spoiltForms() throws {
        var random = Seeded(2)
        var refused = 0
        for _ in 0..<10_000 {
            var body = Self.body(Self.fields(&random))
            for _ in 0..<Int.random(in: 1...4, using: &random) where !body.isEmpty {
                let index = Int.random(in: body.indices, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: body[index] = .random(in: 0...255, using: &random)
                case 1: body.remove(at: index)
                case 2: body.insert(.random(in: 0...255, using: &random), at: index)
                default: body.removeLast(body.count - index)
                }
            }
            do {
                let parts = try MultipartForm(body, contentType: Self.type).parts
                #expect(parts.reduce(0) { $0 + $1.bytes.count } <= body.count)
            } catch {
                refused += 1
            }
            _ = try? FormBody(body)
        }
        #expect(refused > 1000)
    }
}
