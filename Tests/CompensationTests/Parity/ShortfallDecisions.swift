import CompensationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A shortfall")
struct ShortfallDecisions {
    typealias Table = Decision<Shortfall>

    static let finding = Shortfall.Finding(
        appointment: Sample.id(90),
        person: Sample.zhao,
        employer: Sample.employer,
        source: .benchmark,
        since: Sample.day("2026-11-01"),
        dueOn: Sample.day("2026-11-27"),
        required: "ZG-2"
    )
    static let (due, after) = (Sample.day("2026-11-27"), Sample.day("2026-11-28"))
    static let open = Shortfall.open(finding)
    static let overdue = Shortfall.overdue(finding, since: after)
    static let settled = Shortfall.settled(finding, on: after, overdueSince: nil)

    static let extent = Shortfall.Extent(
        since: Sample.day("2026-11-05"),
        through: Sample.day("2026-11-20"),
        against: Sample.id(91),
        required: "ZG-1"
    )
    static let same = Shortfall.Extent(since: finding.since, through: nil, against: nil, required: "ZG-2")

    static let table: [Table] = [
        .given(.none, when: .measure(extent)), .given(settled, when: .measure(extent)),
        .given(open, when: .measure(extent), then: .measured(extent: extent)), .given(open, when: .measure(same)),
        .given(overdue, when: .measure(extent), then: .measured(extent: extent)),
        .given(.none, when: .open(finding), then: .opened(finding: finding)),
        .given(.none, when: .pass(on: after)), .given(.none, when: .settle(on: due, how: nil), refused: .notFound),
        .given(open, when: .open(finding)), .given(open, when: .pass(on: due)),
        .given(open, when: .pass(on: after), then: .fellOverdue(on: after)),
        .given(open, when: .settle(on: due, how: "补发"), then: .settled(on: due, how: "补发")),
        .given(overdue, when: .open(finding)), .given(overdue, when: .pass(on: .latest)),
        .given(overdue, when: .settle(on: after, how: nil), then: .settled(on: after, how: nil)),
        .given(settled, when: .open(finding)), .given(settled, when: .pass(on: .latest)),
        .given(settled, when: .settle(on: after, how: nil), refused: .alreadySettled),
    ]

    @Test("goes by decisions", arguments: table)
    func decides(_ row: Table) { row.verify() }

    @Test("The table has every case of state and command")
    func isComplete() { #expect(Set(Self.table.map(\.cell)).count == 16) }
}
