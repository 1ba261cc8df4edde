import Contracts
import Foundation
import Kernel
import Messaging
import PublicityTimerDomain

/// An objection as the office sees it to which it is addressed.
///
/// An authority that only watches over the deadline sees neither who objects nor what was said.
struct ObjectionView: Encodable {
    let id: String
    let notice: String
    let enterprise: NoticeView.Enterprise
    let about: ObjectionSubject.Kind
    let person: String?
    /// The name objected to, as the notice shows it.
    let name: String?
    let missing: String?
    let state: Objection.Phase
    let reason: String?
    let evidence: String?
    let anonymous: Bool
    let objector: Objector?
    let channel: Complaint.Channel
    let addressee: Complaint.Addressee
    let receivedAt: Date
    let enteredAt: Date
    let isInTime: Bool
    let dueOn: LocalDate?
    let isOverdue: Bool
    let examination: ExaminationView?
    let closing: ClosingView?

    /// What a reader may know of it.
    struct Content {
        let statement: Statement
        let objector: Objector?
    }

    /// - Parameters:
    ///   - objection: The objection.
    ///   - display: What its notice shows.
    ///   - content: What was said and by whom, nil for a reader it is not addressed to.
    ///   - today: The business day.
    init?(_ objection: Stored<Objection>, on display: Display?, content: Content?, today: LocalDate) {
        guard let complaint = objection.state.complaint, let display else { return nil }
        id = objection.id.lowercase
        notice = complaint.notice.lowercase
        enterprise = .init(
            creditCode: display.posting.publisher.creditCode,
            name: display.posting.enterpriseName
        )
        about = complaint.subject.kind
        person = complaint.subject.person?.lowercase
        name = complaint.subject.person.flatMap(display.name(of:))?.name
        if content != nil, case .omission(let who) = complaint.subject { missing = who } else { missing = nil }
        state = objection.state.phase
        reason = content?.statement.reason
        evidence = content?.statement.evidence
        anonymous = !complaint.isRealName
        objector = content?.objector
        channel = complaint.channel
        addressee = complaint.addressee
        receivedAt = complaint.receivedAt
        enteredAt = complaint.enteredAt
        isInTime = complaint.isInTime
        dueOn = objection.state.dueOn
        isOverdue = objection.state.dueOn.map { $0 < today } ?? false
        examination = content == nil ? nil : ExaminationView(objection.state)
        closing = content == nil ? nil : objection.state.closing.map(ClosingView.init)
    }
}

/// An examination that goes on.
struct ExaminationView: Encodable {
    let since: Date
    let decideBy: LocalDate
    let finding: String?
    let extendedBecause: String?
    let arguableBecause: String?

    init?(_ objection: Objection) {
        guard case .examining(_, let examination) = objection else { return nil }
        since = examination.since
        decideBy = examination.decideBy
        finding = examination.finding
        extendedBecause = examination.extendedBecause
        arguableBecause = examination.arguableBecause
    }
}

/// How an objection was closed.
struct ClosingView: Encodable {
    let outcome: Objection.Outcome
    let reason: String
    let at: Date

    init(_ closing: Objection.Closing) {
        outcome = closing.outcome
        reason = closing.reason
        at = closing.at
    }
}
