import Crypto
import Foundation

/// A row as it arrives.
struct Row: Codable, Sendable, Hashable {
    let upload: String
    let revision: Int
    let creditCode: String
    let month: String
    let salt: String
    let record: [String: String]
    /// Why it is to be taken out; nil where it is to be taken in.
    var withdrawn: String?

    /// A digest of each value.
    var fields: [String: String] {
        Dictionary(
            uniqueKeysWithValues: record.map { name, value in
                let digest = SHA256.hash(data: Data("\(salt)\n\(name)\n\(value)".utf8))
                return (name, String(hex(Array(digest)).prefix(16)))
            }
        )
    }
}

/// A row as it is kept.
struct Kept: Sendable {
    var row: Row
    var outcome: Outcome
    var number: String?
    var fields: [String: String]

    var digest: String {
        let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
        return hex(Array(SHA256.hash(data: Data(lines.utf8))))
    }

    /// Its line in the digest of its group.
    var line: String {
        let stage = outcome == .received ? "sent" : outcome.rawValue
        return "\(row.upload) \(row.revision) \(stage) \(number ?? "-") \(digest)\n"
    }
}

enum Outcome: String, Codable, Sendable {
    case received, accepted, rejected
    case visibleInProvince = "visible-in-province"
    case visibleNationally = "visible-nationally"
    case withdrawn
}

/// What is said of a row.
struct Said: Codable, Sendable {
    let upload: String
    let revision: Int
    let outcome: Outcome
    var reason: String?
    var number: String?
    var reference: String?
    var at: String
}

/// How it behaves; each is set by a control route and stays until it is set otherwise.
struct Behaviour: Codable, Sendable {
    /// Accepts the next so many deliveries and loses them.
    var drop: Int?
    /// Decides rows only when `POST /sandbox/decide` says so.
    var delay: Bool?
    /// Says everything so many times.
    var repeats: Int?
    /// Waits so many milliseconds before it answers.
    var slow: Int?
    /// Takes the next so many deliveries and closes the connection without an answer.
    var silent: Int?
    /// Answers the next so many requests with something that is no JSON.
    var notJSON: Int?
    /// Signs the next so many answers wrongly.
    var wrongSignature: Int?
    /// Answers the next so many requests with more than anybody reads.
    var oversize: Int?
    /// Answers the next so many requests with 503.
    var unavailable: Int?
    /// Rejects rows whose field has the value.
    var reject: [Rule]?
    /// Does not take deliveries in that have a row whose field has the value (422).
    var refuse: [Rule]?
    /// Gives numbers of its own.
    var numbers: Bool?

    struct Rule: Codable, Sendable {
        let field: String
        let value: String
        let reason: String
    }
}
