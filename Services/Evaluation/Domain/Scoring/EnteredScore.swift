import Foundation
import Kernel

/// One score that HR enters for a candidate and method, as of a written examination, and a second person confirms.
package enum EnteredScore: Decider, Codable, Hashable {
    /// What was entered, and what it rests on.
    package struct Entry: Codable, Hashable, Sendable {
        package let round: UUID
        package let application: UUID
        /// The method's place in the plan, from 0.
        package let method: Int
        /// In hundredths of a point of 100.
        package let hundredths: Int
        /// 依据: the paper the score was read from.
        package let basis: String
        package let by: String
        /// Who entered it, beside the account; nil in what was entered before that was kept.
        package let reader: VotePerson?

        /// A score as it was read.
        package init(
            round: UUID,
            application: UUID,
            method: Int,
            hundredths: Int,
            basis: String,
            by: String,
            reader: VotePerson? = nil
        ) {
            self.reader = reader
            self.round = round
            self.application = application
            self.method = method
            self.hundredths = hundredths
            self.basis = basis
            self.by = by
        }
    }

    /// Can transition to: entered.
    case absent
    /// Can be entered anew. Can transition to: confirmed.
    case entered(entry: Entry)
    /// Final.
    case confirmed(entry: Entry, by: String)

    /// What such a score can be asked to do.
    package enum Command: Sendable {
        case enter(Entry)
        /// Confirms what was entered, as it was read once more by another person.
        case confirm(hundredths: Int, by: String, reader: VotePerson? = nil)
    }

    /// What can have happened to it.
    package enum Event: Codable, Hashable, Sendable {
        case entered(entry: Entry)
        case confirmed(by: String)
    }

    /// Why it says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case notEntered
        case alreadyConfirmed
        /// Whoever entered it does not confirm it.
        case samePerson
        /// The second reading is another score.
        case differs

        package var code: String {
            switch self {
            case .notEntered: "evaluation.score-not-entered"
            case .alreadyConfirmed: "evaluation.score-already-confirmed"
            case .samePerson: "evaluation.score-same-person"
            case .differs: "evaluation.score-differs"
            }
        }
    }

    package static var initial: EnteredScore { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .enter(let entry)): return [.entered(entry: entry)]
        case (.entered(let old), .enter(let entry)): return old == entry ? [] : [.entered(entry: entry)]
        case (.confirmed, .enter), (.confirmed, .confirm): throw .alreadyConfirmed
        case (.absent, .confirm): throw .notEntered
        case (.entered(let entry), .confirm(let hundredths, let account, let reader)):
            guard account != entry.by else { throw .samePerson }
            if let reader, let first = entry.reader, reader.isSame(as: first) { throw .samePerson }
            guard hundredths == entry.hundredths else { throw .differs }
            return [.confirmed(by: account)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .entered(let entry)): self = .entered(entry: entry)
        case (.entered(let entry), .confirmed(let account)): self = .confirmed(entry: entry, by: account)
        case (.absent, .confirmed), (.confirmed, .confirmed): break
        }
    }

    /// What was entered; nil before.
    package var entry: Entry? {
        switch self {
        case .absent: nil
        case .entered(let entry), .confirmed(let entry, _): entry
        }
    }

    /// Whether a second person read the same.
    package var isConfirmed: Bool { if case .confirmed = self { true } else { false } }
}
