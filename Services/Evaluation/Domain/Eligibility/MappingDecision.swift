import Foundation
import Kernel

/// A decision (职业对应决定) that an occupation of an older edition is the same as one of today (domain: codes and names
/// changed between editions); recorded once, taken back with a reason, never changed.
package enum MappingDecision: Decider, Codable, Hashable {
    /// Can transition to: in force.
    case absent
    /// Rounds judged from now on use it. Can transition to: withdrawn.
    case inForce(content: Content)
    /// Final; verdicts that rest on it stay.
    case withdrawn(content: Content, withdrawal: Withdrawal)

    /// What was decided.
    package struct Content: Codable, Hashable, Sendable {
        /// The enterprise whose rounds use it; nil for a decision of the authority, which all rounds use.
        package let enterprise: String?
        package let from: Former
        package let to: Occupation
        /// On what it rests: a table of the classification, a letter, minutes.
        package let basis: String
        /// Who decided, as the paper names them.
        package let decidedBy: String
        package let decidedOn: LocalDate
        /// The account that entered it.
        package let enteredBy: String

        /// What was decided.
        package init(
            enterprise: String?,
            from: Former,
            to: Occupation,
            basis: String,
            decidedBy: String,
            decidedOn: LocalDate,
            enteredBy: String
        ) {
            self.enterprise = enterprise
            self.from = from
            self.to = to
            self.basis = basis
            self.decidedBy = decidedBy
            self.decidedOn = decidedOn
            self.enteredBy = enteredBy
        }

        /// As a finding cites it.
        var words: String {
            let edition = from.edition.map { "(\($0)版)" } ?? ""
            return "\(decidedBy)\(decidedOn)认定\(from.name)\(edition)对应\(to.name)(\(to.code),\(to.edition)版),依据:\(basis)"
        }
    }

    /// An occupation as an older certificate names it.
    package struct Former: Codable, Hashable, Sendable {
        package let name: String
        package let code: String?
        package let edition: String?

        /// A name, with code and edition where they are known.
        package init(name: String, code: String?, edition: String?) {
            self.name = name
            self.code = code
            self.edition = edition
        }
    }

    /// Why and when it was taken back.
    package struct Withdrawal: Codable, Hashable, Sendable {
        package let by: String
        package let reason: String
        package let on: LocalDate

        /// A withdrawal.
        package init(by: String, reason: String, on: LocalDate) {
            self.by = by
            self.reason = reason
            self.on = on
        }
    }

    /// What a decision can be asked to do.
    package enum Command: Sendable {
        case record(Content)
        case withdraw(Withdrawal)
    }

    /// What can have happened to a decision.
    package enum Event: Codable, Hashable, Sendable {
        case recorded(content: Content)
        case withdrawn(withdrawal: Withdrawal)
    }

    /// Why a decision says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case alreadyRecorded
        case notInForce

        package var code: String {
            switch self {
            case .alreadyRecorded: "evaluation.mapping-recorded"
            case .notInForce: "evaluation.mapping-not-in-force"
            }
        }
    }

    package static var initial: MappingDecision { .absent }

    /// What was decided; nil before.
    package var content: Content? {
        switch self {
        case .absent: nil
        case .inForce(let content), .withdrawn(let content, _): content
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .record(let content)): return [.recorded(content: content)]
        case (.inForce(let old), .record(let new)):
            guard old == new else { throw .alreadyRecorded }
            return []
        case (.withdrawn, .record): throw .alreadyRecorded
        case (.inForce, .withdraw(let withdrawal)): return [.withdrawn(withdrawal: withdrawal)]
        case (.absent, .withdraw), (.withdrawn, .withdraw): throw .notInForce
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .recorded(let content)): self = .inForce(content: content)
        case (.inForce(let content), .withdrawn(let withdrawal)):
            self = .withdrawn(content: content, withdrawal: withdrawal)
        case (.absent, .withdrawn), (.withdrawn, .withdrawn): break
        }
    }
}
