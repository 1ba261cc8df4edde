import Foundation
import Kernel

/// A reminder to an enterprise that a certificate in force has no appointment yet; told once.
package enum AppointmentReminder: Decider, Hashable, Codable {
    /// Nothing was told. Can become `told`.
    case untold
    /// Stays so: what follows is the enterprise's to decide.
    case told(certificate: UUID, dueOn: LocalDate, on: LocalDate)

    package static let initial = AppointmentReminder.untold

    /// What can be asked of a reminder.
    package enum Command: Hashable, Sendable {
        /// A day has come; `dueOn` is the last of the working days after the issue.
        case pass(certificate: UUID, dueOn: LocalDate, today: LocalDate)
    }

    /// What can have happened to a reminder.
    package enum Event: Hashable, Codable, Sendable {
        case told(certificate: UUID, dueOn: LocalDate, on: LocalDate)
    }

    package func decide(_ command: Command) -> [Event] {
        switch (self, command) {
        case (.untold, .pass(let certificate, let dueOn, let today)):
            today > dueOn ? [.told(certificate: certificate, dueOn: dueOn, on: today)] : []
        case (.told, .pass): []
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .told(let certificate, let dueOn, let day): self = .told(certificate: certificate, dueOn: dueOn, on: day)
        }
    }
}
