import Cryptography
import Foundation
import Kernel
import Testing

private struct Identity: Codable, Hashable, Sendable {
    let number: String
}

private struct Telephone: Codable, Hashable, Sendable {
    let number: String
}

@Suite("A sealed value")
struct SealedTests {
    private static let secret = Identity(number: "11010519491231002X")

    @Test("is opened by the service it is for")
    func roundTrip() throws {
        let rings = try KeyRing.temporary(services: ["certificate", "evaluation"])
        let (evaluation, certificate) = (try #require(rings["evaluation"]), try #require(rings["certificate"]))
        let sealed = try evaluation.seal(Self.secret, for: "certificate")
        #expect(sealed.key == "certificate-1")
        #expect(try certificate.open(sealed) == Self.secret)
        let wire = try JSONEncoder().encode(sealed)
        #expect(!String(decoding: wire, as: UTF8.self).contains("1010519"))
        #expect(try certificate.open(JSONDecoder().decode(Sealed<Identity>.self, from: wire)) == Self.secret)
    }

    @Test("is what HPKE elsewhere made for a known key")
    func knownAnswer() throws {
        try withKeys(of: ["certificate"]) { folder in
            let key = Data((0..<32).map { UInt8($0) }).base64EncodedString()
            try Data(key.utf8).write(to: URL(filePath: "\(folder)/seal/certificate-1.private"))
            let ring = try KeyRing(folder: folder, service: "certificate")
            let box =
                "NYBy1jZYgNGu6jKa35EhODhR7SGijjt16WXQ0s0WYlSJRlJaUwJ1lyT1EHtXsk265sVsaytPU/U73/avW5RrTKLZ+sztllx8vacDQ3LytNW01w=="
            #expect(try ring.open(Sealed<Identity>(key: "certificate-1", box: box)) == Self.secret)
        }
    }

    @Test("is refused by another, naming the key and never the content")
    func notForUs() throws {
        let rings = try KeyRing.temporary(services: ["certificate", "evaluation"])
        let evaluation = try #require(rings["evaluation"])
        let sealed = try evaluation.seal(Self.secret, for: "certificate")
        let error = #expect(throws: CryptographyError.unknownKey("certificate-1")) { try evaluation.open(sealed) }
        #expect(error.map { "\($0)" }?.contains("certificate-1") == true)
        #expect(error.map { "\($0)" }?.contains(sealed.box) == false)
        let renamed = Sealed<Identity>(key: "evaluation-1", box: sealed.box)
        #expect(throws: CryptographyError.tampered(key: "evaluation-1")) { try evaluation.open(renamed) }
    }

    @Test("is not read as another kind of value")
    func kinds() throws {
        let ring = try KeyRing.temporary(services: ["certificate"], service: "certificate")
        let sealed = try ring.seal(Self.secret, for: "certificate")
        let other = Sealed<Telephone>(key: sealed.key, box: sealed.box)
        #expect(throws: CryptographyError.tampered(key: "certificate-1")) { try ring.open(other) }
    }

    @Test("notices any byte that was changed")
    func tampering() throws {
        let ring = try KeyRing.temporary(services: ["certificate"], service: "certificate")
        let sealed = try ring.seal(Self.secret, for: "certificate")
        let bytes = try #require(Data(base64Encoded: sealed.box))
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            let box = Sealed<Identity>(key: sealed.key, box: changed.base64EncodedString())
            #expect(throws: CryptographyError.tampered(key: "certificate-1")) { try ring.open(box) }
        }
        for box in ["", "not base64", bytes.prefix(32).base64EncodedString()] {
            let broken = Sealed<Identity>(key: sealed.key, box: box)
            #expect(throws: CryptographyError.tampered(key: "certificate-1")) { try ring.open(broken) }
        }
    }

    @Test("is locked to the newest public key; older ones still open")
    func rotation() throws {
        try withKeys(of: ["certificate", "evaluation"]) { folder in
            let before = try KeyRing(folder: folder, service: "evaluation").seal(Self.secret, for: "certificate")
            // A folder of its own lends its pair as the second.
            try withKeys(of: ["certificate"]) { second in
                for half in ["private", "public"] {
                    try FileManager.default.copyItem(
                        atPath: "\(second)/seal/certificate-1.\(half)",
                        toPath: "\(folder)/seal/certificate-2.\(half)"
                    )
                }
            }
            let after = try KeyRing(folder: folder, service: "evaluation").seal(Self.secret, for: "certificate")
            #expect(after.key == "certificate-2")
            let certificate = try KeyRing(folder: folder, service: "certificate")
            #expect(try certificate.open(before) == Self.secret)
            #expect(try certificate.open(after) == Self.secret)
        }
    }
}
