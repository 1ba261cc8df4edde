import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging

/// What the asker is told at once: the code, by when, and who is asked.
struct QuestionReceiptView: Encodable {
    let code: String
    let desk: Question.Desk
    /// 承诺时限.
    let dueOn: LocalDate
    let dueIsProvisional: Bool
    let sentence: String

    init?(_ taken: Questions.Taken, _ block: ContactBlock?) {
        guard let inquiry = taken.question.state.inquiry else { return nil }
        code = taken.code.text
        desk = inquiry.desk
        dueOn = inquiry.dueOn
        dueIsProvisional = inquiry.dueIsProvisional
        sentence =
            "已收到，由\(inquiry.desk.office)办理，承诺\(inquiry.dueOn)前答复\(inquiry.dueIsProvisional ? "（节假日安排公布后可能调整）" : "")。"
            + "请记下查询码\(taken.code.text)，凭码查询答复；查询码只显示这一次。" + (block.map(\.inWords) ?? "")
    }
}

/// A question as its asker sees it, who has the code.
struct AskedView: Encodable {
    let kind: Question.Kind
    let state: Question.Phase
    let text: String
    let office: String
    let askedOn: LocalDate
    let dueOn: LocalDate
    let dueIsProvisional: Bool
    let answer: String?
    let answeredBy: String?
    let answeredOn: LocalDate?
    let closedOn: LocalDate?
    let closedBecause: String?

    init?(_ question: Stored<Question>, _ words: Questions.Words) {
        guard let inquiry = question.state.inquiry else { return nil }
        kind = inquiry.kind
        state = question.state.phase
        text = words.text
        office = inquiry.desk.office
        askedOn = inquiry.askedOn
        dueOn = inquiry.dueOn
        dueIsProvisional = inquiry.dueIsProvisional
        answer = question.state.answer?.text
        answeredBy = question.state.answer?.desk.office
        answeredOn = question.state.answer?.on
        closedOn = question.state.closing?.on
        closedBecause = question.state.closing?.reason
    }
}

/// A question as officers see it.
struct QuestionView: Encodable {
    let id: UUID
    let kind: Question.Kind
    let state: Question.Phase
    let text: String
    let asker: Question.Asker
    let creditCode: String?
    let name: String?
    let telephone: String?
    let email: String?
    let desk: Question.Desk
    let askedOn: LocalDate
    let dueOn: LocalDate
    let dueIsProvisional: Bool
    let isOverdue: Bool
    let handovers: [Question.Handover]
    let answer: Question.Answer?
    let closing: Question.Closing?

    /// The view on a day.
    init?(_ question: Stored<Question>, _ words: Questions.Words, on today: LocalDate) {
        guard let inquiry = question.state.inquiry else { return nil }
        id = question.id
        kind = inquiry.kind
        state = question.state.phase
        text = words.text
        asker = inquiry.asker
        creditCode = inquiry.creditCode
        (name, telephone, email) = (words.name, words.telephone, words.email)
        desk = inquiry.desk
        askedOn = inquiry.askedOn
        dueOn = inquiry.dueOn
        dueIsProvisional = inquiry.dueIsProvisional
        isOverdue = question.state.phase == .open && inquiry.dueOn < today
        handovers = inquiry.handovers
        answer = question.state.answer
        closing = question.state.closing
    }
}
