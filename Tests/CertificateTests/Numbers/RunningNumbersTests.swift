import CertificateDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("The running numbers of a series")
struct RunningNumbersTests {
    private static func series() throws -> NumberSeries {
        NumberSeries(agency: try AgencyCode(Samples.agencyCode), year: 2026, level: "T")
    }

    static func table() throws -> [Decision<RunningNumbers>] {
        let (series, batch) = (try series(), Samples.uuid(30))
        func take(
            _ count: Int,
            _ range: ClosedRange<Int> = 1...999_999,
            except: Set<Int> = []
        ) -> RunningNumbers.Command {
            .take(count, of: series, in: range, except: except, for: batch, isReserved: false)
        }
        func taken(_ runs: SerialRun...) -> RunningNumbers.Event {
            .taken(runs, series: series, registration: batch, isReserved: false)
        }
        func open(_ first: Int, _ last: Int) -> RunningNumbers { .open(series: series, first: first, last: last) }
        return [
            .given(.unopened, when: take(0)),
            .given(.unopened, when: take(2), then: taken(.init(first: 1, last: 2))),
            .given(.unopened, when: take(2, 101...999_999), then: taken(.init(first: 101, last: 102))),
            Decision(.unopened, when: take(2, 101...200), .becomes(open(101, 102)), note: "of a range"),
            .given(.unopened, when: .void([1], because: .yearOver)),
            .given(
                .unopened,
                when: .enter([7], of: series, from: .historic),
                then: .entered([.init(first: 7, last: 7)], series: series, source: .historic)
            ),
            Decision(.unopened, when: .enter([7], of: series, from: .historic), .becomes(open(1, 0)), note: "opens it"),
            .given(open(1, 0), when: take(1, except: [1]), then: taken(.init(first: 2, last: 2))),
            Decision(
                open(1, 0),
                when: take(1, except: [1]),
                .becomes(open(2, 2)),
                note: "begins after what was entered"
            ),
            .given(open(1, 5), when: take(2), then: taken(.init(first: 6, last: 7))),
            .given(
                open(1, 5),
                when: take(3, except: [7, 9]),
                then: taken(.init(first: 6, last: 6), .init(first: 8, last: 8), .init(first: 10, last: 10)),
                note: "passes over what came from elsewhere"
            ),
            .given(open(1, 999_998), when: take(1), then: taken(.init(first: 999_999, last: 999_999))),
            .given(open(1, 999_998), when: take(2), refused: .exhausted(series)),
            .given(open(1, 999_999), when: take(1), refused: .exhausted(series)),
            .given(open(101, 110), when: take(91, 101...200), refused: .exhausted(series), note: "of the range"),
            .given(
                open(1, 5),
                when: .void([3, 4, 1], because: .takenOut),
                then: .voided([.init(first: 1, last: 1), .init(first: 3, last: 4)], series: series, reason: .takenOut)
            ),
            .given(open(1, 5), when: .void([], because: .takenOut)),
            .given(open(1, 5), when: .enter([], of: series, from: .province)),
        ]
    }

    @Test("answers every command", arguments: try table())
    func answers(_ row: Decision<RunningNumbers>) { row.verify() }

    @Test("are runs and back", arguments: [[], [1], [1, 2, 3], [9, 1, 2, 5, 4]])
    func runs(_ serials: [Int]) {
        #expect(SerialRun.serials(SerialRun.runs(serials)) == serials.sorted())
        #expect(SerialRun.runs(serials).map(\.count).reduce(0, +) == serials.count)
    }
}
