import Crypto
import Foundation

/// A key that signs; its bytes are shown to nobody who does not ask for them.
package struct SigningKey: Sendable {
    /// How it signs.
    package let algorithm: SignatureAlgorithm
    /// The half everybody may know.
    package let verifier: VerifyingKey
    /// The secret number, 32 bytes, to be kept encrypted.
    package let scalar: [UInt8]
    private let engine: Engine

    private enum Engine: Sendable {
        case p256(P256.Signing.PrivateKey)
        case sm2(SM2Key)
    }

    /// Makes a new key from the system's randomness.
    ///
    /// - Throws: ``CryptographyError/library(_:)`` where OpenSSL fails.
    package init(new algorithm: SignatureAlgorithm) throws {
        switch algorithm {
        case .es256: try self.init(algorithm, scalar: Array(P256.Signing.PrivateKey().rawRepresentation))
        case .sm2:
            // One in 2^32 is outside the curve's order, and drawn again.
            var scalar: [UInt8]
            repeat { scalar = (0..<32).map { _ in UInt8.random(in: .min ... .max) } } while !Self.isSM2Scalar(scalar)
            try self.init(algorithm, scalar: scalar)
        }
    }

    /// A key from its secret number.
    ///
    /// - Throws: ``CryptographyError/noKey`` where it is none.
    package init(_ algorithm: SignatureAlgorithm, scalar: [UInt8]) throws {
        guard scalar.count == 32 else { throw CryptographyError.noKey }
        self.algorithm = algorithm
        self.scalar = scalar
        switch algorithm {
        case .es256:
            guard let key = try? P256.Signing.PrivateKey(rawRepresentation: scalar) else {
                throw CryptographyError.noKey
            }
            engine = .p256(key)
            verifier = try VerifyingKey(algorithm, point: Array(key.publicKey.x963Representation))
        case .sm2:
            guard Self.isSM2Scalar(scalar),
                let key = SM2Key(privateKey: KeyDER.privateKey(scalar, point: nil, of: algorithm))
            else { throw CryptographyError.noKey }
            engine = .sm2(key)
            verifier = try VerifyingKey(algorithm, point: Array(key.publicDER.suffix(65)))
        }
    }

    /// A key from a PEM file (PKCS #8), as `openssl genpkey` makes it.
    ///
    /// - Throws: ``CryptographyError/noKey``.
    package init(pem: String) throws {
        guard let der = KeyDER.bytes(ofPEM: pem, "PRIVATE KEY"), let (algorithm, scalar) = KeyDER.scalar(in: der) else {
            throw CryptographyError.noKey
        }
        try self.init(algorithm, scalar: scalar)
    }

    /// The key as a PEM file (PKCS #8).
    package var pem: String {
        KeyDER.pem(KeyDER.privateKey(scalar, point: verifier.point, of: algorithm), "PRIVATE KEY")
    }

    /// Signs a message: r and s, 64 bytes.
    ///
    /// - Throws: ``CryptographyError/library(_:)`` where the library fails.
    package func sign(_ message: [UInt8]) throws -> [UInt8] {
        switch engine {
        case .p256(let key): return Array(try key.signature(for: message).rawRepresentation)
        case .sm2(let key):
            guard let signature = key.sign(message).flatMap(SignatureDER.raw) else {
                throw CryptographyError.library("SM2")
            }
            return signature
        }
    }

    /// From 1 to two less than the order of the curve (GB/T 32918.1-2016, 6.1).
    private static func isSM2Scalar(_ scalar: [UInt8]) -> Bool {
        let most: [UInt8] = [
            0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x72, 0x03,
            0xDF, 0x6B, 0x21, 0xC6, 0x05, 0x2B, 0x53, 0xBB, 0xF4, 0x09, 0x39, 0xD5, 0x41, 0x21,
        ]
        return scalar.contains { $0 != 0 } && !most.lexicographicallyPrecedes(scalar)
    }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "SigningKey(\(verifier.id))" }
    /// Nothing, so that no dump shows a key.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
