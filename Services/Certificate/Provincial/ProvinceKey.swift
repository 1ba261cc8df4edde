import Crypto
import Cryptography
import Foundation

/// The key this system and the provincial one share: requests and answers are signed with it (HMAC-SHA256).
struct ProvinceKey: Sendable {
    /// Which key it is; a sandbox's begins with `sandbox-`.
    let id: String
    private let secret: SymmetricKey

    /// Keys of sandboxes; no other may meet one, nor they anything else.
    var isSandbox: Bool { id.hasPrefix("sandbox-") }

    /// Reads a file with one line: the key's id, a space, and 32 bytes or more in base64.
    ///
    /// - Throws: ``Unreadable``.
    init(file: String) throws {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        try self.init(text, from: file)
    }

    /// Reads such a line.
    ///
    /// - Throws: ``Unreadable``.
    init(_ line: String, from file: String) throws {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 2, let bytes = Data(base64Encoded: words[1]), bytes.count >= 32 else {
            throw Unreadable(file: file)
        }
        id = words[0]
        secret = SymmetricKey(data: bytes)
    }

    /// The signature of a request, in hexadecimal digits.
    func signature(
        method: String,
        target: String,
        date: String,
        idempotencyKey: String,
        body: [UInt8]
    ) -> String {
        sign(["gongjiang-province-1", method, target, date, idempotencyKey, Digest.sha256Hex(body)])
    }

    /// Whether an answer is the province's own to this very request.
    func isAnswer(_ signature: String, to request: String, status: Int, body: [UInt8]) -> Bool {
        let text = Self.text(["gongjiang-province-1-answer", request, String(status), Digest.sha256Hex(body)])
        guard let code = Self.bytes(signature) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: text, using: secret)
    }

    private func sign(_ lines: [String]) -> String {
        Digest.hex(Array(HMAC<SHA256>.authenticationCode(for: Self.text(lines), using: secret)))
    }

    private static func text(_ lines: [String]) -> [UInt8] { Array(lines.joined(separator: "\n").utf8) }

    private static func bytes(_ hex: String) -> [UInt8]? {
        let digits = hex.compactMap(\.hexDigitValue)
        guard digits.count == hex.count, digits.count == 64 else { return nil }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// The file is missing or holds no key.
    struct Unreadable: Error, CustomStringConvertible {
        let file: String

        var description: String {
            "\(file) holds no key of the provincial system: `<id> <base64 of at least 32 bytes>`"
        }
    }
}

extension ProvinceKey: CustomStringConvertible, CustomReflectable {
    var description: String { "ProvinceKey(\(id))" }
    /// Nothing, so that no dump shows a key.
    var customMirror: Mirror { Mirror(self, children: []) }
}
