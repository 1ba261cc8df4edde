import Foundation
import JWTKit
import Logging
import ServiceKit
import Testing

@Suite("A token")
struct TokenTests {
    private struct Claims: JWTPayload {
        var iss = "gongjiang"
        var sub = "hr-1"
        var role = "enterprise-hr"
        var org: String? = "91371600MA3N00011J"
        var county: String?
        var exp = ExpirationClaim(value: Date(timeIntervalSinceNow: 600))
        func verify(using _: some JWTAlgorithm) throws {}
    }

    /// A key, a verifier that knows it from a file, and the caller it makes of claims.
    private func caller(_ claims: Claims, signedBy other: ES256PrivateKey? = nil) async throws -> Caller? {
        let key = ES256PrivateKey()
        let file = FileManager.default.temporaryDirectory.appending(path: "jwks-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let point = try #require(key.publicKey.parameters)
        // jwt-kit gives the point in base64; a JWK has it in base64url.
        func url(_ text: String) -> String {
            text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        }
        try """
        {"keys":[{"kty":"EC","crv":"P-256","alg":"ES256","kid":"1","x":"\(url(point.x))","y":"\(url(point.y))"}]}
        """.write(to: file, atomically: true, encoding: .utf8)
        let signer = await JWTKeyCollection().add(ecdsa: other ?? key, kid: "1")
        let token = try await signer.sign(claims, kid: "1")
        let verifier = TokenVerifier(source: file.path(percentEncoded: false), logger: Logger(label: "test"))
        return await verifier.caller(of: token)
    }

    @Test("names its bearer")
    func names() async throws {
        let caller = try await caller(Claims())
        #expect(caller?.role == .enterpriseHR)
        #expect(caller?.organisation == "91371600MA3N00011J")
        #expect(caller?.subject == "hr-1")
    }

    @Test("of a county's officer names the county, and is none without")
    func counties() async throws {
        let officer = try await caller(Claims(role: "county-officer", org: nil, county: "371602"))
        #expect(officer?.role == .countyOfficer)
        #expect(officer?.county == "371602")
        #expect(try await caller(Claims(role: "county-officer", org: nil)) == nil)
        #expect(try await caller(Claims(role: "county-officer", org: nil, county: "")) == nil)
    }

    @Test(
        "that is expired, of another issuer or key, of no role, or of an enterprise's role without enterprise, proves nothing"
    )
    func provesNothing() async throws {
        #expect(try await caller(Claims(exp: ExpirationClaim(value: Date(timeIntervalSinceNow: -1)))) == nil)
        #expect(try await caller(Claims(iss: "somebody")) == nil)
        #expect(try await caller(Claims(role: "king")) == nil)
        #expect(try await caller(Claims(role: "everyone")) == nil)
        #expect(try await caller(Claims(org: nil)) == nil)
        #expect(try await caller(Claims(), signedBy: ES256PrivateKey()) == nil)
    }
}
