import Kernel

/// A certificate that was issued before this register was kept (历史证书), entered from a list.
package enum HistoricCertificate: Decider, Hashable, Codable {
    /// Before its first event. → entered
    case absent
    /// It stands in the register and is in force. → withdrawn, struck
    case entered(HistoricRecord)
    /// It was entered by mistake; its number stays taken, so that nobody else gets it. Final.
    case struck(HistoricRecord, reason: String)
    /// It stands in the register, revoked or cancelled. → struck
    case withdrawn(HistoricRecord, StatusChange)

    package enum Command: Hashable, Sendable {
        case enter(HistoricRecord)
        case strike(reason: String)
        /// It is revoked or cancelled.
        case withdraw(StatusChange, today: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case entered(HistoricRecord)
        case struck(reason: String)
        case withdrawn(StatusChange)
    }

    /// Why a step cannot be taken.
    package enum Rejection: Kernel.Rejection, Hashable {
        case alreadyStruck
        case strikingReasonMissing
        /// It is revoked or cancelled for good.
        case alreadyWithdrawn
        /// The status cannot begin on a day before the issue or after today.
        case sinceOutOfRange(from: LocalDate, today: LocalDate)

        package var code: String {
            switch self {
            case .alreadyStruck: "certificate.already-struck"
            case .strikingReasonMissing: "certificate.striking-reason-missing"
            case .alreadyWithdrawn: "certificate.already-withdrawn"
            case .sinceOutOfRange: "certificate.since-out-of-range"
            }
        }

        package var arguments: [String: String] {
            guard case .sinceOutOfRange(let from, let today) = self else { return [:] }
            return ["from": from.description, "today": today.description]
        }
    }

    package static var initial: HistoricCertificate { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .enter(let record)): return [.entered(record)]
        case (.entered, .enter), (.struck, .enter), (.withdrawn, .enter), (.absent, .strike), (.absent, .withdraw):
            return []
        case (.entered(let record), .withdraw(let change, let today)):
            guard change.since >= record.issuedOn, change.since <= today else {
                throw .sinceOutOfRange(from: record.issuedOn, today: today)
            }
            return [.withdrawn(change)]
        case (.withdrawn, .withdraw): throw .alreadyWithdrawn
        case (.struck, .withdraw): throw .alreadyStruck
        case (.entered, .strike(let reason)), (.withdrawn, .strike(let reason)):
            guard reason.contains(where: { !$0.isWhitespace }) else { throw .strikingReasonMissing }
            return [.struck(reason: reason)]
        case (.struck, .strike): throw .alreadyStruck
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.absent, .entered(let record)): self = .entered(record)
        case (.entered(let record), .struck(let reason)), (.withdrawn(let record, _), .struck(let reason)):
            self = .struck(record, reason: reason)
        case (.entered(let record), .withdrawn(let change)): self = .withdrawn(record, change)
        case (_, .entered), (_, .struck), (_, .withdrawn): break
        }
    }

    /// What is known of it; nil before its first event.
    package var record: HistoricRecord? {
        switch self {
        case .absent: nil
        case .entered(let record), .struck(let record, _), .withdrawn(let record, _): record
        }
    }

    /// What revoked or cancelled it; nil while it is in force, and once it is struck.
    package var change: StatusChange? {
        guard case .withdrawn(_, let change) = self else { return nil }
        return change
    }

    /// Where it stands, as the register is searched.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case issued, struck, revoked, cancelled
    }

    /// Where it stands; nil before its first event.
    package var stage: Stage? {
        switch self {
        case .absent: nil
        case .entered: .issued
        case .struck: .struck
        case .withdrawn(_, let change): change.reason.status == .cancelled ? .cancelled : .revoked
        }
    }
}
