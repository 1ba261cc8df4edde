import Foundation
import Kernel

/// Whether a certificate that has its number has to be revoked (撤销): an objection received in time came to light after it.
///
/// The certificate keeps its state until an officer decides, after those concerned were told and could be heard; this is the item on
/// the officers' list. What objections do to it is said by facts, which are never refused.
package enum Revocation: Decider, Hashable, Codable {
    /// Nothing stands against the certificate. → open, due
    case absent
    /// An objection is being examined. → due, closed
    case open(subject: Subject, grounds: Set<Certificate.Ground>)
    /// An objection was upheld, or an officer found something: revoking is due. → told
    case due(subject: Subject, reason: String)
    /// Holder and enterprise were told what is intended and why, and may be heard until a day. → decided
    case told(subject: Subject, notice: Notice, heard: String?)
    /// An officer decided; final where the certificate is revoked. → open, due
    case decided(subject: Subject, notice: Notice, heard: String?, decision: Outcome)
    /// Nothing stands against it any more. → open, due
    case closed(subject: Subject)

    /// The certificate it is about.
    package struct Subject: Hashable, Codable, Sendable {
        package let certificate: UUID
        package let number: CertificateNumber
        package let holding: Holding

        /// A certificate with its number, nil while it has none.
        package init?(_ certificate: Certificate, id: UUID) {
            guard let number = certificate.number, let holding = certificate.holding else { return nil }
            self.certificate = id
            self.number = number
            self.holding = holding
        }
    }

    /// What holder and enterprise were told before anything is decided (告知).
    package struct Notice: Hashable, Codable, Sendable {
        /// Why it is intended, as everybody will know it.
        package let reason: StatusReason
        /// The facts it rests on.
        package let facts: String
        package let on: LocalDate
        /// The last day to be heard (陈述、申辩).
        package let hearUntil: LocalDate
        package let by: String

        package init(reason: StatusReason, facts: String, on: LocalDate, hearUntil: LocalDate, by: String) {
            self.reason = reason
            self.facts = facts
            self.on = on
            self.hearUntil = hearUntil
            self.by = by
        }
    }

    /// What was decided.
    package struct Outcome: Hashable, Codable, Sendable {
        /// Whether the certificate is revoked; where not, it stays as it is.
        package let isRevoked: Bool
        package let reason: String
        package let on: LocalDate
        package let by: String

        package init(isRevoked: Bool, reason: String, on: LocalDate, by: String) {
            self.isRevoked = isRevoked
            self.reason = reason
            self.on = on
            self.by = by
        }
    }

    package enum Command: Hashable, Sendable {
        case open(Subject, Certificate.Ground)
        case release(Certificate.Ground)
        case uphold(Subject, reason: String)
        /// An officer tells holder and enterprise what is intended.
        case tell(Notice)
        /// What they said to it is written down; said again, it is added.
        case hear(String)
        /// An officer decides, once they were heard or had the time to be.
        case decide(Outcome)
    }

    /// Why an officer is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// Nothing was upheld, so nothing is due.
        case notDue
        case alreadyTold
        case notTold
        /// They still have time to be heard.
        case hearingRuns(until: LocalDate)
        case alreadyDecided

        package var code: String {
            switch self {
            case .notDue: "certificate.revocation-not-due"
            case .alreadyTold: "certificate.revocation-already-told"
            case .notTold: "certificate.revocation-not-told"
            case .hearingRuns: "certificate.revocation-hearing-runs"
            case .alreadyDecided: "certificate.revocation-already-decided"
            }
        }
        package var arguments: [String: String] {
            guard case .hearingRuns(let day) = self else { return [:] }
            return ["until": day.description]
        }
    }

    package enum Event: Hashable, Sendable, Codable {
        case opened(subject: Subject, ground: Certificate.Ground)
        case released(ground: Certificate.Ground)
        case upheld(subject: Subject, reason: String)
        case told(Notice)
        case heard(String)
        case decided(Outcome)
    }

    package static var initial: Revocation { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .open(let subject, let ground)), (.closed, .open(let subject, let ground)):
            [.opened(subject: subject, ground: ground)]
        case (.open(_, let grounds), .open(let subject, let ground)):
            grounds.contains(ground) ? [] : [.opened(subject: subject, ground: ground)]
        case (.open(_, let grounds), .release(let ground)): grounds.contains(ground) ? [.released(ground: ground)] : []
        case (.absent, .uphold(let subject, let reason)), (.open, .uphold(let subject, let reason)),
            (.closed, .uphold(let subject, let reason)):
            [.upheld(subject: subject, reason: reason)]
        case (.absent, .release), (.closed, .release), (.due, .open), (.due, .release), (.due, .uphold): []
        case (.told, .open), (.told, .release), (.told, .uphold): []
        // What was kept once is looked at again when something else comes to light; what was revoked stays so.
        case (.decided(_, _, _, let outcome), .open(let subject, let ground)):
            outcome.isRevoked ? [] : [.opened(subject: subject, ground: ground)]
        case (.decided(_, _, _, let outcome), .uphold(let subject, let reason)):
            outcome.isRevoked ? [] : [.upheld(subject: subject, reason: reason)]
        case (.decided, .release): []
        case (.due, .tell(let notice)): [.told(notice)]
        case (.told, .hear(let statement)): [.heard(statement)]
        case (.told(_, let notice, let heard), .decide(let outcome)):
            try Self.decided(outcome, notice, heard)
        case (.absent, .tell), (.open, .tell), (.closed, .tell): throw .notDue
        case (.told, .tell): throw .alreadyTold
        case (.absent, .hear), (.open, .hear), (.closed, .hear), (.due, .hear): throw .notTold
        case (.absent, .decide), (.open, .decide), (.closed, .decide), (.due, .decide): throw .notTold
        case (.decided, .tell), (.decided, .hear), (.decided, .decide): throw .alreadyDecided
        }
    }

    /// Whoever was heard has nothing to wait for.
    private static func decided(_ outcome: Outcome, _ notice: Notice, _ heard: String?) throws(Rejection) -> [Event] {
        guard heard != nil || outcome.on > notice.hearUntil else { throw .hearingRuns(until: notice.hearUntil) }
        return [.decided(outcome)]
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.open(let subject, let grounds), .opened(_, let ground)):
            self = .open(subject: subject, grounds: grounds.union([ground]))
        case (_, .opened(let subject, let ground)):
            self = .open(subject: subject, grounds: [ground])
        case (.open(let subject, let grounds), .released(let ground)):
            let left = grounds.subtracting([ground])
            self = left.isEmpty ? .closed(subject: subject) : .open(subject: subject, grounds: left)
        case (_, .upheld(let subject, let reason)):
            self = .due(subject: subject, reason: reason)
        case (.due(let subject, _), .told(let notice)):
            self = .told(subject: subject, notice: notice, heard: nil)
        case (.told(let subject, let notice, let heard), .heard(let statement)):
            self = .told(subject: subject, notice: notice, heard: heard.map { "\($0)\n\(statement)" } ?? statement)
        case (.told(let subject, let notice, let heard), .decided(let outcome)):
            self = .decided(subject: subject, notice: notice, heard: heard, decision: outcome)
        case (_, .released), (_, .told), (_, .heard), (_, .decided):
            break
        }
    }
}

