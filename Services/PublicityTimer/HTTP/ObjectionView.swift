import Contracts
import Foundation
import Kernel
import Messaging
import PublicityTimerDomain

/// An objection as the handling office and the authorities see it.
struct ObjectionView: Encodable {
    let id: String
    let notice: String
    let person: String
    let state: String
    let reason: String
    let evidence: String?
    let anonymous: Bool
    /// Who objects, for the handling office alone.
    let objector: Objector?
    let receivedAt: Date
    let acceptedAt: Date?
    let decision: DecisionView?

    init?(_ objection: Stored<Objection>, objector: Objector?) {
        guard let complaint = objection.state.complaint else { return nil }
        id = objection.id.lowercase
        notice = complaint.notice.lowercase
        person = complaint.person.lowercase
        state = objection.state.phase.rawValue
        reason = complaint.reason
        evidence = complaint.evidence
        anonymous = complaint.objector == nil
        self.objector = objector
        receivedAt = complaint.receivedAt
        if case .accepted(_, let at) = objection.state { acceptedAt = at } else { acceptedAt = nil }
        decision = objection.state.decision.map(DecisionView.init)
    }
}

/// How an objection was closed.
struct DecisionView: Encodable {
    let outcome: String
    let reason: String
    let at: Date

    init(_ decision: Objection.Decision) {
        outcome = decision.outcome.rawValue
        reason = decision.reason
        at = decision.at
    }
}

/// What an objector is told when an objection was handed in.
struct ReceiptView: Encodable {
    let id: String
    let notice: String
    let person: String
    /// With this code the objector asks how it stands; it is shown only now.
    let receiptCode: String
    let receivedAt: Date
}

/// What an objector is told who asks with the receipt code.
struct InquiryView: Encodable {
    let state: String
    let receivedAt: Date
    let decision: DecisionView?
}
