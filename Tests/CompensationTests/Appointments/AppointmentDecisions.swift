import CompensationDomain
import Foundation
import Kernel
import Testing

@Suite("An appointment, and parity with senior engineers")
struct AppointmentDecisions {
    static let declared = [
        Sample.declared("ZG-1", 1_860_000, from: "2026-01-01"), Sample.declared("ZG-2", 1_680_000, from: "2026-01-01"),
        Sample.declared("ZG-2", 1_700_000, from: "2027-01-01"),
    ].compactMap { $0 }

    @Test(
        "is measured against its own band, else the lowest, by what is in force when the term begins",
        arguments: [
            ("ZG-2", 1_680_000, "2026-11-01", 1_680_000), ("ZG-2", 1_700_000, "2027-01-01", 1_700_000),
            ("ZG-1", 1_860_000, "2026-11-01", 1_860_000), ("TJ-1", 1_680_000, "2026-11-01", 1_680_000),
            ("TJ-1", 2_000_000, "2026-11-01", 1_680_000), ("TJ-1", 1_700_000, "2027-06-01", 1_700_000),
        ] as [(String, Int64, String, Int64)]
    )
    func isMeasured(band: String, minimum: Int64, from: String, against: Int64) throws {
        var appointment = Appointment.initial
        let letter = Sample.letter(band: band, minimum: minimum, term: Sample.term(from, "2029-10-31"))
        let events = try appointment.handle(.make(letter, declared: Self.declared))
        #expect(events.count == 1)
        #expect(appointment.measure?.declaration.band.minimum == Money(fen: against))
        #expect(appointment.letter == letter)
    }

    @Test(
        "is refused by a single fen below, and where nothing is in force",
        arguments: [
            ("ZG-2", 1_679_999, "2026-11-01", .belowBenchmark(band: "ZG-2")),
            ("ZG-2", 1_699_999, "2027-01-01", .belowBenchmark(band: "ZG-2")),
            ("ZG-1", 1_859_999, "2026-11-01", .belowBenchmark(band: "ZG-1")),
            ("TJ-1", 1_679_999, "2026-11-01", .belowBenchmark(band: "ZG-2")),
            ("ZG-2", 1_680_000, "2025-12-31", .noBenchmark),
        ] as [(String, Int64, String, Appointment.Rejection)]
    )
    func isRefused(band: String, minimum: Int64, from: String, reason: Appointment.Rejection) {
        var appointment = Appointment.initial
        let letter = Sample.letter(band: band, minimum: minimum, term: Sample.term(from, "2029-10-31"))
        #expect(throws: reason) { try appointment.handle(.make(letter, declared: Self.declared)) }
        #expect(appointment == .unmade)
    }

    @Test("is made once")
    func isMadeOnce() throws {
        var appointment = Appointment.initial
        _ = try appointment.handle(.make(Sample.letter(), declared: Self.declared))
        #expect(throws: Appointment.Rejection.alreadyMade) {
            try appointment.handle(.make(Sample.letter(), declared: Self.declared))
        }
    }

    @Test(
        "A term does not end before it begins, and touches those it shares a day with",
        arguments: [
            ("2026-01-01", "2026-01-31", true), ("2026-01-31", "2026-02-28", true), ("2026-02-01", "2026-02-28", false),
            ("2025-12-01", "2026-01-01", true), ("2025-12-01", "2025-12-31", false),
        ]
    )
    func termsOverlap(from: String, through: String, overlaps: Bool) {
        let january = Sample.term("2026-01-01", "2026-01-31")
        #expect(january.overlaps(Sample.term(from, through)) == overlaps)
        #expect(Sample.term(from, through).overlaps(january) == overlaps)
        #expect(Term(from: Sample.day("2026-01-02"), through: Sample.day("2026-01-01")) == nil)
    }
}
