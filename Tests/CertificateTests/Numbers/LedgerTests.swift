import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("The ledger of numbers", .timeLimit(.minutes(30)))
struct LedgerTests {
    @Test("has every number given after the audit, whose it is and where it came from")
    func afterAudit() async throws {
        try await Bench.with { bench in
            _ = try await bench.numbered()
            let page = try await bench.ask("GET /numbers?agency=\(Samples.agencyCode)&year=2026&limit=1", as: "centre")
            #expect(page.json["items"]?[0]?["number"]?.text == "Y00003716000126T000001")
            #expect(page.json["items"]?[0]?["sourceName"]?.text == "审核通过后编号")
            #expect(page.json["items"]?[0]?["certificateState"]?.text == "numbered")
            #expect(page.json["next"]?.text == "Y00003716000126T000001")
            let next = try await bench.ask("GET /numbers?after=Y00003716000126T000001", as: "bureau")
            #expect(next.json["items"]?.elements.compactMap { $0["number"]?.text } == ["Y00003716000126T000002"])
            #expect(try await bench.ask("GET /numbers?year=2025", as: "centre").json["items"]?.elements.isEmpty == true)
            let check = try await bench.ask("GET /numbers/check", as: "centre")
            #expect(check.json["isSound"] == .flag(true), "\(check.text)")
            #expect(check.json["series"]?[0]?["last"]?.int == 2 && check.json["series"]?[0]?["given"]?.int == 2)
            let wrong = [
                ("agency=Y1", "agency"), ("year=26", "year"), ("standing=lost", "standing"), ("after=Y", "after"),
            ]
            for (query, field) in wrong {
                let refused = try await bench.ask("GET /numbers?\(query)", as: "centre")
                #expect(refused.status == 400 && refused.json["errors"]?[0]?["field"]?.text == field)
            }
            #expect(try await bench.ask("GET /numbers", as: "hr").status == 403)
        }
    }

    /// What somebody did to the database.
    enum Tampering: String, CaseIterable {
        case skipped, anothers, ungiven

        /// Does it, as far as the serving role can; nobody can take a row of the ledger away.
        func happen(in tx: borrowing Transaction) throws {
            switch self {
            case .skipped: try tx.execute("UPDATE certificate_counter SET last = last + 2")
            case .anothers: try tx.execute("UPDATE number_ledger SET certificate = gen_random_uuid() WHERE serial = 1")
            case .ungiven: try tx.execute("UPDATE certificate SET number = 'Y00003716000126T000009' WHERE place = 1")
            }
        }
    }

    @Test("that was tampered with is found out by counting anew", arguments: Tampering.allCases)
    func recount(_ tampering: Tampering) async throws {
        try await Bench.with { bench in
            _ = try await bench.numbered()
            #expect(try await bench.isSound())
            try await bench.pool.transaction { tx in try tampering.happen(in: tx) }
            let check = try await bench.ask("GET /numbers/check?agency=\(Samples.agencyCode)&year=2026", as: "bureau")
            #expect(check.json["isSound"] == .flag(false))
            let gaps = check.json["series"]?[0]?["gaps"]?.elements ?? []
            let numbers = check.json["contradictions"]?.elements.compactMap(\.text) ?? []
            switch tampering {
            case .skipped: #expect(gaps.count == 1 && gaps[0]["first"]?.int == 3 && gaps[0]["last"]?.int == 4)
            case .anothers: #expect(numbers == ["Y00003716000126T000001", "Y00003716000126T000001"])
            case .ungiven: #expect(numbers == ["Y00003716000126T000001", "Y00003716000126T000009"])
            }
        }
    }

    @Test("never loses a row: the service itself may not take one away")
    func rowsStay() async throws {
        try await Bench.with { bench in
            _ = try await bench.numbered()
            let error = await #expect(throws: PostgresError.self) {
                try await bench.pool.transaction { tx in _ = try tx.execute("DELETE FROM number_ledger") }
            }
            #expect(error?.kind == .server(SQLState(rawValue: "42501")))
        }
    }
}
