import Kernel

/// A rule set as it was loaded: once, and for good.
package enum RuleSetRecord: Decider, Codable, Hashable {
    /// Can transition to: loaded.
    case absent
    /// Final: what rounds were judged by stays.
    case loaded(reference: RuleSetReference, document: RuleSet.PolicyDocument, by: String, on: LocalDate)

    /// What it can be asked to do.
    package enum Command: Sendable {
        case load(RuleSetReference, RuleSet.PolicyDocument, by: String, on: LocalDate)
    }

    /// What can have happened to it.
    package enum Event: Codable, Hashable, Sendable {
        case loaded(reference: RuleSetReference, document: RuleSet.PolicyDocument, by: String, on: LocalDate)
    }

    package static var initial: RuleSetRecord { .absent }

    package func decide(_ command: Command) -> [Event] {
        switch (self, command) {
        case (.absent, .load(let reference, let document, let account, let day)):
            [.loaded(reference: reference, document: document, by: account, on: day)]
        case (.loaded, .load): []
        }
    }

    package mutating func apply(_ event: Event) {
        guard case .absent = self else { return }
        switch event {
        case .loaded(let reference, let document, let account, let day):
            self = .loaded(reference: reference, document: document, by: account, on: day)
        }
    }
}
