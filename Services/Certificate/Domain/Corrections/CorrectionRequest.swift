import Foundation
import Kernel

/// A correction of what an issued certificate prints, asked for by its enterprise and decided by the authority of its filing.
///
/// The certificate stays as it is until then. What the fields said and shall say is kept encrypted beside, never here.
package enum CorrectionRequest: Decider, Hashable, Codable {
    /// Before its first event. → open
    case unknown
    /// Waits for the authority. → closed
    case open(Asked)
    /// Accepted, refused, or withdrawn by the enterprise. Final.
    case closed(Asked, Decision)

    /// What was asked.
    package struct Asked: Hashable, Sendable, Codable {
        package let certificate: UUID
        package let number: CertificateNumber
        package let person: UUID
        /// The credit code of the issuing enterprise.
        package let creditCode: String
        package let fields: [RecordField]
        package let reason: String
        /// The account that asked.
        package let by: String
        package let on: LocalDate

        package init(
            certificate: UUID,
            number: CertificateNumber,
            person: UUID,
            creditCode: String,
            fields: [RecordField],
            reason: String,
            by: String,
            on: LocalDate
        ) {
            self.certificate = certificate
            self.number = number
            self.person = person
            self.creditCode = creditCode
            self.fields = fields
            self.reason = reason
            self.by = by
            self.on = on
        }
    }

    /// What became of it.
    package enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
        case accepted, refused, withdrawn
    }

    /// How it was closed.
    package struct Decision: Hashable, Sendable, Codable {
        package let outcome: Outcome
        package let reason: String
        /// The account that decided.
        package let by: String
        package let on: LocalDate

        package init(_ outcome: Outcome, reason: String, by: String, on: LocalDate) {
            self.outcome = outcome
            self.reason = reason
            self.by = by
            self.on = on
        }
    }

    package enum Command: Hashable, Sendable {
        case ask(Asked)
        case close(Decision)
    }

    package enum Event: Hashable, Sendable, Codable {
        case asked(Asked)
        case closed(Decision)
    }

    /// Why a person is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// Nothing was asked.
        case unknown
        /// It was decided or withdrawn.
        case alreadyClosed(Outcome)

        package var code: String {
            switch self {
            case .unknown: "certificate.correction-unknown"
            case .alreadyClosed: "certificate.correction-closed"
            }
        }

        package var arguments: [String: String] {
            guard case .alreadyClosed(let outcome) = self else { return [:] }
            return ["outcome": outcome.chinese, "word": outcome.rawValue]
        }
    }

    package static var initial: CorrectionRequest { .unknown }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unknown, .ask(let asked)): [.asked(asked)]
        case (.open, .ask), (.closed, .ask): []
        case (.unknown, .close): throw .unknown
        case (.open, .close(let decision)): [.closed(decision)]
        case (.closed(_, let before), .close): throw .alreadyClosed(before.outcome)
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .asked(let asked)): self = .open(asked)
        case (.open(let asked), .closed(let decision)): self = .closed(asked, decision)
        case (.unknown, .closed), (.closed, .closed): break
        }
    }
}

extension CorrectionRequest {
    /// Where a request stands, as lists are searched and people are told.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case open, accepted, refused, withdrawn

        /// The stage in words.
        package var chinese: String {
            switch self {
            case .open: "待备案部门决定"
            case .accepted: Outcome.accepted.chinese
            case .refused: Outcome.refused.chinese
            case .withdrawn: Outcome.withdrawn.chinese
            }
        }
    }

    /// Where it stands; nil before its first event.
    package var stage: Stage? {
        switch self {
        case .unknown: nil
        case .open: .open
        case .closed(_, let decision): Stage(rawValue: decision.outcome.rawValue)
        }
    }

    /// What was asked; nil before its first event.
    package var asked: Asked? {
        switch self {
        case .unknown: nil
        case .open(let asked), .closed(let asked, _): asked
        }
    }

    /// How it was closed, once it is.
    package var decision: Decision? {
        guard case .closed(_, let decision) = self else { return nil }
        return decision
    }
}

extension CorrectionRequest.Outcome {
    /// The outcome in words.
    package var chinese: String {
        switch self {
        case .accepted: "已同意更正"
        case .refused: "不予更正"
        case .withdrawn: "企业已撤回"
        }
    }
}
