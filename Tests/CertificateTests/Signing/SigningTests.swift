import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Statements
import TestSupport
import Testing

@testable import CertificateService

@Suite("Signing certificates")
struct SigningTests {
    @Test(
        "is the issue's own: each certificate has a statement the trust list vouches for",
        arguments: ["ES256", "SM2-SM3"]
    )
    func signed(_ algorithm: String) async throws {
        try await Bench.with { bench in
            try await bench.layDown(Self.policy(algorithm: algorithm))
            try await bench.issued()
            try await bench.service.tick()
            let certificates = try await bench.ask("GET /certificates", as: "hr").json["items"]?.elements ?? []
            #expect(certificates.count == 2)
            let trust = try await bench.trustList()
            for certificate in certificates {
                let id = certificate["id"]?.text ?? ""
                let statement = try await bench.ask("GET /certificates/\(id)/statement", as: "hr")
                #expect(statement.json["algorithm"]?.text == algorithm)
                let text = statement.json["qrText"]?.text ?? ""
                #expect(text.hasPrefix("http://localhost:8080/verify#"))
                let signed = try #require(SignedStatement(text: text))
                #expect(OfflineCheck.problem(signed, trust) == nil)
                #expect(signed.statement.name == certificate["name"]?.text)
                #expect(signed.statement.number.text == certificate["number"]?.text)
                #expect(signed.statement.issuerName == "滨州重工有限公司")
            }
        }
    }

    @Test("keeps no key in the clear")
    func encrypted() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            let (id, secret) = try await bench.pool.transaction { tx in
                let row = try #require(try tx.query("SELECT id, secret FROM issuer_key").first)
                return try (row.decode("id", as: UUID.self), row.decode("secret", as: [UInt8].self))
            }
            let ring = try #require(bench.service.keys["certificate"])
            let scalar = try ring.fields.open(bytes: secret, of: id.lowercase)
            #expect(scalar.count == 32 && secret.count == 32 + 31)
            let text = String(decoding: scalar, as: UTF8.self)
            #expect(!String(decoding: secret, as: UTF8.self).contains(text))
            #expect(throws: CryptographyError.self) { try ring.fields.open(bytes: secret, of: "another") }
        }
    }

    @Test("waits for an officer where each key is certified by one")
    func strict() async throws {
        try await Bench.with { bench in
            try await bench.layDown(Self.policy(isCertifiedByOfficer: true))
            try await bench.register()
            let path = try await bench.numbered()
            let refused = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            #expect(refused.status == 409 && refused.code == "certificate.no-signing-key")
            let made = try await bench.ask("POST /issuer-keys", as: "hr")
            #expect(made.status == 201 && made.json["state"]?.text == "proposed")
            #expect(try await bench.ask("POST \(path)/issue", as: "hr", version: 4).status == 409)
            let key = "/issuer-keys/\(made.json["id"]?.text ?? "")"
            #expect(try await bench.ask("POST \(key)/certification", as: "hr", version: 1).status == 403)
            let certified = try await bench.ask("POST \(key)/certification", as: "bureau", version: 1)
            #expect(certified.json["state"]?.text == "active")
            let again = try await bench.ask("POST \(key)/certification", as: "bureau", version: 2)
            #expect(again.code == "certificate.key-already-certified")
            #expect(try await bench.ask("POST \(path)/issue", as: "hr", version: 4).status == 200)
        }
    }

    @Test("goes on with another key, and what the older one signed holds")
    func rotation() async throws {
        try await Bench.with { bench in
            try await bench.register()
            try await bench.issued()
            let before = try await bench.statements()
            try await bench.travel(to: "2026-10-20")
            #expect(try await bench.ask("POST /issuer-keys", as: "hr").json["state"]?.text == "active")
            let states = try await bench.keys().map { $0["state"]?.text }
            #expect(states == ["retired", "active"])
            try await bench.service.tick()
            let trust = try await bench.trustList()
            #expect(try await bench.statements() == before)
            for statement in before { #expect(OfflineCheck.problem(statement, trust) == nil) }
        }
    }

    @Test("is done again by the next key when one is revoked, and nobody believes the revoked one")
    func revocation() async throws {
        try await Bench.with { bench in
            try await bench.register()
            try await bench.issued()
            let before = try await bench.statements()
            let key = "/issuer-keys/\(try await bench.keys()[0]["id"]?.text ?? "")"
            let nothing = try await bench.ask("POST \(key)/revocation", as: "bureau", version: 2, body: "{}")
            #expect(nothing.json["errors"]?[0]?["code"]?.text == "certificate.why-missing")
            let reason = #"{"reason":"密钥保管人离职,疑似泄露"}"#
            #expect(
                try await bench.ask("POST \(key)/revocation", as: "other-hr", version: 2, body: reason).status == 403
            )
            let revoked = try await bench.ask("POST \(key)/revocation", as: "hr", version: 2, body: reason)
            #expect(revoked.json["state"]?.text == "revoked")
            let again = try await bench.ask("POST \(key)/revocation", as: "bureau", version: 3, body: reason)
            #expect(again.code == "certificate.key-already-revoked")
            #expect(try await bench.statements().isEmpty)
            try await bench.service.tick()
            let after = try await bench.statements()
            #expect(after.map(\.statement) == before.map(\.statement))
            let trust = try await bench.trustList()
            for statement in after { #expect(OfflineCheck.problem(statement, trust) == nil) }
            for statement in before { #expect(OfflineCheck.problem(statement, trust)?.code == "key-revoked") }
        }
    }

    @Test("makes one key where twenty ask for one at once")
    func race() async throws {
        try await Bench.with { bench in
            let issuer = Samples.enterprise
            let keys = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await bench.pool.transaction { [issuerKeys = bench.service.definition.issuerKeys] tx in
                            let cause = Cause.system("test", now: Samples.day("2026-10-14").start)
                            return try issuerKeys.signing(issuer, named: "滨州重工", because: cause, in: tx).verifier.id
                        }
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(keys.count == 1)
        }
    }

    @Test("happens later for certificates issued before there were keys, and never for what cannot be stated")
    func late() async throws {
        try await Bench.with { bench in
            try await bench.issued()
            try await bench.pool.transaction { tx in
                try tx.execute("INSERT INTO statement_due (certificate) SELECT certificate FROM certificate_statement")
                try tx.execute(
                    """
                    UPDATE certificate SET state = jsonb_set(state, '{issued,holding,name}', '"王\\t建国"')
                    WHERE number LIKE '%000001'
                    """
                )
            }
            try await bench.service.tick()
            let left = try await bench.pool.transaction { tx in
                try tx.query("SELECT problem FROM statement_due").map { try $0.decode("problem", as: String.self) }
            }
            #expect(left == ["name"])
        }
    }

    @Test("is refused with its number where a name holds what nobody sees")
    func unseen() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered(names: ["王\u{202E}建国"])
            let refused = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            #expect(refused.status == 409 && refused.code == "certificate.cannot-be-stated")
            #expect(try await bench.pool.transaction { tx in try tx.query("SELECT key FROM issuer_key").count } == 0)
        }
    }

    static func policy(
        from day: String = "2026-10-14",
        algorithm: String = "ES256",
        isCertifiedByOfficer: Bool = false,
        isSuspensionAllowed: Bool = false
    ) -> String {
        """
        {"basis":"滨州市证书签名办法","inForceFrom":"\(day)","algorithm":"\(algorithm)","hearingDays":5,
        "isCertifiedByOfficer":\(isCertifiedByOfficer),"isSuspensionAllowed":\(isSuspensionAllowed)}
        """
    }
}

