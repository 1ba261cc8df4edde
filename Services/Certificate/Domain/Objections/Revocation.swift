import Foundation
import Kernel

/// Whether a certificate that has its number has to be revoked (撤销): an objection received in time came to light after it.
///
/// The certificate keeps its state until an officer decides; this is the item on the officers' list. All that happens to it
/// here is said by facts, which are never refused.
package enum Revocation: Decider, Hashable, Codable {
    /// Nothing stands against the certificate. → open, due
    case absent
    /// An objection is being examined. → due, closed
    case open(subject: Subject, grounds: Set<Certificate.Ground>)
    /// An objection was upheld: revoking is due. Final here.
    case due(subject: Subject, reason: String)
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

    package enum Command: Hashable, Sendable {
        case open(Subject, Certificate.Ground)
        case release(Certificate.Ground)
        case uphold(Subject, reason: String)
    }

    package enum Event: Hashable, Sendable, Codable {
        case opened(subject: Subject, ground: Certificate.Ground)
        case released(ground: Certificate.Ground)
        case upheld(subject: Subject, reason: String)
    }

    package static var initial: Revocation { .absent }

    package func decide(_ command: Command) -> [Event] {
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
        }
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
        case (.absent, .released), (.due, .released), (.closed, .released):
            break
        }
    }
}

extension Revocation {
    /// Where an item stands.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case open, due, closed

        /// The stage in words.
        package var chinese: String {
            switch self {
            case .open: "异议核查中"
            case .due: "异议成立,应予撤销"
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
        case .closed: .closed
        }
    }

    /// The certificate it is about; nil before its first event.
    package var subject: Subject? {
        switch self {
        case .absent: nil
        case .open(let subject, _), .due(let subject, _), .closed(let subject): subject
        }
    }

    /// Why revoking is due, where it is.
    package var reason: String? {
        guard case .due(_, let reason) = self else { return nil }
        return reason
    }
}
