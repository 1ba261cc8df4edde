import Foundation
import Kernel

/// The running numbers of one series: what was taken of them for whom, what came to nothing, and what came from elsewhere.
///
/// Whoever takes, voids or enters numbers holds the series locked, so no number is there twice.
package enum RunningNumbers: Decider, Hashable, Codable {
    /// Before its first number. → open
    case unopened
    /// Its own numbers begin with `first`; `last` is the highest taken, one less than `first` before there was any.
    case open(series: NumberSeries, first: Int, last: Int)

    package enum Command: Hashable, Sendable {
        /// The next `count` numbers of `range` that nobody has: `occupied` came from elsewhere.
        case take(Int, of: NumberSeries, in: ClosedRange<Int>, except: Set<Int>, for: UUID, isReserved: Bool)
        /// Numbers that were taken come to nothing and are never given again.
        case void([Int], because: VoidReason)
        /// Numbers given elsewhere are entered.
        case enter([Int], of: NumberSeries, from: NumberSource)
    }

    package enum Event: Hashable, Sendable, Codable {
        /// Running numbers below the range numbers are taken from now; nobody gets them here.
        case passedOver(SerialRun, series: NumberSeries)
        case taken([SerialRun], series: NumberSeries, registration: UUID, isReserved: Bool)
        case voided([SerialRun], series: NumberSeries, reason: VoidReason)
        case entered([SerialRun], series: NumberSeries, source: NumberSource)
    }

    package typealias Rejection = NumberRejection

    package static var initial: RunningNumbers { .unopened }

    package func decide(_ command: Command) throws(NumberRejection) -> [Event] {
        switch (self, command) {
        case (_, .take(let count, let series, let range, let occupied, let registration, let isReserved)):
            guard count > 0 else { return [] }
            let taken = next(count, range, occupied)
            guard taken.count == count else { throw .exhausted(series) }
            let skipped: [Event] = passedOver(range).map { [.passedOver($0, series: series)] } ?? []
            return skipped + [
                .taken(SerialRun.runs(taken), series: series, registration: registration, isReserved: isReserved)
            ]
        case (.open(let series, _, _), .void(let serials, let reason)) where !serials.isEmpty:
            return [.voided(SerialRun.runs(serials), series: series, reason: reason)]
        case (_, .enter(let serials, let series, let source)) where !serials.isEmpty:
            return [.entered(SerialRun.runs(serials), series: series, source: source)]
        case (_, .void), (_, .enter): return []
        }
    }

    /// The running numbers after the last taken that lie below the range; nil where there are none.
    private func passedOver(_ range: ClosedRange<Int>) -> SerialRun? {
        guard case .open(_, let first, let last) = self, last >= first, range.lowerBound > last + 1 else { return nil }
        return SerialRun(first: last + 1, last: range.lowerBound - 1)
    }

    private func next(_ count: Int, _ range: ClosedRange<Int>, _ occupied: Set<Int>) -> [Int] {
        let last = if case .open(_, _, let last) = self { last } else { 0 }
        var (taken, serial): ([Int], Int) = ([], max(last + 1, range.lowerBound))
        while taken.count < count, serial <= range.upperBound {
            if !occupied.contains(serial) { taken.append(serial) }
            serial += 1
        }
        return taken
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.unopened, .taken(let runs, let series, _, _)):
            guard let first = runs.first?.first, let last = runs.last?.last else { return }
            self = .open(series: series, first: first, last: last)
        case (.open(let series, let first, let last), .taken(let runs, _, _, _)):
            // What was entered before the first was taken is none of its own.
            let begin = last < first ? runs.first?.first ?? first : first
            self = .open(series: series, first: begin, last: runs.last?.last ?? last)
        case (.unopened, .entered(_, let series, _)):
            self = .open(series: series, first: 1, last: 0)
        case (.open, .entered), (_, .voided), (_, .passedOver): break
        }
    }
}
