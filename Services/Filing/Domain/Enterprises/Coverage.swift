import Foundation
import Kernel

/// What a special-grade filing says it covers, beside its papers.
package enum Coverage: Decider, Hashable, Codable {
    /// Nothing is said: the enterprise as a whole.
    case whole
    /// Some parts of it.
    case parts(CoveredUnits)

    package enum Command: Hashable, Sendable {
        /// Nil for the enterprise as a whole.
        case name(CoveredUnits?, of: UUID, on: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case named(parts: CoveredUnits, filing: UUID, on: LocalDate)
        case namedWhole(filing: UUID, on: LocalDate)
    }

    package static let initial = Coverage.whole

    package func decide(_ command: Command) throws(Never) -> [Event] {
        switch (self, command) {
        case (.whole, .name(nil, _, _)): []
        case (.parts, .name(nil, let filing, let day)): [.namedWhole(filing: filing, on: day)]
        case (.whole, .name(let parts?, let filing, let day)): [.named(parts: parts, filing: filing, on: day)]
        case (.parts(let old), .name(let parts?, let filing, let day)):
            old == parts ? [] : [.named(parts: parts, filing: filing, on: day)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .named(let parts, _, _): self = .parts(parts)
        case .namedWhole: self = .whole
        }
    }

    /// The parts, nil for the enterprise as a whole.
    package var parts: CoveredUnits? {
        guard case .parts(let parts) = self else { return nil }
        return parts
    }
}
