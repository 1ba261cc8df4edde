import CompensationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A denial")
struct DenialDecisions {
    typealias Table = Decision<Denial>

    static let claim = Denial.Claim(
        appointment: Sample.id(90),
        person: Sample.zhao,
        creditCode: Sample.employer.creditCode,
        month: Month(of: Sample.day("2026-11-01")),
        ground: .notPaid,
        told: Data([1]),
        confidential: nil,
        on: Sample.day("2026-12-16")
    )
    static let reply = Denial.Reply(concedes: false, text: Data([2]), by: "hr", on: Sample.day("2026-12-18"))
    static let (answerBy, decideBy) = (Sample.day("2026-12-23"), Sample.day("2027-01-04"))
    static let received = Denial.received(claim, answerBy: answerBy)
    static let answered = Denial.answered(claim, reply, decideBy: decideBy)
    static let closed = Denial.closed(claim, reply, closing(.upheld, "2026-12-20"))

    static func closing(_ outcome: Denial.Outcome, _ day: String) -> Denial.Closing {
        Denial.Closing(
            outcome: outcome,
            finding: outcome == .withdrawn ? nil : Data([3]),
            by: "officer",
            on: Sample.day(day)
        )
    }

    static func decide(_ upheld: Bool, on day: String) -> Denial.Command {
        .decide(upheld: upheld, finding: Data([3]), by: "officer", on: Sample.day(day))
    }

    static let receive = Denial.Command.receive(claim, answerBy: answerBy)
    static let answer = Denial.Command.answer(reply, decideBy: decideBy)
    static let withdraw = Denial.Command.withdraw(by: "officer", on: Sample.day("2026-12-19"))

    static let table: [Table] = [
        .given(.unreceived, when: receive, then: .received(claim: claim, answerBy: answerBy)),
        .given(.unreceived, when: answer, refused: .notReceived),
        .given(.unreceived, when: decide(true, on: "2026-12-30"), refused: .notReceived),
        .given(.unreceived, when: withdraw, refused: .notReceived),
        .given(received, when: receive, refused: .alreadyReceived),
        .given(received, when: answer, then: .answered(reply: reply, decideBy: decideBy)),
        .given(received, when: decide(true, on: "2026-12-23"), refused: .stillToAnswer),
        .given(received, when: decide(true, on: "2026-12-24"), then: .closed(closing: closing(.upheld, "2026-12-24"))),
        .given(received, when: withdraw, then: .closed(closing: closing(.withdrawn, "2026-12-19"))),
        .given(answered, when: receive, refused: .alreadyReceived),
        .given(answered, when: answer, refused: .alreadyAnswered),
        .given(
            answered,
            when: decide(false, on: "2026-12-19"),
            then: .closed(closing: closing(.dismissed, "2026-12-19"))
        ),
        .given(answered, when: withdraw, then: .closed(closing: closing(.withdrawn, "2026-12-19"))),
        .given(closed, when: receive, refused: .alreadyClosed),
        .given(closed, when: answer, refused: .alreadyClosed),
        .given(closed, when: decide(true, on: "2026-12-30"), refused: .alreadyClosed),
        .given(closed, when: withdraw, refused: .alreadyClosed),
    ]

    @Test("is decided as the table says", arguments: table)
    func decides(row: Table) { row.verify() }
}
