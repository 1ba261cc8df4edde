import Cryptography
import Foundation
import Testing

@Suite("A signing key")
struct SigningTests {
    private static let message = Array("证书编号Y00003716000126T000001".utf8)

    @Test("signs what only its public half verifies", arguments: SignatureAlgorithm.allCases)
    func verifies(_ algorithm: SignatureAlgorithm) throws {
        let (key, other) = (try SigningKey(new: algorithm), try SigningKey(new: algorithm))
        let signature = try key.sign(Self.message)
        #expect(signature.count == 64)
        #expect(key.verifier.verifies(signature, over: Self.message))
        #expect(!other.verifier.verifies(signature, over: Self.message))
        #expect(!key.verifier.verifies(signature, over: Self.message + [0]))
        for place in stride(from: 0, to: 64, by: 9) {
            var forged = signature
            forged[place] ^= 1
            #expect(!key.verifier.verifies(forged, over: Self.message), "byte \(place)")
        }
        for bad in [[], Array(signature.dropLast()), signature + [0], Array(repeating: 0, count: 64)] {
            #expect(!key.verifier.verifies(bad, over: Self.message))
        }
    }

    @Test("is the same again from its number and from its file", arguments: SignatureAlgorithm.allCases)
    func comesBack(_ algorithm: SignatureAlgorithm) throws {
        let key = try SigningKey(new: algorithm)
        for again in [try SigningKey(algorithm, scalar: key.scalar), try SigningKey(pem: key.pem)] {
            #expect(again.verifier == key.verifier)
            #expect(again.verifier.id == key.verifier.id)
            #expect(key.verifier.verifies(try again.sign(Self.message), over: Self.message))
        }
        #expect(try VerifyingKey(pem: key.verifier.pem) == key.verifier)
        #expect(try VerifyingKey(algorithm, point: key.verifier.point) == key.verifier)
    }

    @Test("is not made of what is no key", arguments: SignatureAlgorithm.allCases)
    func refused(_ algorithm: SignatureAlgorithm) throws {
        let zeros = [UInt8](repeating: 0, count: 32)
        let ones = [UInt8](repeating: 0xFF, count: 32)
        for scalar in [[], zeros, ones, zeros + [1]] {
            #expect(throws: CryptographyError.noKey) { try SigningKey(algorithm, scalar: scalar) }
        }
        var point = try SigningKey(new: algorithm).verifier.point
        point[64] ^= 1
        for bad in [[], point, Array(point.dropLast()), [4] + zeros + zeros] {
            #expect(throws: CryptographyError.noKey) { try VerifyingKey(algorithm, point: bad) }
        }
        let key = try SigningKey(new: algorithm)
        for pem in ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", key.verifier.pem] {
            #expect(throws: CryptographyError.noKey) { try SigningKey(pem: pem) }
        }
        #expect(throws: CryptographyError.noKey) { try VerifyingKey(pem: key.pem) }
    }

    @Test("shows nothing of itself when printed or dumped", arguments: SignatureAlgorithm.allCases)
    func silent(_ algorithm: SignatureAlgorithm) throws {
        let key = try SigningKey(new: algorithm)
        var text = "\(key) \(String(reflecting: key))"
        dump(key, to: &text)
        #expect(!text.contains(Digest.hex(key.scalar)) && !text.contains("\(key.scalar)"))
    }

    @Test("of SM2 verifies the example of the standard")
    func example() throws {
        // GB/T 32918.5-2017, annex A.2: the curve's example of a signature over "message digest".
        func bytes(_ hex: String) -> [UInt8] {
            let digits = Array(hex)
            return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
        }
        let scalar = bytes("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8")
        let key = try SigningKey(.sm2, scalar: scalar)
        #expect(
            key.verifier.point == [4]
                + bytes("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020")
                + bytes("CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13")
        )
        let signature =
            bytes("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3")
            + bytes("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA")
        #expect(key.verifier.verifies(signature, over: Array("message digest".utf8)))
    }
}
