import Cryptography
import Foundation

/// A published list with the signatures of the bureau's keys.
///
/// The list itself is JSON, kept as the bytes that were signed; each key of the bureau signs, the newest first, so that a reader
/// who knows only an older one can still check it.
package struct SignedList: Hashable, Sendable, Codable {
    /// A signature of one key over ``SignedList/message(_:_:)``.
    package struct Signature: Hashable, Sendable, Codable {
        package let algorithm: SignatureAlgorithm
        /// ``VerifyingKey/id``.
        package let key: String
        /// The key's point, base64url.
        package let publicKey: String
        /// r and s, base64url.
        package let signature: String

        /// The key; nil where the point is none, or not that of the id.
        package var verifier: VerifyingKey? {
            guard let point = Base64URL.bytes(of: publicKey), let made = try? VerifyingKey(algorithm, point: point),
                made.id == key
            else { return nil }
            return made
        }
    }

    /// What it is a list of.
    package enum Kind: String, Hashable, Sendable, Codable {
        case trust = "gongjiang.trust-list"
        /// The third form; a reader of the first would find nobody on it, one of the second nothing of statements that were replaced,
        /// and neither takes it for a list.
        case status = "gongjiang.status-list.3"
    }

    package let kind: Kind
    /// The list's bytes, base64url.
    package let payload: String
    package let signatures: [Signature]

    /// Signs a list with all keys.
    ///
    /// - Throws: `CryptographyError` where the library fails.
    package init(_ kind: Kind, _ bytes: [UInt8], signing keys: [SigningKey]) throws {
        self.kind = kind
        payload = Base64URL.text(of: bytes)
        signatures = try keys.map { key in
            Signature(
                algorithm: key.algorithm,
                key: key.verifier.id,
                publicKey: Base64URL.text(of: key.verifier.point),
                signature: Base64URL.text(of: try key.sign(Self.message(kind, bytes)))
            )
        }
    }

    /// What is signed: the kind, a line break, the list's bytes.
    static func message(_ kind: Kind, _ bytes: [UInt8]) -> [UInt8] { Array("\(kind.rawValue)\n".utf8) + bytes }

    /// What a reader finds who trusts certain keys.
    package enum Reading: Hashable, Sendable {
        /// Signed by this key; these are the list's bytes.
        case signed(by: VerifyingKey, [UInt8])
        /// Well made, by keys the reader does not know.
        case stranger
        /// Not what a key that is named signed.
        case tampered
    }

    /// Reads the list; `anchors` are fingerprints of keys of the bureau, nil trusts any key that signed it.
    package func read(trusting anchors: Set<String>?) -> Reading {
        guard let bytes = Base64URL.bytes(of: payload), !signatures.isEmpty else { return .tampered }
        // By the whole key: an id is short enough for somebody to make another key of the same.
        let known = signatures.map { ($0, $0.verifier) }.filter { _, key in
            anchors.map { anchors in key.map { anchors.contains($0.fingerprint) } ?? false } ?? true
        }
        guard let (first, verifier) = known.first else { return .stranger }
        guard let key = verifier, let signature = Base64URL.bytes(of: first.signature),
            key.verifies(signature, over: Self.message(kind, bytes))
        else { return .tampered }
        return .signed(by: key, bytes)
    }
}
