import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("A determination that was told")
struct OpeningTests {
    @Test("gives one registration, however often and beside whatever it is told")
    func idempotent() async throws {
        try await Bench.with { bench in
            let (one, two) = (try bench.approved(10), try bench.approved(11, names: ["赵强"]))
            try await bench.tell(one)
            try await bench.tell(one, two, two)
            let registrations = try await bench.ask("GET /registrations", as: "centre").json["items"]
            #expect(registrations?.elements.map { $0["persons"]?.int } == [2, 1])
            let certificates = try await bench.ask("GET /certificates", as: "centre").json["items"]
            #expect(Set(certificates?.elements.compactMap { $0["name"]?.text } ?? []) == ["王建国", "李明", "赵强"])
            #expect(certificates?.elements.allSatisfy { $0["state"]?.text == "prepared" } == true)
            let journalled = try await bench.pool.transaction { tx in
                try tx.query("SELECT aggregate, kind FROM journal").map { try $0.decode("kind", as: String.self) }
            }
            #expect(journalled.sorted() == ["opened", "opened", "prepared", "prepared", "prepared"])
        }
    }

    @Test("without names gives nothing, and a name told twice one certificate")
    func oddLists() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved(10, names: []))
            #expect(try await bench.ask("GET /registrations", as: "centre").json["items"]?.elements.isEmpty == true)
            let list = try bench.approved(11, names: ["王建国"])
            let twice = ListApproved(
                determination: list.determination,
                list: list.list,
                round: list.round,
                filing: list.filing,
                determiner: list.determiner,
                enterpriseName: list.enterpriseName,
                agencyCode: list.agencyCode,
                listDigest: list.listDigest,
                notice: list.notice,
                publishedOn: list.publishedOn,
                lastDay: list.lastDay,
                determinedAt: list.determinedAt,
                authorisedBy: list.authorisedBy,
                names: list.names + list.names
            )
            try await bench.tell(twice)
            #expect(try await bench.ask("GET /certificates", as: "centre").json["items"]?.elements.count == 1)
        }
    }

    @Test("leaves no identity number in clear in any table")
    func encrypted() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved())
            let registration = try await bench.registration()
            _ = try await bench.ask("POST /registrations/\(registration)/submission", as: "hr", version: 1)
            let everything = try await bench.pool.transaction { tx in
                try tx.query(
                    """
                    SELECT c::text AS row FROM certificate c UNION ALL SELECT r::text FROM registration r
                    UNION ALL SELECT convert_from(event, 'UTF8') FROM journal
                    UNION ALL SELECT convert_from(body, 'UTF8') FROM outbox
                    UNION ALL SELECT encode(identity, 'escape') FROM certificate
                    """
                ).map { try $0.decode("row", as: String.self) }
            }
            #expect(everything.count >= 8)
            #expect(!everything.contains { $0.contains(Samples.identityNumber) })
            let shown = try await bench.ask("GET /registrations/\(registration)", as: "centre")
            #expect(!shown.text.contains(Samples.identityNumber))
            #expect(shown.json["certificates"]?[0]?["document"]?["number"]?.text == "1101**********002X")
        }
    }

    @Test("whose documents cannot be opened waits for the key, and blocks no other")
    func lateKey() async throws {
        try await Bench.with { bench in
            // Sealed to a certificate key this service does not have.
            let strangers = try KeyRing.temporary(services: ["certificate", "evaluation"])
            try await bench.tell(
                bench.approved(10, sealedBy: strangers["evaluation"]),
                bench.approved(11, names: ["赵强"])
            )
            let items = try await bench.ask("GET /registrations", as: "centre").json["items"]?.elements ?? []
            #expect(items.count == 2)
            let path = try "/registrations/" + #require(items.first { $0["persons"]?.int == 2 }?["id"]?.text)
            #expect(try await bench.ask("GET \(path)", as: "hr").json["certificates"]?[0]?["document"] == nil)
            let refused = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            #expect(refused.status == 409)
            #expect(refused.code == "certificate.identity-unreadable")
            // The same service once it was given that key.
            let id = try #require(UUID(uuidString: String(path.suffix(36))))
            let submit = SubmitRegistration(
                vault: IdentityVault(keys: try #require(strangers["certificate"])),
                reserve: bench.service.definition.submitRegistration.reserve,
                journal: Journal()
            )
            try await bench.pool.transaction { tx in
                let registration = try RegistrationStore().load(id, in: tx)
                _ = try submit(registration, because: .system("test", now: Date()), in: tx)
            }
            let sealed = try await bench.pool.transaction { tx in try IdentityStore().loadSealed(of: id, in: tx).count }
            #expect(sealed == 0)
        }
    }

    @Test("is not written over by whoever loaded it before another")
    func versions() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved())
            let id = try #require(UUID(uuidString: try await bench.registration()))
            let store = RegistrationStore()
            let stale = try await bench.pool.transaction { tx in try store.load(id, in: tx) }
            #expect(stale.version == 1)
            var first = stale
            try first.handle(.submit(by: "人事1", filed: .unheard, today: Samples.day("2026-10-14")))
            try await bench.pool.transaction { [first] tx in try store.save([first], in: tx) }
            var second = stale
            try second.handle(.submit(by: "人事1", filed: .unheard, today: Samples.day("2026-10-14")))
            await #expect(throws: VersionMismatch.self) {
                try await bench.pool.transaction { [second] tx in try store.save([second], in: tx) }
            }
            let now = try await bench.pool.transaction { tx in try store.load(id, in: tx) }
            #expect(now.version == 2)
            #expect(now.state == first.state)
        }
    }
}
