import Crypto
import Foundation

/// The key requests and answers are signed with, written down independently of the connector: what both agree on is
/// docs/api/province.yaml.
struct SandboxKey: Sendable {
    let id: String
    private let secret: SymmetricKey

    /// A file with no key, or with one that is not a sandbox's.
    enum Refused: Error, CustomStringConvertible {
        case noKey(String)
        case realKey(String)

        var description: String {
            switch self {
            case .noKey(let file): "'\(file)' holds no key: `sandbox-… <base64 of at least 32 bytes>`"
            case .realKey(let id): "the key '\(id)' is not a sandbox's: a sandbox does not start with real keys"
            }
        }
    }

    /// Reads a key; one whose id does not begin with `sandbox-` is real and is refused.
    init(file: String) throws {
        let words = ((try? String(contentsOfFile: file, encoding: .utf8)) ?? "").split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let bytes = Data(base64Encoded: String(words[1])), bytes.count >= 32 else {
            throw Refused.noKey(file)
        }
        guard words[0].hasPrefix("sandbox-") else { throw Refused.realKey(String(words[0])) }
        id = String(words[0])
        secret = SymmetricKey(data: bytes)
    }

    /// A new one, as a line of a file.
    static func made() -> String {
        let secret = Data((0..<32).map { _ in UInt8.random(in: 0...255) }).base64EncodedString()
        return "sandbox-\(UUID().uuidString.lowercased().prefix(8)) \(secret)"
    }

    /// Signs an answer to a request, which is known by its own signature.
    func sign(answer body: [UInt8], status: Int, to request: String) -> String {
        sign(["gongjiang-province-1-answer", request, String(status), hash(body)])
    }

    /// Whether a request was signed with this key.
    func isSigned(
        _ signature: String,
        method: String,
        target: String,
        date: String,
        idempotencyKey: String,
        body: [UInt8]
    ) -> Bool {
        signature == sign(["gongjiang-province-1", method, target, date, idempotencyKey, hash(body)])
    }

    private func sign(_ lines: [String]) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(lines.joined(separator: "\n").utf8), using: secret)
        return hex(Array(code))
    }

    private func hash(_ body: [UInt8]) -> String { hex(Array(SHA256.hash(data: body))) }
}

/// Bytes in hexadecimal digits.
func hex(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
        let text = String(byte, radix: 16)
        return text.count == 1 ? "0" + text : text
    }.joined()
}
