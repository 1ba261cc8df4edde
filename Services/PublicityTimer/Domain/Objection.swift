import Foundation
import Kernel

/// An objection (异议) to one name of a notice.
package enum Objection: Decider, Hashable, Codable {
    /// Nothing received. Can become `received`.
    case unreceived
    /// Handed in; the handling office has not accepted it yet. Can become `accepted`.
    case received(Complaint)
    /// Being examined; the name is held. Can become `decided`.
    case accepted(Complaint, at: Date)
    /// Closed. Stays so.
    case decided(Complaint, Decision)

    package static let initial = Objection.unreceived

    /// What an objector handed in.
    package struct Complaint: Hashable, Codable, Sendable {
        package let notice: UUID
        package let person: UUID
        package let reason: String
        package let evidence: String?
        /// Who objects: encrypted, or nil where it was handed in anonymously.
        package let objector: Data?
        /// The keyed hash of the receipt code; the code itself is the objector's alone.
        package let receipt: Data
        package let receivedAt: Date

        /// A complaint as handed in.
        package init(
            notice: UUID,
            person: UUID,
            reason: String,
            evidence: String?,
            objector: Data?,
            receipt: Data,
            receivedAt: Date
        ) {
            self.notice = notice
            self.person = person
            self.reason = reason
            self.evidence = evidence
            self.objector = objector
            self.receipt = receipt
            self.receivedAt = receivedAt
        }
    }

    /// What the handling office found.
    package enum Outcome: String, Hashable, Codable, Sendable, CaseIterable {
        /// 异议不成立
        case dismissed
        /// 异议成立
        case upheld
    }

    /// How it was closed.
    package struct Decision: Hashable, Codable, Sendable {
        package let outcome: Outcome
        package let reason: String
        package let at: Date
    }

    /// What can be asked of an objection.
    package enum Command: Hashable, Sendable {
        case receive(Complaint)
        case accept(now: Date)
        case decide(Outcome, reason: String, now: Date)
    }

    /// What can have happened to an objection.
    package enum Event: Hashable, Codable, Sendable {
        case received(complaint: Complaint)
        case accepted(at: Date)
        case decided(outcome: Outcome, reason: String, at: Date)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        case notReceived
        case alreadyReceived
        case alreadyAccepted
        case notAccepted
        case alreadyDecided

        package var code: String {
            switch self {
            case .notReceived: "publicity-timer.objection-not-received"
            case .alreadyReceived: "publicity-timer.objection-already-received"
            case .alreadyAccepted: "publicity-timer.objection-already-accepted"
            case .notAccepted: "publicity-timer.objection-not-accepted"
            case .alreadyDecided: "publicity-timer.objection-already-decided"
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unreceived, .receive(let complaint)): return [.received(complaint: complaint)]
        case (.received, .receive), (.accepted, .receive), (.decided, .receive): throw .alreadyReceived

        case (.received, .accept(let now)): return [.accepted(at: now)]
        case (.unreceived, .accept): throw .notReceived
        case (.accepted, .accept): throw .alreadyAccepted
        case (.decided, .accept): throw .alreadyDecided

        case (.accepted, .decide(let outcome, let reason, let now)):
            return [.decided(outcome: outcome, reason: reason, at: now)]
        case (.unreceived, .decide): throw .notReceived
        case (.received, .decide): throw .notAccepted
        case (.decided, .decide): throw .alreadyDecided
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .received(let complaint): self = .received(complaint)
        case .accepted(let at):
            guard case .received(let complaint) = self else { return }
            self = .accepted(complaint, at: at)
        case .decided(let outcome, let reason, let at):
            guard case .accepted(let complaint, _) = self else { return }
            self = .decided(complaint, Decision(outcome: outcome, reason: reason, at: at))
        }
    }
}

extension Objection {
    /// What was handed in, nil before it was.
    package var complaint: Complaint? {
        switch self {
        case .unreceived: nil
        case .received(let complaint), .accepted(let complaint, _), .decided(let complaint, _): complaint
        }
    }

    /// How it was closed, nil while it is open.
    package var decision: Decision? {
        guard case .decided(_, let decision) = self else { return nil }
        return decision
    }

    /// Which case it is, for look-up and views.
    package var phase: Phase {
        switch self {
        case .unreceived: .unreceived
        case .received: .received
        case .accepted: .accepted
        case .decided: .decided
        }
    }

    /// The name of a case.
    package enum Phase: String, Hashable, Codable, CaseIterable, Sendable {
        case unreceived, received, accepted, decided
    }
}
