import Contracts
import Foundation
import Kernel
import Messaging
import PublicityTimerDomain

/// What an objector is told when an objection was taken.
struct ReceiptView: Encodable {
    /// With this code the objector asks how it stands; it is shown only now.
    let receiptCode: String
    let about: ObjectionSubject.Kind
    let addressee: Complaint.Addressee
    let receivedAt: Date
    let isInTime: Bool
    /// The working day by which the office acts.
    let dueOn: LocalDate?
    /// What follows, in words.
    let note: String

    init?(_ taken: ReceiveObjection.Taken) {
        guard let complaint = taken.objection.state.complaint else { return nil }
        receiptCode = taken.receipt.text
        about = complaint.subject.kind
        addressee = complaint.addressee
        receivedAt = complaint.receivedAt
        isInTime = complaint.isInTime
        dueOn = taken.objection.state.dueOn
        note = Self.words(for: taken.objection.state, complaint)
    }

    private static func words(for objection: Objection, _ complaint: Complaint) -> String {
        let keep = "请妥善保存回执码,凭码可查询办理情况、补交证据、撤回异议;回执码只显示这一次。"
        let day = objection.dueOn.map { "\($0.chinese)前" } ?? ""
        guard complaint.isInTime else {
            return "该异议收到时公示期已届满:予以登记、办理并答复,同时报告监督部门,但不影响公示结果的效力。" + keep
        }
        return switch objection {
        case .received: "匿名线索将于\(day)由受理部门核实是否具体、可查证。" + keep
        case .unreceived, .examining, .closed: "受理部门将于\(day)作出处理决定。" + keep
        }
    }
}

/// What a handler is told who entered an objection: the receipt is the objector's, to be handed on.
struct EntryView: Encodable {
    let id: String
    let receipt: ReceiptView

    init?(_ taken: ReceiveObjection.Taken) {
        guard let receipt = ReceiptView(taken) else { return nil }
        id = taken.objection.id.lowercase
        self.receipt = receipt
    }
}

/// What an objector is told who asks with the receipt code.
struct InquiryView: Encodable {
    let about: ObjectionSubject.Kind
    let addressee: Complaint.Addressee
    let state: Objection.Phase
    let receivedAt: Date
    let isInTime: Bool
    let dueOn: LocalDate?
    /// Whether the time to act was extended, and why.
    let extendedBecause: String?
    let closing: ClosingView?
    /// Whether there is a written answer: for those who gave their name, when it is closed.
    let hasAnswer: Bool

    init(_ objection: Objection, _ complaint: Complaint) {
        about = complaint.subject.kind
        addressee = complaint.addressee
        state = objection.phase
        receivedAt = complaint.receivedAt
        isInTime = complaint.isInTime
        dueOn = objection.dueOn
        if case .examining(_, let examination) = objection {
            extendedBecause = examination.extendedBecause
        } else {
            extendedBecause = nil
        }
        closing = objection.closing.map(ClosingView.init)
        hasAnswer = objection.closing != nil && complaint.isRealName
    }
}
