import Foundation
import Kernel

/// One version of the working-day calendar, as it came into use here.
package enum CalendarEdition: Decider, Hashable, Codable {
    /// Not in use yet. Can become `published`.
    case unpublished
    /// In use, with the days its documents name. Stays so: a change is another version.
    case published(name: String, days: [ScheduledDay])

    package static let initial = CalendarEdition.unpublished

    /// What can be asked of it.
    package enum Command: Hashable, Sendable {
        case publish(name: String, days: [ScheduledDay])
    }

    /// What can have happened to it.
    package enum Event: Hashable, Codable, Sendable {
        case published(name: String, days: [ScheduledDay])
    }

    package func decide(_ command: Command) -> [Event] {
        switch (self, command) {
        case (.unpublished, .publish(let name, let days)): [.published(name: name, days: days)]
        case (.published, .publish): []
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .published(let name, let days): self = .published(name: name, days: days)
        }
    }
}
