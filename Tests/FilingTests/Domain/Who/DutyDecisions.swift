import FilingDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A question or suggestion")
struct QuestionDecisions {
    private static let bureau = Question.Desk(authority: .bureau, office: "职业能力建设科")
    private static let centre = Question.Desk(authority: .centre, office: "市职业技能鉴定服务中心")
    private static let inquiry = Question.Inquiry(
        kind: .question,
        sealed: Data([1]),
        asker: .everyone,
        creditCode: nil,
        desk: bureau,
        askedOn: Sample.monday,
        dueOn: Sample.day("2026-08-10"),
        dueIsProvisional: false
    )
    private static let answer = Question.Answer(text: "可以", desk: bureau, by: "officer", on: Sample.tuesday)
    private static let closing = Question.Closing(reason: "已答复", by: "officer", on: Sample.wednesday)
    private static let hand = Question.Command.handOver(to: centre, reason: "属中心", by: "officer", on: Sample.tuesday)
    private static let handover = Question.Handover(
        from: bureau,
        to: centre,
        reason: "属中心",
        by: "officer",
        on: Sample.tuesday
    )

    static let table: [Decision<Question>] = [
        .given(.unasked, when: .ask(inquiry), then: .asked(inquiry: inquiry)),
        .given(.unasked, when: .answer(answer), refused: .notAsked),
        .given(.unasked, when: hand, refused: .notAsked),
        .given(.unasked, when: .close(closing), refused: .notAsked),
        .given(.open(inquiry), when: .ask(inquiry), refused: .alreadyAsked),
        Decision(.open(inquiry), when: .answer(answer), .becomes(.answered(inquiry, answer))),
        .given(.open(inquiry), when: hand, then: .handedOver(handover: handover)),
        .given(
            .open(inquiry),
            when: .handOver(to: bureau, reason: "", by: "", on: Sample.tuesday),
            note: "to where it is"
        ),
        Decision(.open(inquiry), when: .close(closing), .becomes(.closed(inquiry, nil, closing))),
        .given(.answered(inquiry, answer), when: .ask(inquiry), refused: .alreadyAsked),
        .given(.answered(inquiry, answer), when: .answer(answer), refused: .alreadyAnswered),
        .given(.answered(inquiry, answer), when: hand, refused: .alreadyAnswered),
        Decision(.answered(inquiry, answer), when: .close(closing), .becomes(.closed(inquiry, answer, closing))),
        .given(.closed(inquiry, nil, closing), when: .ask(inquiry), refused: .alreadyAsked),
        .given(.closed(inquiry, nil, closing), when: .answer(answer), refused: .alreadyClosed),
        .given(.closed(inquiry, nil, closing), when: hand, refused: .alreadyClosed),
        .given(.closed(inquiry, nil, closing), when: .close(closing), refused: .alreadyClosed),
    ]

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Decision<Question>) { row.verify() }

    @Test("has a table with every cell")
    func complete() { #expect(Set(Self.table.map(\.cell)).count == 16) }

    @Test("keeps every change of hands, and its last day")
    func handovers() throws {
        var question = Question.open(Self.inquiry)
        _ = try question.handle(Self.hand)
        #expect(question.inquiry?.desk == Self.centre)
        #expect(question.inquiry?.handovers == [Self.handover])
        #expect(question.inquiry?.dueOn == Self.inquiry.dueOn)
    }
}

@Suite("What a county does")
struct CountyDecisions {
    private static func entry(_ topic: String, enterprise: UUID = Sample.enterpriseID) -> Liaison.Entry {
        Liaison.Entry(
            enterprise: enterprise,
            unit: nil,
            county: "371602",
            heldOn: Sample.monday,
            with: Data([1]),
            topic: topic,
            result: "已答复",
            nextStep: nil,
            nextOn: nil,
            by: "county",
            byName: "县区经办"
        )
    }

    static let talks: [Decision<Liaison>] = [
        .given(.unlogged, when: .log(entry("备案")), then: .logged(entry: entry("备案"))),
        .given(.unlogged, when: .correct(entry("备案"), on: Sample.monday), refused: .notLogged),
        .given(.logged(entry("备案")), when: .log(entry("备案")), refused: .alreadyLogged),
        .given(.logged(entry("备案")), when: .correct(entry("备案"), on: Sample.monday)),
        .given(
            .logged(entry("备案")),
            when: .correct(entry("待遇"), on: Sample.monday),
            then: .corrected(entry: entry("待遇"), on: Sample.monday)
        ),
        .given(
            .logged(entry("备案")),
            when: .correct(entry("备案", enterprise: Sample.generalID), on: Sample.monday),
            refused: .otherEnterprise
        ),
    ]

    @Test("with talks: noted, corrected, never another enterprise's", arguments: talks)
    func answers(_ row: Decision<Liaison>) { row.verify() }

    private static let note = PolicyNote.Note(
        county: "371602",
        title: "解读",
        text: "正文",
        by: "county",
        byName: "县区经办",
        on: Sample.monday
    )
    private static let back = PolicyNote.Command.withdraw(reason: "有误", on: Sample.tuesday)
    private static let gone = PolicyNote.withdrawn(note, reason: "有误", on: Sample.tuesday)

    static let notes: [Decision<PolicyNote>] = [
        .given(.unsent, when: .send(note), then: .sent(note: note)),
        .given(.unsent, when: back, refused: .notSent),
        .given(.sent(note), when: .send(note), refused: .alreadySent),
        Decision(.sent(note), when: back, .becomes(gone)),
        .given(gone, when: .send(note), refused: .alreadySent),
        .given(gone, when: back, refused: .alreadyWithdrawn),
    ]

    @Test("with policy notes: sent once, taken back once", arguments: notes)
    func answers(_ row: Decision<PolicyNote>) { row.verify() }

    private static let (noteID, whose) = (Sample.generalID, Sample.enterpriseID)
    private static let read = NoteCopy.read(note: noteID, enterprise: whose, by: "hr", on: Sample.tuesday)

    static let copies: [Decision<NoteCopy>] = [
        .given(
            .undelivered,
            when: .deliver(note: noteID, to: whose),
            then: .delivered(note: noteID, to: whose)
        ),
        .given(.undelivered, when: .read(by: "hr", on: Sample.tuesday)),
        .given(.unread(note: noteID, enterprise: whose), when: .deliver(note: noteID, to: whose)),
        Decision(
            .unread(note: noteID, enterprise: whose),
            when: .read(by: "hr", on: Sample.tuesday),
            .becomes(read)
        ),
        .given(read, when: .read(by: "hr-2", on: Sample.thursday), note: "read once"),
        .given(read, when: .deliver(note: noteID, to: whose)),
    ]

    @Test("with an enterprise's copy: there once, read once", arguments: copies)
    func answers(_ row: Decision<NoteCopy>) { row.verify() }
}
