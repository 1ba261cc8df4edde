import Contracts

/// What a service answered.
struct ServiceAnswer: Sendable {
    let status: Int
    /// `ETag`, as written.
    let version: String?
    let body: [UInt8]

    /// Whether it says yes.
    var isSuccess: Bool { (200..<300).contains(status) }

    /// The body; null where it is empty or no JSON.
    var json: JSON { (try? JSON(bytes: body)) ?? .null }

    /// The problem (RFC 9457) it says no with.
    var problem: Problem {
        Problem(status: status, json: json, text: String(decoding: body.prefix(300), as: UTF8.self))
    }
}

/// A refusal in words.
struct Problem: Error, CustomStringConvertible {
    let status: Int
    let code: String
    let description: String

    init(status: Int, json: JSON, text: String) {
        self.status = status
        code = json["code"].text ?? ""
        let sentence = json["detail"].text ?? json["title"].text ?? text
        let fields = (json["errors"].elements + json["problems"].elements).compactMap { error -> String? in
            guard let field = error["field"].text else { return nil }
            return "\(field) \(error["message"].text ?? error["detail"].text ?? error["code"].text ?? "")"
        }
        let place = code.isEmpty ? "\(status)" : "\(status) \(code)"
        description = ([sentence] + fields).joined(separator: ";") + "(\(place))"
    }
}
