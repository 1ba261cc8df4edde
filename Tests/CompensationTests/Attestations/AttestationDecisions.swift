import CompensationDomain
import DatedDocuments
import Foundation
import Kernel
import TestSupport
import Testing

@testable import CompensationService

@Suite("An attestation")
struct AttestationDecisions {
    typealias Table = Decision<Attestation>

    static func statement(
        _ standing: Attestation.Standing = .met,
        reason: String? = nil,
        signer: String = "王经理"
    ) -> Attestation.Statement {
        Attestation.Statement(
            month: Month(of: Sample.day("2026-11-01")),
            appointment: Sample.id(90),
            person: Sample.zhao,
            creditCode: Sample.employer.creditCode,
            standing: standing,
            band: "ZG-2",
            reason: reason,
            signer: .init(name: signer, position: "人力资源部部长", account: "hr"),
            on: Sample.day("2026-12-01"),
            isLate: false
        )
    }

    static let met = Attestation.attested(statement(), corrections: 0)
    static let notMet = statement(.notMet, reason: "当月考勤未核定")

    static let table: [Table] = [
        .given(.unattested, when: .attest(statement(), correctedBecause: nil), then: .attested(statement: statement())),
        .given(
            .unattested,
            when: .attest(statement(), correctedBecause: "无"),
            then: .attested(statement: statement())
        ),
        .given(met, when: .attest(statement(), correctedBecause: nil)),
        .given(met, when: .attest(statement(signer: "另一人"), correctedBecause: nil)),
        .given(met, when: .attest(notMet, correctedBecause: nil), refused: .correctionNeedsReason),
        .given(met, when: .attest(notMet, correctedBecause: "误填"), then: .corrected(to: notMet, because: "误填")),
    ]

    @Test("is decided as the table says", arguments: table)
    func decides(row: Table) { row.verify() }

    @Test("counts its corrections")
    func corrections() throws {
        var attestation = Self.met
        for _ in 0..<2 {
            _ = try attestation.handle(.attest(Self.notMet, correctedBecause: "误填"))
            _ = try attestation.handle(.attest(Self.statement(), correctedBecause: "复核"))
        }
        #expect(attestation.corrections == 4)
        #expect(attestation.statement?.standing == .met)
    }

    @Test(
        "is due where a day of the month is paid for",
        arguments: [
            ("2026-10", false), ("2026-11", true), ("2027-02", true), ("2027-03", true), ("2027-04", false),
        ]
    )
    func due(text: String, isDue: Bool) throws {
        let month = try #require(Month(text))
        let duty = AttestationDuty(
            appointment: Sample.id(90),
            person: Sample.zhao,
            name: "赵一",
            creditCode: Sample.employer.creditCode,
            bands: [.init("ZG-2", from: Sample.day("2026-11-30"))],
            from: Sample.day("2026-11-30"),
            until: Sample.day("2027-03-01")
        )
        #expect(duty.isDue(in: month) == isDue)
    }

    @Test(
        "is held against the bands of its own month, both where it changes in it",
        arguments: [
            ("2026-11", ["ZG-1"]), ("2026-12", ["ZG-1", "ZG-2"]), ("2027-01", ["ZG-3"]), ("2027-02", ["ZG-3"]),
            ("2027-03", ["ZG-3"]), ("2027-06", ["ZG-3"]),
        ]
    )
    func bands(text: String, bands: [String]) throws {
        let month = try #require(Month(text))
        let steps = [("ZG-1", "2026-11-05"), ("ZG-2", "2026-12-20"), ("ZG-X", "2027-01-01"), ("ZG-3", "2027-01-01")]
        let duty = AttestationDuty(
            appointment: Sample.id(90),
            person: Sample.zhao,
            name: "赵一",
            creditCode: Sample.employer.creditCode,
            bands: steps.map { AttestationDuty.Band($0.0, from: Sample.day($0.1)) }
                + (text == "2027-06" ? [.init("ZG-9", from: Sample.day("2027-07-01"))] : []),
            from: Sample.day("2026-11-05"),
            until: Sample.day("2029-10-31")
        )
        #expect(duty.bands(in: month) == bands)
        // What is paid for no day is no band of any day.
        #expect(duty.paid.prefix(3).map(\.band.code) == ["ZG-1", "ZG-2", "ZG-3"])
        #expect(duty.paid[1].until == Sample.day("2026-12-31"))
        for (day, band) in [
            ("2026-10-01", "ZG-1"), ("2026-12-19", "ZG-1"), ("2026-12-20", "ZG-2"), ("2027-01-01", "ZG-3"),
        ] {
            #expect(duty.band(on: Sample.day(day)) == band, "\(day)")
        }
        for band in ["ZG-1", "ZG-2", "ZG-3", "ZG-9"] {
            let line = AttestationLine(appointment: duty.appointment, standing: .met, band: band, reason: nil)
            #expect(line.problems(in: month, for: duty).isEmpty == bands.contains(band), "\(band)")
        }
    }

