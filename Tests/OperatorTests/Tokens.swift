import ArgumentParser
import Contracts
import Foundation
import Kernel
import Testing

@testable import Operator

@Suite("Tokens for development")
struct Tokens {
    /// A folder that is gone afterwards.
    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "gongjiang-tokens-\(UUID().lowercase)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }

    @Test("say who it is, for whom and until when, signed by the folder's key")
    func sayWho() async throws {
        try await withFolder { folder in
            _ = try InitKeysCommand.make(in: folder)
            let person = UUID(uuidString: "01990000-0000-7000-8000-00000000000A")
            let subject = TokenSubject(
                role: "employee",
                subject: "lin",
                name: "林晓彤",
                organisation: "91371600MA3N00011J",
                person: person
            )
            let now = Date(timeIntervalSince1970: 1_790_000_000)
            let token = try await TokenIssuer(keys: folder).token(for: subject, hours: 2, now: now)
            let parts = token.split(separator: ".")
            #expect(parts.count == 3)
            let header = try part(parts[0])
            #expect(header["alg"] == "ES256")
            #expect(header["kid"] == "1")
            #expect(
                try part(parts[1]) == [
                    "iss": "gongjiang", "sub": "lin", "name": "林晓彤", "role": "employee", "org": "91371600MA3N00011J",
                    "person": "01990000-0000-7000-8000-00000000000a", "iat": 1_790_000_000, "exp": 1_790_007_200,
                ]
            )
        }
    }

    @Test("of a county's officer name the county, and no other role's do")
    func counties() async throws {
        try await withFolder { folder in
            _ = try InitKeysCommand.make(in: folder)
            let officer = TokenSubject(role: "county-officer", subject: "county-1", name: "滨城区经办", county: "371602")
            let token = try await TokenIssuer(keys: folder).token(for: officer)
            let parts = token.split(separator: ".")
            #expect(try part(parts[1])["county"] == "371602")
            #expect(throws: (any Error).self) {
                _ = try IssueTokenCommand.parse(["--role", "county-officer", "--subject", "county-1"])
            }
            #expect(throws: (any Error).self) {
                _ = try IssueTokenCommand.parse(["--role", "centre-officer", "--subject", "c-1", "--county", "371602"])
            }
            _ = try IssueTokenCommand.parse(["--role", "county-officer", "--subject", "county-1", "--county", "371602"])
        }
    }

    @Test("are not issued with keys that were not made for development")
    func areRefusedForRealKeys() async throws {
        try await withFolder { folder in
            _ = try InitKeysCommand.make(in: folder)
            try "production\n".write(toFile: "\(folder)/kind", atomically: true, encoding: .utf8)
            await #expect(throws: OperatorError.self) { try await TokenIssuer(keys: folder) }
        }
    }

    @Test("need keys, which are made once and then left alone")
    func keysAreMadeOnce() async throws {
        try await withFolder { folder in
            let made = try InitKeysCommand.make(in: folder)
            #expect(made.contains("token/signing-1.pem"))
            #expect(made.contains("seal/publicity-timer-1.private"))
            #expect(try InitKeysCommand.make(in: folder).isEmpty)
        }
    }

    private func part(_ text: Substring) throws -> JSON {
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        while base64.count % 4 != 0 { base64 += "=" }
        return try JSON(bytes: Array(try #require(Data(base64Encoded: String(base64)))))
    }
}
