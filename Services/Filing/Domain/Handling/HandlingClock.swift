import Kernel

/// The clock of one case: it runs from the submission, stands still while corrections are due, and ends with the decision.
package struct HandlingClock: Hashable, Sendable, Codable {
    package let promise: HandlingPromise
    /// The day it was handed in, which does not count (民法典 201).
    package let receivedOn: LocalDate
    /// The day corrections were told; the clock stands still from its end.
    package internal(set) var toldOn: LocalDate?
    /// The day it was handed in again, which does not count either.
    package internal(set) var resumedOn: LocalDate?
    /// The day it was decided or taken back.
    package internal(set) var endedOn: LocalDate?

    /// A clock that starts.
    package init(
        promise: HandlingPromise,
        receivedOn: LocalDate,
        toldOn: LocalDate? = nil,
        resumedOn: LocalDate? = nil,
        endedOn: LocalDate? = nil
    ) {
        self.promise = promise
        self.receivedOn = receivedOn
        self.toldOn = toldOn
        self.resumedOn = resumedOn
        self.endedOn = endedOn
    }

    /// What the clock shows.
    package struct Reading: Hashable, Sendable {
        package enum Movement: String, Codable, Sendable {
            case running, stopped, ended
        }

        package let movement: Movement
        /// The day from which it moves so: received, told, handed in again, or ended.
        package let since: LocalDate
        /// Working days used so far.
        package let usedDays: Int
        /// Working days left; negative where the promise is broken.
        package let leftDays: Int
        /// The last day of the promise.
        ///
        /// While the clock stands still: what it would be if the filing came back today.
        package let dueOn: LocalDate
        /// Whether a calendar not yet published may move the due day.
        package let isProvisional: Bool
        /// Whether more days were used than promised.
        package let isOverdue: Bool
        /// Whether corrections were told later than promised.
        package let isToldLate: Bool
        /// By when corrections can be told; nil once they were, or once it was handed in again or ended.
        package let telling: Telling?
    }

    /// The smaller promise: to tell corrections.
    package struct Telling: Hashable, Sendable {
        package let dueOn: LocalDate
        /// Negative where the promise is broken.
        package let leftDays: Int
        package let isProvisional: Bool
        package let isOverdue: Bool
    }

    /// What the clock shows on a day.
    package func reading(on today: LocalDate, by calendar: WorkingCalendar) -> Reading {
        let stoppedAt = toldOn.map { min($0, endedOn ?? $0) }
        let usedBefore = stoppedAt.map { calendar.workingDays(after: receivedOn, through: $0) }
        let now = min(today, endedOn ?? today)
        let used =
            switch (usedBefore, resumedOn) {
            case (nil, _): calendar.workingDays(after: receivedOn, through: now)
            case (let before?, nil): before
            case (let before?, let resumed?): before + calendar.workingDays(after: resumed, through: now)
            }
        let (due, authority) = due(usedBefore: usedBefore, ifResumedOn: max(now, stoppedAt ?? now), by: calendar)
        let isStopped = toldOn != nil && resumedOn == nil
        return Reading(
            movement: endedOn != nil ? .ended : isStopped ? .stopped : .running,
            since: endedOn ?? resumedOn ?? toldOn ?? receivedOn,
            usedDays: used,
            leftDays: promise.decideDays - used,
            dueOn: due,
            isProvisional: authority == .provisional,
            isOverdue: used > promise.decideDays,
            isToldLate: (usedBefore ?? 0) > promise.tellDays && toldOn != nil,
            telling: toldOn == nil && endedOn == nil ? telling(on: now, by: calendar) : nil
        )
    }

    private func due(
        usedBefore: Int?,
        ifResumedOn today: LocalDate,
        by calendar: WorkingCalendar
    ) -> (LocalDate, WorkingCalendar.Authority) {
        guard let usedBefore, usedBefore <= promise.decideDays else {
            return calendar.lastDay(published: receivedOn, workingDays: promise.decideDays)
        }
        let again = resumedOn ?? today
        // Everything was used before it stood still: nothing is left from the day it comes back.
        guard usedBefore < promise.decideDays else { return (again, calendar.day(again).authority) }
        return calendar.lastDay(published: again, workingDays: promise.decideDays - usedBefore)
    }

    private func telling(on today: LocalDate, by calendar: WorkingCalendar) -> Telling {
        let (due, authority) = calendar.lastDay(published: receivedOn, workingDays: promise.tellDays)
        let left = promise.tellDays - calendar.workingDays(after: receivedOn, through: today)
        return Telling(dueOn: due, leftDays: left, isProvisional: authority == .provisional, isOverdue: left < 0)
    }
}
