import Foundation
import Kernel

/// A promise of the same pay that was found not to be kept, until it is (整改).
package enum Shortfall: Decider, Hashable, Codable {
    /// Can become `open`.
    case none
    /// To be corrected until the end of its due day. Can become `overdue` or `settled`.
    case open(Finding)
    /// The due day went by. Can become `settled`.
    case overdue(Finding, since: LocalDate)
    /// Corrected, on a day; with the day it fell overdue where it had, and how the enterprise made it good, nil where
    /// measuring again found nothing short. Stays so.
    case settled(Finding, on: LocalDate, overdueSince: LocalDate?, how: String? = nil)

    package static let initial = Shortfall.none

    /// How it was found.
    package enum Source: String, Codable, CaseIterable, Sendable {
        /// The band begins below the benchmark.
        case benchmark
        /// An inspector saw papers that do not show it, or saw none.
        case inspection
        /// An employee said that it is not so, and was right.
        case denial
    }

    /// What was found of an appointment.
    package struct Finding: Hashable, Codable, Sendable {
        package let appointment: UUID
        package let person: UUID
        package let employer: EnterpriseRef
        package let source: Source
        /// The first day it was so.
        package private(set) var since: LocalDate
        /// The last day it was so; nil while it goes on, and where only an earlier version knew.
        package private(set) var through: LocalDate?
        /// The last day to correct it.
        package let dueOn: LocalDate
        /// What it was measured against, a benchmark or an inspection; nil where there is no such thing.
        package private(set) var against: UUID?
        /// The code of the band that is paid at least; nil where it is not about bands.
        package private(set) var required: String?

        /// A finding; no amount is in it.
        package init(
            appointment: UUID,
            person: UUID,
            employer: EnterpriseRef,
            source: Source,
            since: LocalDate,
            dueOn: LocalDate,
            against: UUID? = nil,
            required: String? = nil,
            through: LocalDate? = nil
        ) {
            self.appointment = appointment
            self.person = person
            self.employer = employer
            self.source = source
            self.since = since
            self.dueOn = dueOn
            self.against = against
            self.required = required
            self.through = through
        }

        func with(_ extent: Extent) -> Finding {
            var finding = self
            finding.since = extent.since
            finding.through = extent.through
            finding.against = extent.against
            finding.required = extent.required
            return finding
        }
    }

    /// The days something is short, and of what.
    package struct Extent: Hashable, Codable, Sendable {
        package let since: LocalDate
        /// Nil while it goes on.
        package let through: LocalDate?
        package let against: UUID?
        package let required: String?

        /// Days of a shortfall.
        package init(since: LocalDate, through: LocalDate?, against: UUID?, required: String?) {
            self.since = since
            self.through = through
            self.against = against
            self.required = required
        }
    }

    /// What can be asked of a shortfall.
    package enum Command: Hashable, Sendable {
        case open(Finding)
        /// Measured again: other days are short than was found.
        case measure(Extent)
        /// A day has come.
        case pass(on: LocalDate)
        /// The promise is kept again; `how` is said by the enterprise, nil where it shows by itself.
        case settle(on: LocalDate, how: String?)
    }

    /// What can have happened to a shortfall.
    package enum Event: Hashable, Codable, Sendable {
        case opened(finding: Finding)
        case measured(extent: Extent)
        case fellOverdue(on: LocalDate)
        case settled(on: LocalDate, how: String?)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        case alreadySettled
        /// There is none.
        case notFound

        package var code: String {
            switch self {
            case .alreadySettled: "compensation.shortfall-settled"
            case .notFound: "compensation.no-shortfall"
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.none, .open(let finding)): return [.opened(finding: finding)]
        case (.open, .open), (.overdue, .open), (.settled, .open): return []  // found twice
        case (.open(let finding), .measure(let extent)), (.overdue(let finding, _), .measure(let extent)):
            return finding.with(extent) == finding ? [] : [.measured(extent: extent)]
        case (.none, .measure), (.settled, .measure): return []
        case (.open(let finding), .pass(let day)): return finding.dueOn < day ? [.fellOverdue(on: day)] : []
        case (.none, .pass), (.overdue, .pass), (.settled, .pass): return []
        case (.open, .settle(let day, let how)), (.overdue, .settle(let day, let how)):
            return [.settled(on: day, how: how)]
        case (.none, .settle): throw .notFound
        case (.settled, .settle): throw .alreadySettled
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.none, .opened(let finding)): self = .open(finding)
        case (.open(let finding), .fellOverdue(let day)): self = .overdue(finding, since: day)
        case (.open(let finding), .measured(let extent)): self = .open(finding.with(extent))
        case (.overdue(let finding, let since), .measured(let extent)):
            self = .overdue(finding.with(extent), since: since)
        case (.open(let finding), .settled(let day, let how)):
            self = .settled(finding, on: day, overdueSince: nil, how: how)
        case (.overdue(let finding, let since), .settled(let day, let how)):
            self = .settled(finding, on: day, overdueSince: since, how: how)
        case (.none, _), (.open, .opened), (.overdue, _), (.settled, _): break
        }
    }

    /// What was found, nil before it was.
    package var finding: Finding? {
        switch self {
        case .none: nil
        case .open(let finding), .overdue(let finding, _), .settled(let finding, _, _, _): finding
        }
    }

    /// How the enterprise made it good; nil where it did not, or nothing was short after all.
    package var madeGood: String? {
        guard case .settled(_, _, _, let how) = self else { return nil }
        return how
    }

    /// The name of a case, for look-up and views.
    package enum Stage: String, Codable, CaseIterable, Sendable {
        case open, overdue, settled
    }

    /// Which case it is.
    package var stage: Stage {
        switch self {
        case .none, .open: .open
        case .overdue: .overdue
        case .settled: .settled
        }
    }
}
