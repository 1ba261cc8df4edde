import Kernel

/// A certificate that was issued before this register was kept (历史证书), entered from a list.
package enum HistoricCertificate: Decider, Hashable, Codable {
    /// Before its first event. → entered
    case absent
    /// It stands in the register. → struck
    case entered(HistoricRecord)
    /// It was entered by mistake; its number stays taken, so that nobody else gets it. Final.
    case struck(HistoricRecord, reason: String)

    package enum Command: Hashable, Sendable {
        case enter(HistoricRecord)
        case strike(reason: String)
    }

    package enum Event: Hashable, Sendable, Codable {
        case entered(HistoricRecord)
        case struck(reason: String)
    }

    /// Why a step cannot be taken.
    package enum Rejection: Kernel.Rejection, Hashable {
        case alreadyStruck
        case strikingReasonMissing

        package var code: String {
            switch self {
            case .alreadyStruck: "certificate.already-struck"
            case .strikingReasonMissing: "certificate.striking-reason-missing"
            }
        }
    }

    package static var initial: HistoricCertificate { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .enter(let record)): return [.entered(record)]
        case (.entered, .enter), (.struck, .enter), (.absent, .strike): return []
        case (.entered, .strike(let reason)):
            guard reason.contains(where: { !$0.isWhitespace }) else { throw .strikingReasonMissing }
            return [.struck(reason: reason)]
        case (.struck, .strike): throw .alreadyStruck
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.absent, .entered(let record)): self = .entered(record)
        case (.entered(let record), .struck(let reason)): self = .struck(record, reason: reason)
        case (_, .entered), (_, .struck): break
        }
    }

    /// What is known of it; nil before its first event.
    package var record: HistoricRecord? {
        switch self {
        case .absent: nil
        case .entered(let record), .struck(let record, _): record
        }
    }

    /// Whether it was taken out again.
    package var isStruck: Bool {
        guard case .struck = self else { return false }
        return true
    }
}
