import Foundation
import Kernel

/// An application somebody is still writing (草稿): saved as far as it is, whatever is missing.
///
/// What is written is personal data and is kept sealed beside this, never in it.
package enum ApplicationDraft: Decider, Codable, Hashable {
    /// Can transition to: open.
    case absent
    /// Being written. Can transition to: submitted, discarded.
    case open(origin: Origin, evidence: [ClauseEvidence])
    /// It became the application whose id it had reserved. Final.
    case submitted(origin: Origin)
    /// Thrown away; what was written is gone. Final.
    case discarded(origin: Origin)

    /// Whose it is.
    package struct Origin: Codable, Hashable, Sendable {
        /// The id of the application it becomes; until then also what files and people know it by.
        package let application: UUID
        package let round: UUID
        /// The person it is about, where a person began it in the own account; nil where human resources did.
        package let person: UUID?
        /// The account that began it.
        package let account: String

        /// Whose a draft is.
        package init(application: UUID, round: UUID, person: UUID?, account: String) {
            self.application = application
            self.round = round
            self.person = person
            self.account = account
        }
    }

    /// What a draft can be asked to do.
    package enum Command: Sendable {
        case begin(Origin)
        /// Keeps what is written now, known here by its digest.
        case save(digest: String)
        case prove([ClauseEvidence])
        case submit
        case discard
    }

    /// What can have happened to a draft.
    package enum Event: Codable, Hashable, Sendable {
        case begun(origin: Origin)
        case saved(digest: String)
        case proven(evidence: [ClauseEvidence])
        case submitted(origin: Origin)
        case discarded(origin: Origin)
    }

    /// Why a draft says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It was handed in or thrown away.
        case notOpen

        package var code: String { "evaluation.draft-not-open" }
    }

    package static var initial: ApplicationDraft { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .begin(let origin)): [.begun(origin: origin)]
        case (.open, .save(let digest)): [.saved(digest: digest)]
        case (.open(_, let old), .prove(let evidence)): old == evidence ? [] : [.proven(evidence: evidence)]
        case (.open(let origin, _), .submit): [.submitted(origin: origin)]
        case (.open(let origin, _), .discard): [.discarded(origin: origin)]
        case (.discarded, .discard): []
        case (.open, .begin), (.absent, _), (.submitted, _), (.discarded, _): throw .notOpen
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .begun(let origin)): self = .open(origin: origin, evidence: [])
        case (.open(let origin, _), .proven(let evidence)): self = .open(origin: origin, evidence: evidence)
        case (_, .submitted(let origin)): self = .submitted(origin: origin)
        case (_, .discarded(let origin)): self = .discarded(origin: origin)
        case (_, .saved), (_, .proven): break
        }
    }

    /// Whose it is; nil before it is begun.
    package var origin: Origin? {
        switch self {
        case .absent: nil
        case .open(let origin, _), .submitted(let origin), .discarded(let origin): origin
        }
    }

    /// The files that prove clauses, while it is written.
    package var evidence: [ClauseEvidence] {
        if case .open(_, let evidence) = self { evidence } else { [] }
    }

    /// Whether it is still written.
    package var isOpen: Bool { if case .open = self { true } else { false } }
}
