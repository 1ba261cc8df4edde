import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("The counter of numbers")
struct NumberingRace {
    private struct GivenUp: Error {}

    @Test("leaves no gap and gives nothing twice when twenty take at once and some give up", .timeLimit(.minutes(30)))
    func race() async throws {
        try await ScratchDatabase.with(Main.allMigrations, service: "certificate", size: 20) { pool in
            let series = NumberSeries(agency: try AgencyCode(Samples.agencyCode), year: 2026, level: "T")
            let book = NumberBook(journal: Journal())
            let cause = Cause.system("race", now: Samples.day("2026-10-14").start)
            let taken = try await withThrowingTaskGroup(of: [Int].self) { group in
                for taker in 0..<20 {
                    group.addTask {
                        do {
                            return try await pool.transaction { tx in
                                let numbers = try book.take(
                                    for: (0...taker % 4).map { Samples.uuid(100 * taker + $0) },
                                    of: Samples.uuid(taker),
                                    from: series,
                                    in: 1...NumberSeries.capacity,
                                    isReserved: false,
                                    because: cause,
                                    in: tx
                                )
                                // The row stays locked a while, so that takers meet.
                                _ = try tx.query("SELECT pg_sleep(0.02)::text AS slept")
                                if taker % 3 == 0 { throw GivenUp() }
                                return numbers.map(\.sequence)
                            }
                        } catch is GivenUp {
                            return []
                        }
                    }
                }
                return try await group.reduce(into: [[Int]]()) { $0.append($1) }
            }
            let expected = (0..<20).filter { $0 % 3 != 0 }.reduce(0) { $0 + 1 + $1 % 4 }
            #expect(taken.flatMap(\.self).sorted() == Array(1...expected))
            #expect(taken.count { $0.isEmpty } == 7)
            // What one takes is a run.
            #expect(taken.allSatisfy { $0.isEmpty || $0 == Array($0[0]..<$0[0] + $0.count) })
        }
    }

    @Test("starts again for another year and another agency")
    func series() async throws {
        try await Bench.with { bench in
            let (one, other) = (try AgencyCode(Samples.agencyCode), try AgencyCode("Y000037160002"))
            let (book, cause) = (NumberBook(journal: Journal()), Cause.system("race", now: bench.service.clock.now))
            func take(_ agency: AgencyCode, _ year: Int) async throws -> [String] {
                try await bench.pool.transaction { tx in
                    try book.take(
                        for: [NewID.v7()],
                        of: Samples.uuid(1),
                        from: NumberSeries(agency: agency, year: year, level: "T"),
                        in: 1...NumberSeries.capacity,
                        isReserved: false,
                        because: cause,
                        in: tx
                    ).map(\.text)
                }
            }
            #expect(try await take(one, 2026) == ["Y00003716000126T000001"])
            #expect(try await take(other, 2026) == ["Y00003716000226T000001"])
            #expect(try await take(one, 2027) == ["Y00003716000127T000001"])
            #expect(try await take(one, 2026) == ["Y00003716000126T000002"])
        }
    }
}
