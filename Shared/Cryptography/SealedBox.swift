import Crypto
import Foundation
import Kernel

/// Locks a value to a public key: HPKE (RFC 9180), base mode, X25519, HKDF-SHA256, AES-256-GCM.
///
/// Bound to it are the key's name and the name of the value's type, so a box can be neither renamed nor read as another kind.
enum SealedBox {
    private static let suite = HPKE.Ciphersuite(
        kem: .Curve25519_HKDF_SHA256,
        kdf: .HKDF_SHA256,
        aead: .AES_GCM_256
    )
    private static let purpose = Data("gongjiang sealed v1".utf8)
    private static let encapsulatedLength = 32

    static func seal<Value>(
        _ value: Value,
        to key: Curve25519.KeyAgreement.PublicKey,
        named name: String
    ) throws -> Sealed<Value> {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let content = try encoder.encode([value])
        var sender = try HPKE.Sender(recipientKey: key, ciphersuite: suite, info: purpose)
        let locked = try sender.seal(content, authenticating: label(name, Value.self))
        return Sealed(key: name, box: (sender.encapsulatedKey + locked).base64EncodedString())
    }

    static func open<Value>(_ sealed: Sealed<Value>, with key: Curve25519.KeyAgreement.PrivateKey) throws -> Value {
        guard let bytes = Data(base64Encoded: sealed.box), bytes.count > encapsulatedLength else {
            throw CryptographyError.tampered(key: sealed.key)
        }
        let content: Data
        do {
            var recipient = try HPKE.Recipient(
                privateKey: key,
                ciphersuite: suite,
                info: purpose,
                encapsulatedKey: bytes.prefix(encapsulatedLength)
            )
            content = try recipient.open(
                bytes.dropFirst(encapsulatedLength),
                authenticating: label(sealed.key, Value.self)
            )
        } catch {
            throw CryptographyError.tampered(key: sealed.key)
        }
        // A decoding error quotes what it read; ours must not.
        guard let value = try? JSONDecoder().decode([Value].self, from: content).first else {
            throw CryptographyError.unexpectedContent(key: sealed.key)
        }
        return value
    }

    private static func label<Value>(_ key: String, _ type: Value.Type) -> Data {
        Data("\(key)\n\(String(describing: type))".utf8)
    }
}
