import Foundation
import Kernel

/// One version of the working-day calendar, as it came into use here.
package enum CalendarEdition: Decider, Hashable, Codable {
    /// Not in use yet. Can become `published`.
    case unpublished
    /// In use, with the documents it is made of. Stays so: a change is another version.
    case published(name: String, documents: [CalendarDocument])

    package static let initial = CalendarEdition.unpublished

    /// What can be asked of it.
    package enum Command: Hashable, Sendable {
        case publish(name: String, documents: [CalendarDocument])
    }

    /// What can have happened to it.
    package enum Event: Hashable, Codable, Sendable {
        case published(name: String, documents: [CalendarDocument])
    }

    package func decide(_ command: Command) -> [Event] {
        switch (self, command) {
        case (.unpublished, .publish(let name, let documents)): [.published(name: name, documents: documents)]
        case (.published, .publish): []
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .published(let name, let documents): self = .published(name: name, documents: documents)
        }
    }
}
