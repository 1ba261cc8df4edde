import Crypto
import Foundation
import Kernel

/// What one service may lock and unlock: its own private keys, and everybody's public ones.
///
/// Read once at start; the private keys of other services need not be in the folder.
package struct KeyRing: Sendable {
    /// Encrypts the service's own columns.
    package let fields: FieldCipher
    /// Makes them findable.
    package let index: KeyedHash
    /// The bureau's keys for lists of certificates, newest first; only the certificate service has any.
    package let bureau: [SigningKey]
    /// Whether the keys were made by ``KeyFolder/create(at:services:)``, not for real persons' data.
    package let isForDevelopment: Bool

    let service: String
    private let openers: [String: Curve25519.KeyAgreement.PrivateKey]
    private let sealers: [String: (name: String, key: Curve25519.KeyAgreement.PublicKey)]

    /// Reads the keys of a service from a folder laid out as ``KeyFolder`` makes it.
    ///
    /// - Throws: ``CryptographyError`` naming the file that is missing or holds no key.
    package init(folder: String, service: String) throws {
        let files = KeyFiles(folder: folder)
        self.service = service
        isForDevelopment = KeyFolder.isForDevelopment(folder)
        guard let fields = FieldCipher(keys: try files.fieldKeys(of: service), service: service) else {
            throw CryptographyError.missing(file: "field/\(service)-1.key")
        }
        self.fields = fields
        index = KeyedHash(key: try files.hashKey(of: service))
        openers = try files.privateKeys(of: service)
        guard !openers.isEmpty else { throw CryptographyError.missing(file: "seal/\(service)-1.private") }
        sealers = try files.newestPublicKeys()
        bureau = service == "certificate" ? try files.bureauKeys() : []
    }

    /// Locks a value so that only `service` can open it.
    ///
    /// - Throws: ``CryptographyError/missing(file:)`` when that service has no public key here.
    package func seal<Value: Codable & Sendable>(_ value: Value, for service: String) throws -> Sealed<Value> {
        guard let (name, key) = sealers[service] else {
            throw CryptographyError.missing(file: "seal/\(service)-1.public")
        }
        return try SealedBox.seal(value, to: key, named: name)
    }

    /// The value another service locked for this one.
    ///
    /// - Throws: ``CryptographyError`` naming the key, never the content.
    package func open<Value: Codable & Sendable>(_ sealed: Sealed<Value>) throws -> Value {
        guard let key = openers[sealed.key] else { throw CryptographyError.unknownKey(sealed.key) }
        return try SealedBox.open(sealed, with: key)
    }

    /// The ring of one service over keys made just now and kept nowhere; for tests.
    package static func temporary(services: [String], service: String) throws -> KeyRing {
        guard let ring = try temporary(services: services)[service] else {
            throw CryptographyError.missing(file: "seal/\(service)-1.private")
        }
        return ring
    }

    /// The rings of several services that can lock for each other, over keys kept nowhere; for tests.
    package static func temporary(services: [String]) throws -> [String: KeyRing] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "gongjiang-keys-\(NewID.v7().lowercase)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try KeyFolder.create(at: folder.path(), services: services)
        return try Dictionary(
            uniqueKeysWithValues: services.map { ($0, try KeyRing(folder: folder.path(), service: $0)) }
        )
    }
}

extension KeyRing: CustomStringConvertible, CustomReflectable {
    package var description: String { "KeyRing(\(service))" }
    /// Nothing, so that no dump shows a key.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
