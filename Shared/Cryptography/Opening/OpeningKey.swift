import Crypto
import Foundation

/// The private key of one of those who open a box together; in the world only as a code its holder keeps.
///
/// The code is 56 letters and digits in groups of four: the 32 bytes of an X25519 key, and three that depend on the key and on
/// what it opens, so that a slip of the pen or the code of another box is told at once.
package struct OpeningKey: Sendable {
    private static let checkLength = 3
    private let key: Curve25519.KeyAgreement.PrivateKey
    private let purpose: String

    /// What is wrong with a code somebody typed; never says anything of the code.
    package enum Problem: Error, Hashable {
        /// It is not 56 of the letters and digits a code is made of.
        case malformed
        /// Its check does not fit: it was copied with a mistake, or belongs to another box.
        case mistyped
    }

    /// A new key for a purpose, such as one layer of one ballot box.
    package init(for purpose: String) {
        key = Curve25519.KeyAgreement.PrivateKey()
        self.purpose = purpose
    }

    /// The key of a code.
    ///
    /// - Throws: ``Problem``.
    package init(code: String, for purpose: String) throws(Problem) {
        guard let bytes = Base32.bytes(of: code), bytes.count == 32 + Self.checkLength,
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes.prefix(32))
        else { throw .malformed }
        guard Self.check(Array(bytes.prefix(32)), purpose) == Array(bytes.suffix(Self.checkLength)) else {
            throw .mistyped
        }
        self.key = key
        self.purpose = purpose
    }

    /// What its holder keeps.
    package var code: String {
        let bytes = Array(key.rawRepresentation)
        return Base32.grouped(Base32.text(of: bytes + Self.check(bytes, purpose)))
    }

    /// The half everybody may know, 32 bytes.
    package var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// What was sealed to its public half for the same purpose.
    ///
    /// - Throws: ``CryptographyError/tampered(key:)``.
    package func open(_ sealed: [UInt8]) throws -> [UInt8] {
        do {
            guard sealed.count > OpeningSeal.encapsulatedLength else { throw CryptographyError.tampered(key: purpose) }
            var recipient = try HPKE.Recipient(
                privateKey: key,
                ciphersuite: OpeningSeal.suite,
                info: OpeningSeal.info(purpose),
                encapsulatedKey: Data(sealed.prefix(OpeningSeal.encapsulatedLength))
            )
            return Array(try recipient.open(Data(sealed.dropFirst(OpeningSeal.encapsulatedLength))))
        } catch {
            throw CryptographyError.tampered(key: purpose)
        }
    }

    private static func check(_ key: [UInt8], _ purpose: String) -> [UInt8] {
        let bytes = Array("gongjiang opening code v1".utf8) + key + Array(purpose.utf8)
        return Array(SHA256.hash(data: bytes).prefix(checkLength))
    }
}

extension OpeningKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "OpeningKey(\(purpose))" }
    /// Nothing, so that no dump shows a key.
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Seals bytes to the public half of an ``OpeningKey``: HPKE (RFC 9180), base mode, X25519, HKDF-SHA256, AES-256-GCM.
package enum OpeningSeal {
    static let suite = HPKE.Ciphersuite(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)
    static let encapsulatedLength = 32

    /// By how many bytes what is sealed is longer than what was.
    package static let overhead = encapsulatedLength + 16

    /// The bytes, readable with the key alone, and for the same purpose only.
    ///
    /// - Throws: ``CryptographyError/unreadable(file:)`` where it is no public key.
    package static func seal(_ bytes: [UInt8], to publicKey: [UInt8], for purpose: String) throws -> [UInt8] {
        guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey) else {
            throw CryptographyError.unreadable(file: purpose)
        }
        var sender = try HPKE.Sender(recipientKey: key, ciphersuite: suite, info: info(purpose))
        return Array(sender.encapsulatedKey) + Array(try sender.seal(Data(bytes)))
    }

    static func info(_ purpose: String) -> Data { Data("gongjiang opening v1\n\(purpose)".utf8) }
}
