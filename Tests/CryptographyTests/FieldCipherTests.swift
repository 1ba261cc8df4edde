import Cryptography
import Foundation
import Testing

@Suite("An encrypted column")
struct FieldCipherTests {
    @Test(
        "gives back what was put in",
        arguments: ["", "11010519491231002X", "王建国\u{2CB4E}", String(repeating: "长", count: 5000)]
    )
    func roundTrip(_ text: String) throws {
        let fields = try KeyRing.temporary(services: ["certificate"], service: "certificate").fields
        #expect(try fields.open(fields.seal(text)) == text)
    }

    @Test("opens what AES-256-GCM elsewhere sealed under a known key")
    func knownAnswer() throws {
        try withKeys(of: ["certificate"]) { folder in
            let key = Data((0..<32).map { UInt8($0) }).base64EncodedString()
            try Data(key.utf8).write(to: URL(filePath: "\(folder)/field/certificate-1.key"))
            let fields = try KeyRing(folder: folder, service: "certificate").fields
            let bytes = try #require(
                Data(base64Encoded: "AQABAAECAwQFBgcICQoLdjPmKvXQ8yK5eKa5gthIXbGOaUEMBXDRkm4UVA1MhZIpYg==")
            )
            #expect(try fields.open(Array(bytes), of: "row 1") == "11010519491231002X")
        }
    }

    @Test("never seals the same text to the same bytes")
    func freshNonces() throws {
        let fields = try KeyRing.temporary(services: ["certificate"], service: "certificate").fields
        let sealed = try (0..<100).map { _ in try fields.seal("11010519491231002X") }
        #expect(Set(sealed).count == 100)
        #expect(sealed.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("1010519") })
    }

    @Test("notices any byte that was changed")
    func tampering() throws {
        let fields = try KeyRing.temporary(services: ["certificate"], service: "certificate").fields
        let sealed = try fields.seal("11010519491231002X")
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: CryptographyError.self) { try fields.open(changed) }
        }
        #expect(throws: CryptographyError.notSealed) { try fields.open(Array(sealed.prefix(20))) }
        #expect(throws: CryptographyError.tampered(key: "certificate-1")) { try fields.open(sealed.dropLast()) }
    }

    @Test("cannot change places with another row's")
    func owners() throws {
        let fields = try KeyRing.temporary(services: ["certificate"], service: "certificate").fields
        let sealed = try fields.seal("11010519491231002X", of: "row 1")
        #expect(try fields.open(sealed, of: "row 1") == "11010519491231002X")
        #expect(throws: CryptographyError.tampered(key: "certificate-1")) { try fields.open(sealed, of: "row 2") }
    }

    @Test("is sealed by the newest key and opened by each")
    func rotation() throws {
        try withKeys(of: ["certificate"]) { folder in
            let before = try KeyRing(folder: folder, service: "certificate").fields
            let old = try before.seal("旧")
            // Numbers, not texts, are compared: 10 is after 9.
            for number in [9, 10] {
                let key = Data((0..<32).map { UInt8($0 + number) }).base64EncodedString()
                try Data(key.utf8).write(to: URL(filePath: "\(folder)/field/certificate-\(number).key"))
            }
            let after = try KeyRing(folder: folder, service: "certificate").fields
            let new = try after.seal("新")
            #expect(FieldCipher.keyNumber(of: old) == 1)
            #expect(FieldCipher.keyNumber(of: new) == 10)
            #expect(try after.open(old) == "旧")
            #expect(try after.open(new) == "新")
            #expect(throws: CryptographyError.unknownKey("certificate-10")) { try before.open(new) }
        }
    }
}
