import Foundation
import Kernel

/// By which working day the office has to act; counted as periods of law are, the first day not included.
package struct ObjectionDeadlines: Sendable {
    private let policy: ObjectionPolicy
    private let calendar: WorkingCalendar

    /// The deadlines of a policy by a calendar.
    package init(_ policy: ObjectionPolicy, by calendar: WorkingCalendar) {
        self.policy = policy
        self.calendar = calendar
    }

    /// The day by which a lead received then is found concrete or left.
    package func screening(of receivedAt: Date) -> LocalDate {
        day(policy.screeningDays, after: LocalDate(in: receivedAt))
    }

    /// The day by which an objection is decided whose examination began then.
    package func decision(since start: Date) -> LocalDate { day(policy.handlingDays, after: LocalDate(in: start)) }

    /// The day to which one to be decided by `day` is extended.
    package func extended(_ decideBy: LocalDate) -> LocalDate { day(policy.extensionDays, after: decideBy) }

    /// The day of an objection reckoned again, nil where none runs.
    package func again(_ objection: Objection) -> LocalDate? {
        switch objection {
        case .unreceived, .closed: return nil
        case .received(let complaint, _): return screening(of: complaint.receivedAt)
        case .examining(let complaint, let examination):
            // One that was examined at once runs from its receipt, a lead from the day it was found concrete.
            let start = examination.finding == nil ? complaint.receivedAt : examination.since
            let decideBy = decision(since: start)
            return examination.extendedBecause == nil ? decideBy : extended(decideBy)
        }
    }

    private func day(_ count: Int, after first: LocalDate) -> LocalDate {
        calendar.lastDay(published: first, workingDays: count).lastDay
    }
}
