import Foundation
import Kernel

/// The facts of a batch by their subjects.
struct Runs {
    /// What a batch holds of one subject.
    struct Run {
        let key: Position.Key
        /// The number of the fact that arrived first, and of the one that arrived last.
        let first: Int
        private(set) var last: Int
        /// Whether each number follows the one before, as it is when nothing went wrong.
        private(set) var isDense = true

        fileprivate init(_ envelope: Envelope) {
            key = Position.Key(envelope)
            first = envelope.sequence
            last = envelope.sequence
        }

        fileprivate mutating func append(_ sequence: Int) {
            isDense = isDense && sequence == last + 1
            last = sequence
        }
    }

    /// In the order of their keys, each once.
    private(set) var all: [Run] = []
    /// For each fact the place of its run in `all`.
    private(set) var ofFact: [Int]

    init(of facts: [Readable]) {
        ofFact = Array(repeating: 0, count: facts.count)
        let sources = Set(facts.map(\.envelope.source)).sorted()
        // Numbers instead of keys: comparing those is most of what sorting costs.
        let order = facts.enumerated().map { index, fact in
            let (high, low) = fact.envelope.subject.halves
            let source = sources.count == 1 ? 0 : sources.firstIndex(of: fact.envelope.source) ?? 0
            return Place(source: source, high: high, low: low, index: index)
        }.sorted()
        var last: Place?
        for place in order {
            let envelope = facts[place.index].envelope
            if let last, last.isSameSubject(as: place) {
                all[all.count - 1].append(envelope.sequence)
            } else {
                all.append(Run(envelope))
            }
            ofFact[place.index] = all.count - 1
            last = place
        }
    }

    /// Facts that are not of the batch by the runs they may follow, and there by their numbers.
    func byRun(_ others: [Readable]) -> [Int: [Int: Readable]] {
        guard !others.isEmpty else { return [:] }
        let places = Dictionary(zip(all.map(\.key), 0...)) { first, _ in first }
        var byRun: [Int: [Int: Readable]] = [:]
        for other in others {
            guard let place = places[Position.Key(other.envelope)] else { continue }
            byRun[place, default: [:]][other.envelope.sequence] = other
        }
        return byRun
    }

    /// Where a fact stands among those sorted by subject: those of one subject as they arrived.
    private struct Place: Comparable {
        let source: Int
        let high: UInt64
        let low: UInt64
        let index: Int

        func isSameSubject(as other: Place) -> Bool {
            high == other.high && low == other.low && source == other.source
        }

        static func < (left: Place, right: Place) -> Bool {
            if left.source != right.source { return left.source < right.source }
            if left.high != right.high { return left.high < right.high }
            return left.low != right.low ? left.low < right.low : left.index < right.index
        }
    }
}
