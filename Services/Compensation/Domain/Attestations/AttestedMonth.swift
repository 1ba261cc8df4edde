import Foundation
import Kernel

/// One month of one enterprise: how many persons were due, and what was attested of them.
package enum AttestedMonth: Decider, Hashable, Codable {
    /// Nothing was counted. Can become `counted`.
    case uncounted
    /// As it was counted last; `missingTold` once the due day passed with a gap, `isTold` once its counts were said; nil in what
    /// was counted before that was kept. Stays so.
    case counted(Counts, missingTold: Bool, isTold: Bool? = nil)

    package static let initial = AttestedMonth.uncounted

    /// How many persons of a month there are of each kind.
    package struct Counts: Hashable, Codable, Sendable {
        /// Persons for whom the month was due.
        package let due: Int
        package let met: Int
        package let notMet: Int
        package let notDue: Int

        /// Counts of a month.
        package init(due: Int, met: Int, notMet: Int, notDue: Int) {
            self.due = due
            self.met = met
            self.notMet = notMet
            self.notDue = notDue
        }

        /// Persons of whom nothing was said.
        package var missing: Int { max(0, due - met - notMet - notDue) }
    }

    /// What can be asked of a month.
    package enum Command: Hashable, Sendable {
        /// Count it, on a day; `dueOn` is the last day on which it was to be attested.
        case count(Counts, today: LocalDate, dueOn: LocalDate)
    }

    /// What can have happened to a month.
    package enum Event: Hashable, Codable, Sendable {
        case counted(counts: Counts)
        /// The counts are said: everybody is attested, the due day is over, or others were said before.
        case told(counts: Counts)
        /// The due day is over and persons are missing; said once a month, and again where more are.
        case foundMissing(count: Int, dueOn: LocalDate)
    }

    package func decide(_ command: Command) -> [Event] {
        guard case .count(let counts, let today, let dueOn) = command else { return [] }
        // A month in which nobody turned out to be due is nothing to say.
        guard self.counts != nil || counts.due > 0 else { return [] }
        var events: [Event] = []
        if self.counts != counts {
            events.append(.counted(counts: counts))
            if counts.missing == 0 || today > dueOn || isTold { events.append(.told(counts: counts)) }
        }
        let isMore = counts.missing > (self.counts?.missing ?? 0)
        if counts.missing > 0, today > dueOn, !isMissingTold || isMore {
            events.append(.foundMissing(count: counts.missing, dueOn: dueOn))
        }
        return events
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .counted(let counts): self = .counted(counts, missingTold: isMissingTold, isTold: isTold)
        case .told(let counts): self = .counted(counts, missingTold: isMissingTold, isTold: true)
        case .foundMissing:
            guard let counts else { return }
            self = .counted(counts, missingTold: true, isTold: isTold)
        }
    }

    /// The counts, nil before the first.
    package var counts: Counts? {
        guard case .counted(let counts, _, _) = self else { return nil }
        return counts
    }

    /// Whether it was said that attestations are missing.
    package var isMissingTold: Bool {
        guard case .counted(_, let told, _) = self else { return false }
        return told
    }

    /// Whether counts of it were said; what was counted before that was kept was said where everybody was attested.
    package var isTold: Bool {
        guard case .counted(let counts, let missingTold, let isTold) = self else { return false }
        return isTold ?? (counts.missing == 0 || missingTold)
    }
}
