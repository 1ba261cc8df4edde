import Foundation
import Kernel
import PublicityTimerDomain

/// The page on which an objection is followed by its receipt code.
struct InquiryPageModel {
    var typed: String?
    var fault: String?
    /// What was just done, where something was.
    var done: String?
    var found: Found?

    /// An objection as its objector sees it.
    struct Found {
        let state: String
        let about: String
        let receivedAt: String
        let office: String
        let dueOn: String?
        let dueLabel: String
        let isLate: Bool
        let extended: String?
        let closedAt: String?
        let finding: String?
        let hasAnswer: Bool
        /// Whether it can be taken back, and evidence added.
        let isOpen: Bool
        /// What each form of the page carries.
        let code: String
        /// Why it is to be taken back, as typed.
        let reason: String?

        init(_ objection: Objection, _ complaint: Complaint, office: String, code: String, reason: String?) {
            let view = InquiryView(objection, complaint)
            self.office = office
            self.code = code
            self.reason = reason
            isOpen = objection.closing == nil
            about = complaint.subject.kind.chinese
            receivedAt = view.receivedAt.inWords
            dueOn = view.dueOn?.chinese
            isLate = !view.isInTime
            extended = view.extendedBecause
            closedAt = view.closing?.at.inWords
            finding = view.closing?.reason
            hasAnswer = view.hasAnswer
            switch objection {
            case .unreceived, .received: (state, dueLabel) = ("线索核实中", "最迟核实日期")
            case .examining: (state, dueLabel) = ("已受理，正在查核", "最迟处理日期")
            case .closed(_, let closing): (state, dueLabel) = ("已办结：\(closing.outcome.chinese)", "")
            }
        }
    }
}

/// What an objector is told once.
struct ReceiptPageModel {
    let code: String
    let receivedAt: String
    let office: String
    let dueOn: String?
    let dueLabel: String
    let files: Int?
    let note: String

    init(_ receipt: ReceiptView, office: String, files: Int) {
        code = receipt.receiptCode
        receivedAt = receipt.receivedAt.inWords
        self.office = office
        dueOn = receipt.dueOn?.chinese
        dueLabel = "最迟办理日期"
        self.files = files > 0 ? files : nil
        note = receipt.note.inFullWidth
    }
}

extension ObjectionSubject.Kind {
    /// As people call it.
    var chinese: String {
        switch self {
        case .name: "对某一人选的异议"
        case .procedure: "对评价程序的异议"
        case .omission: "应列入而未列入"
        }
    }
}

extension Objection.Outcome {
    /// As people call it.
    fileprivate var chinese: String {
        switch self {
        case .dismissed: "异议不成立"
        case .upheld: "异议成立"
        case .withdrawn: "已撤回"
        case .notPursued: "线索不具体、无法查证，不予受理"
        }
    }
}

extension Date {
    /// `2026年10月8日9时05分`, in Asia/Shanghai.
    var inWords: String {
        let day = LocalDate(in: self)
        let minutes = Int(timeIntervalSince(day.start) / 60)
        let minute = String(minutes % 60 + 100).dropFirst()
        return "\(day.chinese)\(minutes / 60)时\(minute)分"
    }
}
