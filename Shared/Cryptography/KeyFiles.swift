import Crypto
import Foundation

/// Reads the files of a key folder; never more than it is asked for.
struct KeyFiles {
    let folder: String

    func fieldKeys(of service: String) throws -> [UInt16: SymmetricKey] {
        var keys: [UInt16: SymmetricKey] = [:]
        for (number, file) in try numbered("field", prefix: service, suffix: "key") {
            keys[number] = try symmetricKey(file)
        }
        return keys
    }

    func hashKey(of service: String) throws -> SymmetricKey {
        try symmetricKey("hash/\(service).key")
    }

    func privateKeys(of service: String) throws -> [String: Curve25519.KeyAgreement.PrivateKey] {
        var keys: [String: Curve25519.KeyAgreement.PrivateKey] = [:]
        for (number, file) in try numbered("seal", prefix: service, suffix: "private") {
            let bytes = try bytes(file)
            guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes) else {
                throw CryptographyError.unreadable(file: file)
            }
            keys["\(service)-\(number)"] = key
        }
        return keys
    }

    /// Of every service the public key with the highest number.
    func newestPublicKeys() throws -> [String: (name: String, key: Curve25519.KeyAgreement.PublicKey)] {
        var newest: [String: UInt16] = [:]
        for file in try names(in: "seal") where file.hasSuffix(".public") {
            let name = file.dropLast(".public".count)
            guard let hyphen = name.lastIndex(of: "-"), let number = Self.number(name[name.index(after: hyphen)...])
            else { continue }
            let service = String(name[..<hyphen])
            newest[service] = max(newest[service] ?? 0, number)
        }
        var keys: [String: (name: String, key: Curve25519.KeyAgreement.PublicKey)] = [:]
        for (service, number) in newest {
            let file = "seal/\(service)-\(number).public"
            guard let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes(file)) else {
                throw CryptographyError.unreadable(file: file)
            }
            keys[service] = ("\(service)-\(number)", key)
        }
        return keys
    }

    /// The keys lists are published with, newest first; none where the folder has no such keys.
    func bureauKeys() throws -> [SigningKey] {
        guard FileManager.default.fileExists(atPath: "\(folder)/sign") else { return [] }
        return try numbered("sign", prefix: "bureau", suffix: "pem").sorted { $0.0 > $1.0 }.map { _, file in
            guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8),
                let key = try? SigningKey(pem: text)
            else { throw CryptographyError.unreadable(file: file) }
            return key
        }
    }

    private func symmetricKey(_ file: String) throws -> SymmetricKey {
        let bytes = try bytes(file)
        guard bytes.count == 32 else { throw CryptographyError.unreadable(file: file) }
        return SymmetricKey(data: bytes)
    }

    private func bytes(_ file: String) throws -> Data {
        guard FileManager.default.fileExists(atPath: "\(folder)/\(file)") else {
            throw CryptographyError.missing(file: file)
        }
        guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8),
            let bytes = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw CryptographyError.unreadable(file: file) }
        return bytes
    }

    /// The files `<prefix>-<number>.<suffix>` of a subfolder, by number.
    private func numbered(_ subfolder: String, prefix: String, suffix: String) throws -> [(UInt16, String)] {
        try names(in: subfolder).compactMap { name in
            guard name.hasPrefix("\(prefix)-"), name.hasSuffix(".\(suffix)"),
                let number = Self.number(name.dropFirst(prefix.count + 1).dropLast(suffix.count + 1))
            else { return nil }
            return (number, "\(subfolder)/\(name)")
        }
    }

    private func names(in subfolder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(subfolder)")
        } catch {
            throw CryptographyError.missing(file: subfolder)
        }
    }

    /// A key's number, 1 to 65535, written without leading zeros.
    private static func number(_ text: Substring) -> UInt16? {
        guard let number = UInt16(text), number > 0, String(number) == text else { return nil }
        return number
    }
}