    @Test(
        "is due by the tenth working day of the month that follows, make-up days counted",
        arguments: [
            ("2026-11", "2026-12-14"), ("2025-12", "2026-01-15"), ("2026-01", "2026-02-13"), ("2026-09", "2026-10-20"),
        ]
    )
    func dueDay(month: String, day: String) throws {
        let calendar = try WorkingCalendar.initial()
        let month = try #require(Month(month))
        #expect(
            try BuiltInConfiguration.document(of: TreatmentProcedure.self).attestationDueDay(of: month, by: calendar)
                .description == day
        )
    }

    @Test(
        "A month knows its days",
        arguments: [("2028-02", "2028-02-29"), ("2026-12", "2026-12-31"), ("2026-02", "2026-02-28")]
    )
    func months(text: String, last: String) throws {
        let month = try #require(Month(text))
        #expect(month.last.description == last)
        #expect(month.next.previous == month)
        #expect(month.description == text)
    }

    @Test("A month written otherwise is none", arguments: ["2026-13", "2026-1", "2026/01", "202601", "2026-01-01", ""])
    func noMonths(text: String) { #expect(Month(text) == nil) }
}

@Suite("A month of an enterprise")
struct AttestedMonthDecisions {
    static func counts(_ due: Int, _ met: Int) -> AttestedMonth.Counts {
        AttestedMonth.Counts(due: due, met: met, notMet: 0, notDue: 0)
    }

    static func count(_ counts: AttestedMonth.Counts, on day: String) -> AttestedMonth.Command {
        .count(counts, today: Sample.day(day), dueOn: Sample.day("2026-12-14"))
    }

    static let table: [Decision<AttestedMonth>] = [
        .given(
            .uncounted,
            when: count(counts(2, 2), on: "2026-12-01"),
            then: .counted(counts: counts(2, 2)),
            .told(counts: counts(2, 2))
        ),
        .given(.uncounted, when: count(counts(2, 1), on: "2026-12-01"), then: .counted(counts: counts(2, 1))),
        .given(.uncounted, when: count(counts(0, 0), on: "2026-12-20")),
        // Said as complete, then somebody more turns out to be due: said again before the due day.
        .given(
            .counted(counts(2, 2), missingTold: false),
            when: count(counts(3, 2), on: "2026-12-10"),
            then: .counted(counts: counts(3, 2)),
            .told(counts: counts(3, 2))
        ),
        .given(
            .counted(counts(3, 2), missingTold: false, isTold: true),
            when: count(counts(4, 2), on: "2026-12-11"),
            then: .counted(counts: counts(4, 2)),
            .told(counts: counts(4, 2))
        ),
        // More are missing than were told.
        .given(
            .counted(counts(2, 1), missingTold: true),
            when: count(counts(3, 1), on: "2027-02-01"),
            then: .counted(counts: counts(3, 1)),
            .told(counts: counts(3, 1)),
            .foundMissing(count: 2, dueOn: Sample.day("2026-12-14"))
        ),
        // The last one missing turned out not to be due.
        .given(
            .counted(counts(2, 1), missingTold: true),
            when: count(counts(1, 1), on: "2027-02-01"),
            then: .counted(counts: counts(1, 1)),
            .told(counts: counts(1, 1))
        ),
        .given(.counted(counts(2, 1), missingTold: false), when: count(counts(2, 1), on: "2026-12-14")),
        .given(
            .counted(counts(2, 1), missingTold: false),
            when: count(counts(2, 1), on: "2026-12-15"),
            then: .foundMissing(count: 1, dueOn: Sample.day("2026-12-14"))
        ),
        .given(.counted(counts(2, 1), missingTold: true), when: count(counts(2, 1), on: "2026-12-15")),
        .given(
            .counted(counts(2, 1), missingTold: true),
            when: count(counts(2, 2), on: "2026-12-16"),
            then: .counted(counts: counts(2, 2)),
            .told(counts: counts(2, 2))
        ),
    ]

    @Test("is decided as the table says", arguments: table)
    func decides(row: Decision<AttestedMonth>) { row.verify() }
}
