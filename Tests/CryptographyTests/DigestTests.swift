import Cryptography
import Foundation
import Testing

@Suite("Digests and keyed hashes")
struct DigestTests {
    @Test(
        "SHA-256 gives the answers of FIPS 180-2",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ]
    )
    func digests(_ text: String, _ expected: String) {
        #expect(Digest.sha256Hex(Array(text.utf8)) == expected)
    }

    @Test("HMAC-SHA256 gives a known answer under a known key")
    func keyedHash() throws {
        try withKeys(of: ["certificate"]) { folder in
            // The key 00 01 … 1f; the answer is Python's hmac module's.
            let key = Data((0..<32).map { UInt8($0) }).base64EncodedString()
            try Data(key.utf8).write(to: URL(filePath: "\(folder)/hash/certificate.key"))
            let ring = try KeyRing(folder: folder, service: "certificate")
            #expect(
                Digest.hex(ring.index.of("11010519491231002X"))
                    == "a66755453b106dcea0cfa264214ae59ff1e8b067f3e5f3aa8085e1d8757880eb"
            )
        }
    }

    @Test("another service's hash of the same text differs")
    func hashesDiffer() throws {
        let rings = try KeyRing.temporary(services: ["certificate", "evaluation"])
        let (one, other) = (try #require(rings["certificate"]), try #require(rings["evaluation"]))
        #expect(one.index.of("11010519491231002X") == one.index.of("11010519491231002X"))
        #expect(one.index.of("11010519491231002X") != other.index.of("11010519491231002X"))
    }
}
