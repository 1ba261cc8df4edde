import Crypto
import Foundation

/// A key that tells whether a signature is its own; no secret.
package struct VerifyingKey: Hashable, Sendable {
    /// How it verifies.
    package let algorithm: SignatureAlgorithm
    /// The point on the curve, uncompressed: 4, x and y, 65 bytes.
    package let point: [UInt8]
    /// What the key is known by: the first 8 bytes of SHA-256 over algorithm and point, in lower-case hex.
    package let id: String
    /// What the key is pinned by: all 32 bytes of SHA-256 over algorithm and point, in lower-case hex; nobody makes another key for it.
    package let fingerprint: String
    private let engine: Engine

    private enum Engine: Sendable {
        case p256(P256.Signing.PublicKey)
        case sm2(SM2Key)
    }

    /// A key from its point.
    ///
    /// - Throws: ``CryptographyError/noKey`` where the point is not on the curve.
    package init(_ algorithm: SignatureAlgorithm, point: [UInt8]) throws {
        guard point.count == 65, point[0] == 4 else { throw CryptographyError.noKey }
        self.algorithm = algorithm
        self.point = point
        fingerprint = Digest.sha256Hex(Array(algorithm.rawValue.utf8) + point)
        id = String(fingerprint.prefix(16))
        switch algorithm {
        case .es256:
            guard let key = try? P256.Signing.PublicKey(x963Representation: point) else {
                throw CryptographyError.noKey
            }
            engine = .p256(key)
        case .sm2:
            guard let key = SM2Key(publicKey: KeyDER.publicKey(point, of: algorithm)) else {
                throw CryptographyError.noKey
            }
            engine = .sm2(key)
        }
    }

    /// A key from a PEM file (SubjectPublicKeyInfo), as `openssl pkey -pubout` writes it.
    ///
    /// - Throws: ``CryptographyError/noKey``.
    package init(pem: String) throws {
        guard let der = KeyDER.bytes(ofPEM: pem, "PUBLIC KEY"), let (algorithm, point) = KeyDER.point(in: der) else {
            throw CryptographyError.noKey
        }
        try self.init(algorithm, point: point)
    }

    /// The key as a PEM file (SubjectPublicKeyInfo).
    package var pem: String { KeyDER.pem(KeyDER.publicKey(point, of: algorithm), "PUBLIC KEY") }

    /// Whether 64 bytes are this key's signature over a message; anything else is not.
    package func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        guard signature.count == SignatureAlgorithm.signatureLength else { return false }
        switch engine {
        case .p256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: message)
        case .sm2(let key): return key.verifies(SignatureDER.der(signature), over: message)
        }
    }

    package static func == (left: VerifyingKey, right: VerifyingKey) -> Bool {
        left.algorithm == right.algorithm && left.point == right.point
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(algorithm)
        hasher.combine(point)
    }
}