extension Revocation {
    /// Where an item stands.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case open, due, told, decided, closed

        /// The stage in words.
        package var chinese: String {
            switch self {
            case .open: "异议核查中"
            case .due: "应予撤销,待告知"
            case .told: "已告知,听取陈述申辩"
            case .decided: "已决定"
            case .closed: "异议不成立,已了结"
            }
        }
    }

    /// Where it stands; nil before its first event.
    package var stage: Stage? {
        switch self {
        case .absent: nil
        case .open: .open
        case .due: .due
        case .told: .told
        case .decided: .decided
        case .closed: .closed
        }
    }

    /// The certificate it is about; nil before its first event.
    package var subject: Subject? {
        switch self {
        case .absent: nil
        case .open(let subject, _), .due(let subject, _), .closed(let subject), .told(let subject, _, _),
            .decided(let subject, _, _, _):
            subject
        }
    }

    /// Why revoking is due, where it is.
    package var reason: String? {
        switch self {
        case .absent, .open, .closed: nil
        case .due(_, let reason): reason
        case .told(_, let notice, _), .decided(_, let notice, _, _): notice.facts
        }
    }

    /// What holder and enterprise were told, once they were.
    package var notice: Notice? {
        switch self {
        case .told(_, let notice, _), .decided(_, let notice, _, _): notice
        case .absent, .open, .due, .closed: nil
        }
    }

    /// What they said to it, where they did.
    package var heard: String? {
        switch self {
        case .told(_, _, let heard), .decided(_, _, let heard, _): heard
        case .absent, .open, .due, .closed: nil
        }
    }

    /// What was decided, once it was.
    package var outcome: Outcome? {
        guard case .decided(_, _, _, let outcome) = self else { return nil }
        return outcome
    }
}
