import CompensationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("What follows from measuring again")
struct GapReckoningTests {
    private static func gap(_ from: Int, _ through: Int?, _ minimum: Int64 = 100) -> Parity.Gap {
        Parity.Gap(
            from: LocalDate(dayNumber: from),
            through: through.map(LocalDate.init(dayNumber:)) ?? .latest,
            against: Sample.id(Int(minimum)),
            minimum: Money(fen: minimum),
            required: "B"
        )
    }

    @Test("keeps earlier days, finds nothing twice, and makes days in a row one")
    func steps() {
        func steps(
            _ found: [Parity.Gap],
            since: Int,
            running: [Parity.Gap] = [],
            madeGood: [Parity.Gap] = []
        ) -> [GapReckoning.Step] {
            GapReckoning.steps(
                found: found,
                since: LocalDate(dayNumber: since),
                running: running.enumerated().map { .init(id: Sample.id($0.offset), gap: $0.element) },
                madeGood: madeGood
            )
        }
        #expect(steps([], since: 10) == [])
        #expect(steps([Self.gap(10, nil)], since: 10) == [.open(Self.gap(10, nil))])
        #expect(steps([Self.gap(10, nil)], since: 10, running: [Self.gap(5, nil)]) == [])
        #expect(
            steps([], since: 10, running: [Self.gap(5, nil)]) == [.measure(Sample.id(0), Self.gap(5, 9))]
        )
        #expect(steps([], since: 5, running: [Self.gap(5, nil)]) == [.settle(Sample.id(0))])
        #expect(steps([Self.gap(10, 20)], since: 1, madeGood: [Self.gap(10, 20)]) == [])
        #expect(
            steps([Self.gap(10, 20, 200)], since: 1, madeGood: [Self.gap(10, 20)]) == [.open(Self.gap(10, 20, 200))]
        )
        #expect(
            steps([Self.gap(10, nil)], since: 1, madeGood: [Self.gap(12, 14)])
                == [.open(Self.gap(10, 11)), .open(Self.gap(15, nil))]
        )
        #expect(
            steps([Self.gap(10, nil, 200)], since: 10, running: [Self.gap(5, nil)])
                == [.measure(Sample.id(0), Self.gap(5, nil, 200))]
        )
        #expect(
            steps([Self.gap(1, nil)], since: 1, running: [Self.gap(1, 4), Self.gap(8, nil)])
                == [.measure(Sample.id(0), Self.gap(1, nil)), .settle(Sample.id(1))]
        )
    }
}
