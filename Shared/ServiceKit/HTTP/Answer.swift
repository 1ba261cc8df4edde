import Contracts
import Foundation
import Kernel

/// What a route answers.
package struct Answer: Sendable {
    /// The HTTP status.
    package let status: Int
    /// The version of the thing, sent as its ETag.
    package let version: Int?
    package let body: [UInt8]
    package var contentType = "application/json; charset=utf-8"
    /// Further headers, names in lower case; a repeated answer has them too.
    package var headers: [String: String] = [:]
    /// A body that is read after the route's transaction, instead of `body`; only for `GET`.
    package var stream: AnswerStream?
    /// What a repeated request is answered instead of `body`, for what is told once and kept nowhere; nil keeps `body`.
    package var remembered: [UInt8]?
    /// A no whose transaction is committed all the same; the dispatcher writes it down as it does those thrown.
    var refusal: (any Rejection)?

    init(status: Int, version: Int?, body: [UInt8]) {
        self.status = status
        self.version = version
        self.body = body
    }

    /// The thing asked for, or the thing as it is after a command.
    package static func ok(_ body: some Encodable, version: Int? = nil) throws -> Answer {
        Answer(status: 200, version: version, body: try WireFormat.encode(body))
    }

    /// A thing that was made.
    package static func created(_ body: some Encodable, version: Int? = nil) throws -> Answer {
        Answer(status: 201, version: version, body: try WireFormat.encode(body))
    }

    /// A page of a list; `next` is where the following page begins, nil at the end.
    package static func page(_ items: [some Encodable], next: UUID?) throws -> Answer {
        try ok(ItemPage(items: items, next: next?.lowercase))
    }

    /// A page for people, as UTF-8 HTML; no script runs on it and nothing outside it is loaded.
    package static func html(_ page: String, status: Int = 200) -> Answer {
        var answer = Answer(status: status, version: nil, body: Array(page.utf8))
        answer.contentType = "text/html; charset=utf-8"
        answer.headers = pageHeaders
        return answer
    }

    private static var pageHeaders: [String: String] {
        [
            "content-security-policy":
                "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-store",
        ]
    }

    /// The headers of an answer that was kept before headers were: nobody keeps it, and it does no more than it did.
    static func headersOfRepeated(_ contentType: String) -> [String: String] {
        if contentType.hasPrefix("text/html") { return pageHeaders }
        let isData = contentType.hasPrefix("application/json") || contentType == Problem.contentType
        var headers = ["cache-control": "no-store", "x-content-type-options": "nosniff"]
        if !isData { headers["content-security-policy"] = "sandbox" }
        return headers
    }

    /// A file; a browser shows it where `isShown`, and else saves it under its name.
    package static func file(_ bytes: [UInt8], type: String, name: String, isShown: Bool = false) -> Answer {
        var answer = Answer(status: 200, version: nil, body: bytes)
        answer.contentType = type
        answer.headers = fileHeaders(name: name, isShown: isShown)
        return answer
    }

    /// A file, or a part of one, that is read piece by piece and never held as a whole.
    ///
    /// - Parameters:
    ///   - stream: What is read.
    ///   - type: The media type.
    ///   - name: The name it is saved under.
    ///   - isShown: Whether a browser shows it.
    ///   - range: Which bytes of how many these are; nil where they are all.
    /// - Returns: 200, or 206 for a part.
    package static func file(
        _ stream: AnswerStream,
        type: String,
        name: String,
        isShown: Bool = false,
        range: (bytes: Range<Int>, of: Int)? = nil
    ) -> Answer {
        var answer = Answer(status: range == nil ? 200 : 206, version: nil, body: [])
        answer.contentType = type
        answer.headers = fileHeaders(name: name, isShown: isShown)
        if let range {
            answer.headers["content-range"] =
                "bytes \(range.bytes.lowerBound)-\(range.bytes.upperBound - 1)/\(range.of)"
        }
        answer.stream = stream
        return answer
    }

    private static func fileHeaders(name: String, isShown: Bool) -> [String: String] {
        let allowed = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
        let encoded = name.addingPercentEncoding(withAllowedCharacters: allowed) ?? "file"
        return [
            "content-disposition": "\(isShown ? "inline" : "attachment"); filename*=UTF-8''\(encoded)",
            "x-content-type-options": "nosniff", "content-security-policy": "sandbox",
            "cache-control": "private, no-store",
        ]
    }

    /// Nothing changed since the caller last asked.
    package static func notModified(tag: String) -> Answer {
        var answer = Answer(status: 304, version: nil, body: [])
        answer.headers = ["etag": tag]
        return answer
    }

    /// A no that keeps what was done: the transaction is committed, and then the refusal is answered.
    ///
    /// Thrown refusals roll back. This is for those that must be remembered, like a file that was looked at and refused.
    package static func refused(_ refusal: some Rejection) -> Answer {
        var answer = Answer(status: 409, version: nil, body: [])
        answer.refusal = refusal
        return answer
    }

    /// The same, kept by no browser and no proxy.
    package var unkept: Answer {
        var answer = self
        answer.headers["cache-control"] = "no-store"
        return answer
    }

    /// The same, whose body nobody finds in the memory of repeated requests: asked again with its key, `instead` is answered.
    package func told(once instead: some Encodable) throws -> Answer {
        var answer = unkept
        answer.remembered = try WireFormat.encode(instead)
        return answer
    }

    /// Nothing to say but that it is done.
    package static func noContent(version: Int? = nil) -> Answer {
        Answer(status: 204, version: version, body: [])
    }
}

private struct ItemPage<Item: Encodable>: Encodable {
    let items: [Item]
    let next: String?

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
    }

    private enum Keys: CodingKey {
        case items, next
    }
}

/// Which part of a list is asked for: `?after=…&limit=…`.
package struct Page: Hashable, Sendable {
    /// The last id of the page before, or nil for the first page.
    package let after: UUID?
    /// How many, 1 to 200; 50 where nothing is asked.
    package let limit: Int
}
