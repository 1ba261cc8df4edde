import Foundation
import Kernel
import TestSupport
import Testing

@testable import PublicityTimerDomain

@Suite("An objection")
struct ObjectionDecisions {
    typealias Table = Decision<Objection>

    static func complaint(
        _ subject: ObjectionSubject = .name(Sample.zhao),
        objector: Data? = nil,
        receivedAt: Date = Sample.during
    ) -> Complaint {
        Complaint(
            notice: Sample.id(70),
            subject: subject,
            statement: Data([7]),
            objector: objector,
            receipt: Data([1, 2, 3]),
            channel: .online,
            addressee: .enterprise,
            receivedAt: receivedAt,
            enteredAt: receivedAt,
            isInTime: true
        )
    }

    static let (screenBy, decideBy, extended) = (
        Sample.day("2026-10-10"), Sample.day("2026-10-16"), Sample.day("2026-10-23")
    )
    static let named = complaint(objector: Data([9]))
    static let unreceived = Objection.initial
    static let received = Objection.received(complaint(), screenBy: screenBy)
    static let examining = Objection.examining(
        named,
        .init(since: Sample.during, decideBy: decideBy, finding: nil)
    )
    static let procedural = Objection.examining(
        complaint(.procedure),
        .init(since: Sample.during, decideBy: decideBy, finding: "有名有姓,可以查证")
    )
    static let closed = Objection.closed(named, .init(outcome: .upheld, reason: "查证属实", at: Sample.during))

    static let lead = Objection.Command.receive(complaint(), screenBy: screenBy, decideBy: decideBy)
    static let receive = Objection.Command.receive(named, screenBy: nil, decideBy: decideBy)
    static let pursue = Objection.Command.pursue(finding: "可以查证", decideBy: decideBy, now: Sample.end)
    static let leave = Objection.Command.leave(reason: "无法查证", now: Sample.end)
    static let argue = Objection.Command.findArguable(reason: "评委名单确有疑问")
    static let extend = Objection.Command.extend(to: extended, reason: "须外地取证")
    static let dismiss = Objection.Command.decide(upheld: false, reason: "查无实据", now: Sample.end)
    static let uphold = Objection.Command.decide(upheld: true, reason: "查证属实", now: Sample.end)
    static let withdraw = Objection.Command.withdraw(statement: Data([8]), now: Sample.end)
    static let move = Objection.Command.moveDeadline(extended)

    static func closing(_ outcome: Objection.Outcome, _ reason: String, _ statement: Data? = nil) -> Objection.Event {
        .closed(closing: .init(outcome: outcome, reason: reason, statement: statement, at: Sample.end))
    }

    static let ofUnreceived: [Table] = [
        .given(unreceived, when: lead, then: .received(complaint: complaint(), screenBy: screenBy)),
        .given(unreceived, when: receive, then: .examinedAtOnce(complaint: named, decideBy: decideBy)),
        .given(unreceived, when: pursue, refused: .notReceived), .given(unreceived, when: leave, refused: .notReceived),
        .given(unreceived, when: argue, refused: .notReceived), .given(unreceived, when: extend, refused: .notReceived),
        .given(unreceived, when: dismiss, refused: .notReceived),
        .given(unreceived, when: withdraw, refused: .notReceived),
        .given(unreceived, when: move, refused: .notReceived),
    ]

    static let ofReceived: [Table] = [
        .given(received, when: lead, refused: .alreadyReceived),
        .given(received, when: pursue, then: .pursued(finding: "可以查证", decideBy: decideBy, at: Sample.end)),
        .given(received, when: leave, then: closing(.notPursued, "无法查证")),
        .given(received, when: argue, refused: .notExamined), .given(received, when: extend, refused: .notExamined),
        .given(received, when: dismiss, refused: .notExamined),
        .given(received, when: withdraw, then: closing(.withdrawn, "异议人撤回", Data([8]))),
        .given(received, when: move, then: .deadlineMoved(to: extended)),
        .given(received, when: .moveDeadline(screenBy), note: "to the day it is"),
    ]

    static let ofExamining: [Table] = [
        .given(examining, when: receive, refused: .alreadyReceived),
        .given(examining, when: pursue, refused: .alreadyExamined),
        .given(examining, when: leave, refused: .alreadyExamined),
        .given(examining, when: argue, refused: .notAboutProcedure),
        .given(procedural, when: argue, then: .foundArguable(reason: "评委名单确有疑问")),
        .given(after(procedural, argue), when: argue, refused: .alreadyArguable, note: "a second time"),
        .given(examining, when: extend, then: .extended(to: extended, reason: "须外地取证")),
        .given(after(examining, extend), when: extend, refused: .alreadyExtended, note: "a second time"),
        .given(examining, when: dismiss, then: closing(.dismissed, "查无实据")),
        .given(examining, when: uphold, then: closing(.upheld, "查证属实")),
        .given(examining, when: withdraw, then: closing(.withdrawn, "异议人撤回", Data([8]))),
        .given(examining, when: move, then: .deadlineMoved(to: extended)),
        .given(examining, when: .moveDeadline(decideBy), note: "to the day it is"),
    ]

