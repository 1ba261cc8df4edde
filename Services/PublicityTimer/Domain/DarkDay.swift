import Foundation
import Kernel

/// A working day of a period on which the list could be seen nowhere, and what a named officer decided about it.
package enum DarkDay: Decider, Hashable, Codable {
    /// Nothing is known of it. Can become `flagged`.
    case unflagged
    /// Nobody has decided yet; the end stays as it is. Can become `decided`.
    ///
    /// Where it `holds`, nothing completes over it until somebody has decided; nil in what was flagged before.
    case flagged(notice: UUID, date: LocalDate, holds: Bool?)
    /// Decided. Stays so.
    case decided(notice: UUID, date: LocalDate, Decision)

    package static let initial = DarkDay.unflagged

    /// What an officer of the filing authority decided.
    package struct Decision: Hashable, Codable, Sendable {
        /// Whether the period has one more working day.
        package let extends: Bool
        package let officer: String
        package let reason: String
        package let at: Date

        /// A decision and who answers for it.
        package init(extends: Bool, officer: String, reason: String, at: Date) {
            self.extends = extends
            self.officer = officer
            self.reason = reason
            self.at = at
        }
    }

    /// What can be asked of it.
    package enum Command: Hashable, Sendable {
        case flag(notice: UUID, date: LocalDate, holds: Bool = false)
        case decide(Decision)
    }

    /// What can have happened to it.
    package enum Event: Hashable, Codable, Sendable {
        case flagged(notice: UUID, date: LocalDate, holds: Bool?)
        case decided(decision: Decision)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        case notFlagged
        case alreadyDecided

        package var code: String {
            switch self {
            case .notFlagged: "publicity-timer.dark-day-not-flagged"
            case .alreadyDecided: "publicity-timer.dark-day-already-decided"
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unflagged, .flag(let notice, let date, let holds)):
            return [.flagged(notice: notice, date: date, holds: holds)]
        case (.flagged, .flag), (.decided, .flag): return []  // found again
        case (.unflagged, .decide): throw .notFlagged
        case (.flagged, .decide(let decision)): return [.decided(decision: decision)]
        case (.decided, .decide): throw .alreadyDecided
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.unflagged, .flagged(let notice, let date, let holds)):
            self = .flagged(notice: notice, date: date, holds: holds)
        case (.flagged(let notice, let date, _), .decided(let decision)):
            self = .decided(notice: notice, date: date, decision)
        case (.unflagged, _), (.flagged, _), (.decided, _): break
        }
    }
}

extension DarkDay {
    /// What was decided, nil while nothing is.
    package var decision: Decision? {
        guard case .decided(_, _, let decision) = self else { return nil }
        return decision
    }

    /// The day, nil before it was flagged.
    package var date: LocalDate? {
        switch self {
        case .unflagged: nil
        case .flagged(_, let date, _), .decided(_, let date, _): date
        }
    }

    /// Whose day, nil before it was flagged.
    package var notice: UUID? {
        switch self {
        case .unflagged: nil
        case .flagged(let notice, _, _), .decided(let notice, _, _): notice
        }
    }

    /// Whether nothing completes over it until somebody has decided.
    package var holds: Bool {
        guard case .flagged(_, _, let holds) = self else { return false }
        return holds ?? false
    }
}

extension Notice {
    /// Whether somebody can still look at it: it runs, or a name has a period of its own that does.
    package var isOnShow: Bool {
        switch self {
        case .unopened, .withdrawn: false
        case .running: true
        case .completed(let display, _): display.names.contains(where: \.isContinuing)
        }
    }

    /// Whether a working day of it, or of one of its names, is counted on this day.
    package func counts(_ day: LocalDate) -> Bool {
        guard let display else { return false }
        let periods = [display.posting.period] + display.names.filter { !$0.standing.hasLeft }.compactMap(\.ownPeriod)
        return periods.contains { $0.days.contains { $0.date == day && ($0.number != nil || $0.isKept) } }
    }

    /// The command that adds one working day to each period that counts this day.
    package func extended(for day: LocalDate, with calendar: WorkingCalendar) -> Command? {
        guard let display else { return nil }
        func more(_ period: PublicityPeriod) -> PublicityPeriod {
            period.days.contains { $0.date == day && ($0.number != nil || $0.isKept) }
                ? period.extended(by: 1, with: calendar) : period
        }
        let own = display.names.compactMap { name in name.ownPeriod.map { (name.person, more($0)) } }
        return .move(more(display.posting.period), names: Dictionary(own) { $1 }, because: .extended)
    }
}
