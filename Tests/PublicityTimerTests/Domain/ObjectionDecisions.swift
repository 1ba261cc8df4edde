import Foundation
import Kernel
import PublicityTimerDomain
import TestSupport
import Testing

@Suite("An objection")
struct ObjectionDecisions {
    typealias Table = Decision<Objection>

    static let complaint = Objection.Complaint(
        notice: Sample.id(70),
        person: Sample.zhao,
        reason: "业绩不实",
        evidence: nil,
        objector: nil,
        receipt: Data([1, 2, 3]),
        receivedAt: Sample.during
    )
    static let unreceived = Objection.initial
    static let received = Objection.received(complaint)
    static let accepted = Objection.accepted(complaint, at: Sample.during)
    static let decided: Objection = {
        var objection = accepted
        _ = try? objection.handle(.decide(.upheld, reason: "查证属实", now: Sample.during))
        return objection
    }()

    static let receive = Objection.Command.receive(complaint)
    static let accept = Objection.Command.accept(now: Sample.during)
    static let decide = Objection.Command.decide(.dismissed, reason: "查无实据", now: Sample.end)

    static let table: [Table] = [
        .given(unreceived, when: receive, then: .received(complaint: complaint)),
        .given(unreceived, when: accept, refused: .notReceived),
        .given(unreceived, when: decide, refused: .notReceived),
        .given(received, when: receive, refused: .alreadyReceived),
        .given(received, when: accept, then: .accepted(at: Sample.during)),
        .given(received, when: decide, refused: .notAccepted),
        .given(accepted, when: receive, refused: .alreadyReceived),
        .given(accepted, when: accept, refused: .alreadyAccepted),
        .given(accepted, when: decide, then: .decided(outcome: .dismissed, reason: "查无实据", at: Sample.end)),
        .given(decided, when: receive, refused: .alreadyReceived),
        .given(decided, when: accept, refused: .alreadyDecided),
        .given(decided, when: decide, refused: .alreadyDecided),
    ]

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Table) { row.verify() }

    @Test("keeps what was handed in through every state")
    func keepsTheComplaint() {
        #expect([Self.received, Self.accepted, Self.decided].allSatisfy { $0.complaint == Self.complaint })
        #expect(Self.decided.decision?.outcome == .upheld)
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
