import CompensationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@testable import CompensationService

@Suite("An inspection")
struct InspectionDecisions {
    typealias Table = Decision<Inspection>

    static let opening = Inspection.Opening(
        employer: Sample.employer,
        month: Month(of: Sample.day("2026-11-01")),
        occasion: "年度检查计划",
        inspectors: ["孙检查", "李检查"],
        by: "officer",
        on: Sample.day("2026-12-20")
    )
    static let (one, two) = (subject(90), subject(91))
    static let commitment = Inspection.Commitment(digest: "d", sealedSeed: Data([1]), pool: [one, two], count: 1)
    static let draw = Inspection.Draw(
        seed: "s",
        word: "滨州",
        witness: "王见证",
        order: [two.appointment, one.appointment],
        by: "officer",
        on: Sample.day("2026-12-21")
    )
    static let seen = finding(.seen, note: nil)
    static let notMet = finding(.notMet, note: "档次不符")
    static let corrected = finding(.notMet, note: "档次不符", correction: "看错行")

    static func subject(_ appointment: Int) -> Inspection.Subject {
        Inspection.Subject(appointment: Sample.id(appointment), person: Sample.zhao, since: Sample.day("2026-11-01"))
    }

    static func finding(
        _ outcome: Inspection.Finding.Outcome,
        note: String?,
        correction: String? = nil
    ) -> Inspection.Finding {
        Inspection.Finding(
            outcome: outcome,
            note: note,
            correction: correction,
            by: "officer",
            on: Sample.day("2026-12-22")
        )
    }

    static func running(_ finding: Inspection.Finding? = nil) -> Inspection {
        .running(opening, .drawn(commitment, draw), [Inspection.Examined(two, finding: finding)])
    }

    static let closed = Inspection.closed(
        opening,
        .named(reason: "举报"),
        [Inspection.Examined(one, finding: notMet)],
        by: "officer",
        on: Sample.day("2026-12-22")
    )
    static let announce = Inspection.Command.announce(opening, commitment)
    static let name = Inspection.Command.name(opening, [one], reason: "举报")
    static let close = Inspection.Command.close(by: "officer", on: Sample.day("2026-12-22"))

    static let table: [Table] = [
        .given(.none, when: announce, then: .announced(opening: opening, commitment: commitment)),
        .given(.none, when: name, then: .named(opening: opening, subjects: [one], reason: "举报")),
        .given(.none, when: .draw(draw), refused: .notOpened),
        .given(.none, when: .record(seen, of: one.appointment), refused: .notOpened),
        .given(.none, when: close, refused: .notOpened),
        .given(.announced(opening, commitment), when: announce, refused: .alreadyOpened),
        .given(.announced(opening, commitment), when: name, refused: .alreadyOpened),
        .given(.announced(opening, commitment), when: .draw(draw), then: .drawn(draw: draw)),
        .given(.announced(opening, commitment), when: .record(seen, of: two.appointment), refused: .notDrawn),
        .given(.announced(opening, commitment), when: close, refused: .notDrawn),
        .given(running(), when: announce, refused: .alreadyOpened),
        .given(running(), when: name, refused: .alreadyOpened),
        .given(running(), when: .draw(draw), refused: .alreadyDrawn),
        .given(
            running(),
            when: .record(seen, of: two.appointment),
            then: .recorded(appointment: two.appointment, finding: seen)
        ),
        .given(running(), when: .record(seen, of: one.appointment), refused: .notInspected),
        .given(running(), when: close, refused: .stillToInspect(count: 1)),
        .given(running(seen), when: .record(seen, of: two.appointment)),
        .given(running(seen), when: .record(notMet, of: two.appointment), refused: .recordedOtherwise),
        .given(
            running(seen),
            when: .record(corrected, of: two.appointment),
            then: .recorded(appointment: two.appointment, finding: corrected)
        ),
        .given(running(seen), when: close, then: .closed(by: "officer", on: Sample.day("2026-12-22"))),
        .given(closed, when: announce, refused: .alreadyOpened),
        .given(closed, when: name, refused: .alreadyOpened),
        .given(closed, when: .draw(draw), refused: .alreadyClosed),
        .given(closed, when: .record(seen, of: one.appointment), refused: .alreadyClosed),
        .given(closed, when: close, refused: .alreadyClosed),
    ]

    @Test("is decided as the table says", arguments: table)
    func decides(row: Table) { row.verify() }

    @Test("inspects as many as were announced, from the front of the drawn order")
    func draws() {
        var inspection = Inspection.announced(Self.opening, Self.commitment)
        inspection.apply(.drawn(draw: Self.draw))
        #expect(inspection == Self.running())
        #expect(Self.closed.short == [Self.one])
        #expect(Self.running(Self.seen).short.isEmpty)
        #expect(Self.running(Self.finding(.notShown, note: "未带")).short == [Self.two])
    }
}
