import Crypto
import Foundation

/// Encrypts single columns at rest: AES-256-GCM, with the number of the key stored beside the value.
///
/// Bytes: `1`, the key's number (2, big-endian), nonce 12, ciphertext, tag 16. The highest key seals, all open, so keys
/// can be changed without touching what is stored.
package struct FieldCipher: Sendable {
    private static let format: UInt8 = 1
    private static let headerLength = 3

    private let keys: [UInt16: SymmetricKey]
    private let current: (number: UInt16, key: SymmetricKey)
    private let service: String

    /// Fails without any key.
    init?(keys: [UInt16: SymmetricKey], service: String) {
        guard let newest = keys.max(by: { $0.key < $1.key }) else { return nil }
        self.keys = keys
        current = (newest.key, newest.value)
        self.service = service
    }

    /// Encrypts a text; `owner` (a row's id) must be given again to open it, so that values cannot change places.
    package func seal(_ text: String, of owner: String = "") throws -> [UInt8] {
        try seal(bytes: Array(text.utf8), of: owner)
    }

    /// Encrypts bytes; `owner` must be given again to open them.
    package func seal(bytes: [UInt8], of owner: String) throws -> [UInt8] {
        let header = Self.header(current.number)
        let box = try AES.GCM.seal(bytes, using: current.key, authenticating: header + Array(owner.utf8))
        return header + Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// The text that was encrypted for the same owner.
    ///
    /// - Throws: ``CryptographyError`` when its key is not here or it is not what was sealed.
    package func open(_ bytes: [UInt8], of owner: String = "") throws -> String {
        String(decoding: try open(bytes: bytes, of: owner), as: UTF8.self)
    }

    /// The bytes that were encrypted for the same owner.
    ///
    /// - Throws: ``CryptographyError`` when their key is not here or they are not what was sealed.
    package func open(bytes: [UInt8], of owner: String) throws -> [UInt8] {
        guard bytes.count >= Self.headerLength + 28, bytes[0] == Self.format else { throw CryptographyError.notSealed }
        let number = UInt16(bytes[1]) << 8 | UInt16(bytes[2])
        let name = "\(service)-\(number)"
        guard let key = keys[number] else { throw CryptographyError.unknownKey(name) }
        do {
            let box = try AES.GCM.SealedBox(combined: Array(bytes[Self.headerLength...]))
            return Array(try AES.GCM.open(box, using: key, authenticating: Self.header(number) + Array(owner.utf8)))
        } catch {
            throw CryptographyError.tampered(key: name)
        }
    }

    /// The number of the key a value was encrypted with, nil for other bytes: what is left to do after a rotation.
    package static func keyNumber(of bytes: [UInt8]) -> Int? {
        guard bytes.count >= headerLength + 28, bytes[0] == format else { return nil }
        return Int(bytes[1]) << 8 | Int(bytes[2])
    }

    private static func header(_ number: UInt16) -> [UInt8] {
        [format, UInt8(number >> 8), UInt8(truncatingIfNeeded: number)]
    }
}

extension FieldCipher: CustomReflectable {
    /// Nothing, so that no dump shows a key.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
