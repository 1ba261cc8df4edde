import Foundation
import Kernel

/// Somebody who may have been left out of a list, referred back by the office that handles objections; it holds nobody.
package enum Omission: Decider, Codable, Hashable {
    /// Can transition to: open.
    case absent
    /// The panel and HR look into it. Can transition to: closed.
    case open(referral: Referral)
    /// The name was added, or it was answered why not. Final.
    case closed(referral: Referral, answer: Answer)

    /// What was referred.
    package struct Referral: Codable, Hashable, Sendable {
        package let list: UUID
        package let round: UUID
        /// Whom the objector misses, as the office wrote it down.
        package let missing: String
        /// What the office found.
        package let finding: String

        /// A referral.
        package init(list: UUID, round: UUID, missing: String, finding: String) {
            self.list = list
            self.round = round
            self.missing = missing
            self.finding = finding
        }
    }

    /// How it was closed.
    package enum Answer: Codable, Hashable, Sendable {
        /// The name was added by an amendment; `resolution` is the panel's, where it had not approved the application.
        case added(application: UUID, resolution: String?, at: Date)
        /// It stays as it was.
        case declined(reason: String, at: Date)
    }

    package enum Command: Hashable, Sendable {
        /// A fact.
        case refer(Referral)
        case answer(Answer)
    }

    package enum Event: Codable, Hashable, Sendable {
        case referred(referral: Referral)
        case answered(answer: Answer)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case notOpen

        package var code: String { "evaluation.omission-not-open" }
    }

    package static var initial: Omission { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .refer(let referral)): return [.referred(referral: referral)]
        case (.open, .refer), (.closed, .refer): return []
        case (.open, .answer(let answer)): return [.answered(answer: answer)]
        case (.absent, .answer), (.closed, .answer): throw .notOpen
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .referred(let referral): self = .open(referral: referral)
        case .answered(let answer): if let referral { self = .closed(referral: referral, answer: answer) }
        }
    }

    /// What was referred; nil before.
    package var referral: Referral? {
        switch self {
        case .absent: nil
        case .open(let referral), .closed(let referral, _): referral
        }
    }

    /// How it was closed; nil while it is open.
    package var answer: Answer? {
        guard case .closed(_, let answer) = self else { return nil }
        return answer
    }
}
