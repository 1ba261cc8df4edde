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
            .given(
                open(1, 5),
                when: take(1, 101...200),
                then: .passedOver(.init(first: 6, last: 100), series: series),
                taken(.init(first: 101, last: 101)),
                note: "passes over what lies below the range"
            ),
            .given(open(1, 0), when: take(1, 101...200), then: taken(.init(first: 101, last: 101))),
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

@Suite("The running numbers of a series, whatever happens to it")
struct RunningNumbersAtRandom {
    /// A generator whose numbers are the same each time.
    private struct Repeatable: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test("are nobody's twice, and every one up to the last is somebody's", arguments: 1...40)
    func nobodyTwice(seed: Int) throws {
        var chance = Repeatable(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
        let series = NumberSeries(agency: try AgencyCode(Samples.agencyCode), year: 2026, level: "T")
        var (book, owners, own) = (RunningNumbers.initial, [Int: Int](), Set<Int>())
        for step in 0..<120 {
            if Int.random(in: 0..<3, using: &chance) == 0 {
                let serials = Set((0..<3).map { _ in Int.random(in: 1...300, using: &chance) }).filter {
                    owners[$0] == nil
                }
                _ = try book.handle(.enter(Array(serials), of: series, from: .historic))
                for serial in serials { owners[serial] = -step }
                continue
            }
            let last = if case .open(_, _, let last) = book { last } else { 0 }
            let occupied = Set(owners.keys.filter { $0 > last })
            let count = Int.random(in: 0...6, using: &chance)
            do throws(NumberRejection) {
                let events = try book.handle(
                    .take(count, of: series, in: 1...300, except: occupied, for: Samples.uuid(step), isReserved: false)
                )
                for case .taken(let runs, _, _, _) in events {
                    let taken = SerialRun.serials(runs)
                    #expect(taken.count == count && taken.allSatisfy { owners[$0] == nil && $0 > last })
                    for serial in taken { owners[serial] = step }
                    own.formUnion(taken)
                }
            } catch {
                #expect(error == .exhausted(series))
                #expect((last + 1...301).count { $0 <= 300 && owners[$0] == nil } < count)
            }
        }
        guard case .open(_, let first, let last) = book, let highest = own.max() else { return }
        #expect(last == highest && first == own.min())
        #expect((first...last).allSatisfy { owners[$0] != nil })
    }
}