    static let ofClosed: [Table] = [
        .given(closed, when: receive, refused: .alreadyReceived), .given(closed, when: pursue, refused: .alreadyClosed),
        .given(closed, when: leave, refused: .alreadyClosed), .given(closed, when: argue, refused: .alreadyClosed),
        .given(closed, when: extend, refused: .alreadyClosed), .given(closed, when: dismiss, refused: .alreadyClosed),
        .given(closed, when: withdraw, refused: .alreadyClosed), .given(closed, when: move),
    ]

    static let table = ofUnreceived + ofReceived + ofExamining + ofClosed

    static func after(_ objection: Objection, _ command: Objection.Command) -> Objection {
        var objection = objection
        _ = try? objection.handle(command)
        return objection
    }

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of four states and eight commands")
    func isComplete() { #expect(Set(Self.table.map(\.cell)).count == 32) }

    @Test("keeps what was handed in through every state, and a day to act while it is open")
    func keepsTheComplaint() {
        let examined = Self.after(Self.received, Self.pursue)
        #expect(
            [Self.received, examined, Self.after(examined, Self.dismiss)].allSatisfy {
                $0.complaint == Self.complaint()
            }
        )
        #expect([Self.received, examined, Self.closed].map(\.dueOn) == [Self.screenBy, Self.decideBy, nil])
        #expect(Self.after(examined, Self.extend).dueOn == Self.extended)
    }

    @Test("is read as it was written", arguments: [unreceived, received, examining, procedural, closed])
    func isCodedWhole(_ objection: Objection) throws {
        #expect(try JSONDecoder().decode(Objection.self, from: JSONEncoder().encode(objection)) == objection)
    }
}

@Suite("The days to handle an objection")
struct ObjectionDeadlineTests {
    static let days = ObjectionDeadlines(ObjectionPolicy(), by: Sample.calendar)

    @Test(
        "count working days from the day of receipt, which is not counted",
        arguments: [
            // Thursday before the National Day; Friday before the Saturday that is worked; Saturday itself; Sunday.
            ("2026-09-30", "2026-10-08", "2026-10-13"), ("2026-10-09", "2026-10-10", "2026-10-15"),
            ("2026-10-10", "2026-10-12", "2026-10-16"), ("2026-10-11", "2026-10-12", "2026-10-16"),
        ]
    )
    func count(received: String, screenBy: String, decideBy: String) {
        let evening = Sample.day(received).end.addingTimeInterval(-1)
        #expect(Self.days.screening(of: evening) == Sample.day(screenBy))
        #expect(Self.days.decision(since: evening) == Sample.day(decideBy))
    }

    @Test("move with the calendar, the extension too, and stay where nothing changed")
    func moveWithTheCalendar() {
        let decideBy = Self.days.decision(since: Sample.during)
        let open = Objection.examining(
            ObjectionDecisions.named,
            .init(since: Sample.during, decideBy: decideBy, finding: nil)
        )
        let longer = ObjectionDecisions.after(
            open,
            .extend(to: Self.days.extended(decideBy), reason: "须外地取证")
        )
        #expect(Self.days.again(open) == decideBy)
        #expect(Self.days.again(longer) == longer.dueOn)
        #expect(Self.days.again(ObjectionDecisions.closed) == nil)
        // Another document takes the make-up Saturday away: everything that counted it ends a working day later.
        let others = (1...7).map { ScheduledDay(date: Sample.day("2026-10-0\($0)"), isWorking: false, name: "国庆节") }
        let again = ObjectionDeadlines(ObjectionPolicy(), by: WorkingCalendar(days: others, version: "other"))
        #expect(again.again(open) == Sample.day("2026-10-16"))
        #expect(decideBy == Sample.day("2026-10-15"))
        #expect(again.again(longer).map { $0 > decideBy } == true)
    }

    @Test("of a lead that was found concrete run from that day")
    func runFromTheFinding() {
        let pursued = Objection.examining(
            ObjectionDecisions.complaint(),
            .init(since: Sample.day("2026-10-12").start, decideBy: Sample.day("2026-10-19"), finding: "可以查证")
        )
        #expect(Self.days.again(pursued) == Sample.day("2026-10-19"))
        let lead = Objection.received(ObjectionDecisions.complaint(), screenBy: Sample.day("2026-10-12"))
        #expect(Self.days.again(lead) == Sample.day("2026-10-10"))
    }
}

@Suite("A receipt code")
struct ReceiptCodeTests {
    @Test("has ten characters that cannot be misread, and is read back")
    func isLegible() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let code = ReceiptCode(using: &random)
            #expect(code.text.count == 10)
            #expect(code.text.allSatisfy { !"0OQ1IL2Z5S8BGUV".contains($0) })
            #expect(ReceiptCode(code.text) == code)
        }
    }

    @Test("is none of these", arguments: ["", "3333", "33333333333", "333333333O", "３３３３３３３３３３"])
    func isRefused(_ text: String) { #expect(ReceiptCode(text) == nil) }
}
