import Kernel

/// Why an application, or the end of applications, does not fit the days the plan promised the employees.
package enum WindowRejection: Kernel.Rejection, Hashable {
    /// Applications are taken from that day on.
    case notYet(from: LocalDate)
    /// They were taken through that day.
    case over(through: LocalDate)
    /// They are still taken; nobody is shut out before the day the plan named has passed.
    case stillOpen(through: LocalDate)

    package var code: String {
        switch self {
        case .notYet: "evaluation.window-not-yet"
        case .over: "evaluation.window-over"
        case .stillOpen: "evaluation.window-still-open"
        }
    }

    package var arguments: [String: String] {
        switch self {
        case .notYet(let day): ["from": day.chinese]
        case .over(let day), .stillOpen(let day): ["through": day.chinese]
        }
    }
}

extension PlanTerms {
    /// The days on which applications are taken; nil for a plan that sets none.
    ///
    /// - Parameter frozen: Days on which the filing kept rounds from going on; those that fell into the window are given back.
    /// - Returns: From the first through the last.
    package func applicationWindow(givingBack frozen: [PlanSchedule.Window]) -> PlanSchedule.Window? {
        schedule?.applications.givingBack(frozen)
    }

    /// Refuses an application on a day outside the plan's window; a plan without one takes them on any day.
    package func requireApplicationsOpen(
        on day: LocalDate,
        givingBack frozen: [PlanSchedule.Window] = []
    ) throws(WindowRejection) {
        guard let window = applicationWindow(givingBack: frozen) else { return }
        guard window.from <= day else { throw .notYet(from: window.from) }
        guard day <= window.through else { throw .over(through: window.through) }
    }

    /// Refuses to begin what could take no application any more.
    package func requireApplicationsToCome(
        on day: LocalDate,
        givingBack frozen: [PlanSchedule.Window] = []
    ) throws(WindowRejection) {
        guard let window = applicationWindow(givingBack: frozen), window.through < day else { return }
        throw .over(through: window.through)
    }

    /// Refuses to end applications before the last day of the plan's window has passed.
    package func requireApplicationsOver(
        on day: LocalDate,
        givingBack frozen: [PlanSchedule.Window] = []
    ) throws(WindowRejection) {
        guard let window = applicationWindow(givingBack: frozen), day <= window.through else { return }
        throw .stillOpen(through: window.through)
    }
}

extension PlanSchedule.Window {
    /// As many days after it as frozen ones fell into it, and into what was given back.
    package func givingBack(_ frozen: [PlanSchedule.Window]) -> PlanSchedule.Window {
        guard from <= through, !frozen.isEmpty else { return self }
        var (last, left) = (through, from.days(until: through) + 1)
        var day = from
        // Days beyond every frozen one need not be looked at one by one.
        let end = frozen.map(\.through).max() ?? through
        while left > 0, day <= end {
            if !frozen.contains(where: { $0.contains(day) }) { left -= 1 }
            last = day
            day = day.adding(days: 1)
        }
        if left > 0 { last = day.adding(days: left - 1) }
        return PlanSchedule.Window(from: from, through: max(last, through))
    }
}