@Suite("The trust list")
struct TrustListTests {
    @Test("is published when a key changes and once a day, and kept in every version")
    func published() async throws {
        try await Bench.with { bench in
            #expect(try await bench.ask("GET /trust-list", as: nil).code == "certificate.no-list-yet")
            try await bench.service.tick()
            let first = try await bench.ask("GET /trust-list", as: nil)
            #expect(first.etag == "\"trust-1\"" && first.status == 200)
            try await bench.service.tick()
            #expect(try await bench.trustList().version == 1)
            try await bench.issued()
            try await bench.service.tick()
            let second = try await bench.trustList()
            #expect(second.version == 2 && second.keys.count == 1 && second.keys[0].state == .active)
            let old = try await bench.ask("GET /trust-list?version=1", as: nil)
            #expect(old.text == first.text)
            try await bench.travel(to: "2026-10-16")
            try await bench.service.tick()
            #expect(try await bench.trustList().version == 3)
        }
    }

    @Test("is signed by the bureau and by nobody else")
    func signed() async throws {
        try await Bench.with { bench in
            try await bench.service.tick()
            let bureau = try #require(bench.service.keys["certificate"]?.bureau.first)
            let answer = try await bench.ask("GET /trust-list", as: nil)
            let list = try WireFormat.decode(SignedList.self, from: Array(answer.text.utf8))
            guard case .signed(by: let key, _) = list.read(trusting: [bureau.verifier.fingerprint]) else {
                Issue.record("not signed")
                return
            }
            #expect(key == bureau.verifier)
            #expect(list.read(trusting: [String(repeating: "0", count: 64)]) == .stranger)
            #expect(bench.service.keys["filing"]?.bureau.isEmpty == true)
        }
    }

    @Test("is not sent again to whoever has it")
    func unchanged() async throws {
        try await Bench.with { bench in
            try await bench.service.tick()
            let answer = await bench.service.call("GET", "/trust-list", headers: ["if-none-match": "\"trust-1\""])
            #expect(answer.status == 304 && answer.body.isEmpty)
        }
    }
}

extension Bench {
    /// Lays down how certificates are signed.
    func layDown(_ policy: String) async throws {
        #expect(try await ask("POST /configuration/signing", as: "bureau", body: policy).status == 201)
    }

    /// Makes the enterprise known.
    func register() async throws {
        try await service.hear(
            EnterpriseRegistered(
                registered: Samples.enterprise,
                enterpriseName: "滨州重工有限公司",
                jurisdiction: "371602",
                units: []
            ),
            from: .filing
        )
    }

    /// Takes a determination to its issued certificates; gives the registration's path, at version 5.
    @discardableResult
    func issued(_ determination: Int = 10, names: [String] = ["王建国", "李明"]) async throws -> String {
        let path = try await numbered(determination, names: names)
        #expect(try await ask("POST \(path)/issue", as: "hr", version: 4).status == 200)
        return path
    }

    /// The newest trust list.
    func trustList() async throws -> TrustList {
        let list = try WireFormat.decode(
            SignedList.self,
            from: Array(try await ask("GET /trust-list", as: nil).text.utf8)
        )
        return try WireFormat.decode(from: Base64URL.bytes(of: list.payload) ?? [])
    }

    /// The keys, oldest first.
    func keys() async throws -> [JSONValue] {
        try await ask("GET /issuer-keys", as: "bureau").json["items"]?.elements ?? []
    }

    /// The statements that can be believed, in the order of their numbers.
    func statements() async throws -> [SignedStatement] {
        try await pool.transaction { tx in
            let ids = try tx.query("SELECT id FROM certificate").map { try $0.decode("id", as: UUID.self) }
            let found = try StatementStore().load(of: ids, in: tx)
            return found.values.sorted { $0.statement.number.text < $1.statement.number.text }
        }
    }
}
