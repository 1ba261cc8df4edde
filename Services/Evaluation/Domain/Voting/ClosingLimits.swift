import Foundation
import Kernel

/// Until when a vote can be open: what the plan says of it, and what holds where all of that has passed.
package struct ClosingLimits: Hashable, Sendable {
    /// The instant the plan's voting rule names.
    package let closesAt: Date?
    /// The end of the plan's days of voting.
    package let lastDay: Date?

    /// What a plan says, later by the days on which the filing kept the round from going on.
    ///
    /// - Parameters:
    ///   - closesAt: The instant the voting rule names.
    ///   - days: The plan's days of voting.
    ///   - prepared: The day the vote was prepared: frozen days count from then on where the plan sets no days of voting.
    ///   - frozen: Days on which the filing kept rounds from going on.
    package init(
        closesAt: Date?,
        days: PlanSchedule.Window?,
        since prepared: LocalDate? = nil,
        givingBack frozen: [PlanSchedule.Window]
    ) {
        self.closesAt = closesAt.map { instant in
            // The end of a day is of that day.
            let last = LocalDate(in: instant.addingTimeInterval(-1))
            let first = min(days?.from ?? prepared ?? last, last)
            let later = PlanSchedule.Window(from: first, through: last).givingBack(frozen).through
            return instant.addingTimeInterval(TimeInterval(last.days(until: later)) * 24 * 3600)
        }
        lastDay = days?.givingBack(frozen).through.end
    }

    /// The latest somebody can ask for; nil where the plan sets nothing.
    ///
    /// Where all that it sets has passed, as in a repeated vote, the end of the day.
    package func latest(at now: Date) -> Date? {
        let set = [closesAt, lastDay].compactMap(\.self)
        guard !set.isEmpty else { return nil }
        return set.first { $0 > now } ?? Self.endOfDay(after: now)
    }

    /// When a vote closes that nobody asks anything of: at the plan's instant while that is to come, else at the end of the day.
    package func usual(at now: Date) -> Date {
        if let closesAt, closesAt > now { return closesAt }
        return Self.endOfDay(after: now)
    }

    /// 24:00 of the day, or of the next where less than an hour is left.
    package static func endOfDay(after now: Date) -> Date { LocalDate(in: now.addingTimeInterval(3600)).end }
}
