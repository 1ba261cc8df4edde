import Foundation
import Kernel

/// What follows for the shortfalls of an appointment when its days from one on were measured again.
package enum GapReckoning {
    /// A shortfall that is not settled.
    package struct Running: Hashable, Sendable {
        package let id: UUID
        package let gap: Parity.Gap

        /// One that runs.
        package init(id: UUID, gap: Parity.Gap) {
            self.id = id
            self.gap = gap
        }
    }

    /// What is to be done.
    package enum Step: Hashable, Sendable {
        case open(Parity.Gap)
        case measure(UUID, Parity.Gap)
        /// No day of it is short after all.
        case settle(UUID)
    }

    /// The steps.
    ///
    /// Days before `since` stay as the running shortfalls have them; what the enterprise has made good against a benchmark as
    /// high is not found twice; days in a row are one shortfall, which keeps its day to be corrected by.
    package static func steps(
        found: [Parity.Gap],
        since: LocalDate,
        running: [Running],
        madeGood: [Parity.Gap]
    ) -> [Step] {
        let owed = found.flatMap { gap in gap.without(madeGood.filter { $0.minimum >= gap.minimum }) }
        var left = running.sorted { ($0.gap.from, $0.id.uuidString) < ($1.gap.from, $1.id.uuidString) }
        var steps: [Step] = []
        for gap in Parity.Gap.merged(left.compactMap { $0.gap.before(since) } + owed) {
            guard let index = left.firstIndex(where: { $0.gap.overlaps(gap) }) else {
                steps.append(.open(gap))
                continue
            }
            let one = left.remove(at: index)
            if one.gap.extent != gap.extent { steps.append(.measure(one.id, gap)) }
        }
        return steps + left.map { .settle($0.id) }
    }
}
