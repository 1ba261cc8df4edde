import CertificateDomain
import Kernel
import TestSupport
import Testing

@Suite("The review whether a certificate is revoked")
struct RevocationDecisions {
    static func table() throws -> [Decision<Revocation>] {
        let day = Samples.day("2026-10-14")
        let numbered = Certificate.numbered(holding: Samples.holding(), number: try Samples.number(1), on: day)
        let subject = try #require(Revocation.Subject(numbered, id: Samples.uuid(40)))
        let open = Revocation.open(subject: subject, grounds: [.name])
        let both = Revocation.open(subject: subject, grounds: [.name, .list])
        let due = Revocation.due(subject: subject, reason: "业绩不实")
        let closed = Revocation.closed(subject: subject)
        let uphold = Revocation.Command.uphold(subject, reason: "业绩不实")
        return official(due, closed, open, subject) + [
            .given(.absent, when: .open(subject, .name), then: .opened(subject: subject, ground: .name)),
            .given(.absent, when: .release(.name)),
            .given(.absent, when: uphold, then: .upheld(subject: subject, reason: "业绩不实"), note: "not known as held"),
            .given(open, when: .open(subject, .name), note: "again"),
            .given(open, when: .open(subject, .list), then: .opened(subject: subject, ground: .list)),
            Decision(open, when: .open(subject, .list), .becomes(both), note: "with the list too"),
            .given(open, when: .release(.list), note: "of what is not open"),
            Decision(open, when: .release(.name), .becomes(closed)),
            Decision(both, when: .release(.list), .becomes(open)),
            Decision(open, when: uphold, .becomes(due)),
            .given(due, when: .open(subject, .name)),
            .given(due, when: .release(.name), note: "what was upheld is not dismissed"),
            .given(due, when: uphold),
            Decision(closed, when: .open(subject, .list), .becomes(.open(subject: subject, grounds: [.list]))),
            .given(closed, when: .release(.name)),
            Decision(closed, when: uphold, .becomes(due)),
        ]
    }

    /// What officers do with it.
    private static func official(
        _ due: Revocation,
        _ closed: Revocation,
        _ open: Revocation,
        _ subject: Revocation.Subject
    ) -> [Decision<Revocation>] {
        let (day, last) = (Samples.day("2026-10-14"), Samples.day("2026-10-21"))
        let notice = Revocation.Notice(reason: .fraud, facts: "业绩不实", on: day, hearUntil: last, by: "a")
        let outcome = Revocation.Outcome(isRevoked: true, reason: "事实清楚", on: Samples.day("2026-10-22"), by: "b")
        let early = Revocation.Outcome(isRevoked: true, reason: "事实清楚", on: last, by: "b")
        let told = Revocation.told(subject: subject, notice: notice, heard: nil)
        let heard = Revocation.told(subject: subject, notice: notice, heard: "没有造假")
        let decided = Revocation.decided(subject: subject, notice: notice, heard: nil, decision: outcome)
        var rows: [Decision<Revocation>] = [
            Decision(due, when: .tell(notice), .becomes(told)),
            .given(due, when: .hear("x"), refused: .notTold),
            .given(due, when: .decide(outcome), refused: .notTold),
            .given(told, when: .tell(notice), refused: .alreadyTold),
            Decision(told, when: .hear("没有造假"), .becomes(heard)),
            .given(told, when: .decide(early), refused: .hearingRuns(until: last)),
            Decision(told, when: .decide(outcome), .becomes(decided)),
            .given(heard, when: .decide(early), then: .decided(early), note: "who was heard waits for nothing"),
            .given(decided, when: .tell(notice), refused: .alreadyDecided),
            .given(decided, when: .hear("x"), refused: .alreadyDecided),
            .given(decided, when: .decide(outcome), refused: .alreadyDecided),
        ]
        for state in [Revocation.absent, open, closed] {
            rows.append(.given(state, when: .tell(notice), refused: .notDue))
            rows.append(.given(state, when: .hear("x"), refused: .notTold))
            rows.append(.given(state, when: .decide(outcome), refused: .notTold))
        }
        for state in [told, decided] {
            rows.append(.given(state, when: .open(subject, .name)))
            rows.append(.given(state, when: .release(.name)))
            rows.append(.given(state, when: .uphold(subject, reason: "x")))
        }
        // What was kept is looked at again when something else comes to light.
        let left = Revocation.Outcome(isRevoked: false, reason: "不成立", on: Samples.day("2026-10-22"), by: "b")
        let kept = Revocation.decided(subject: subject, notice: notice, heard: nil, decision: left)
        rows += [
            .given(kept, when: .open(subject, .name), then: .opened(subject: subject, ground: .name)),
            .given(kept, when: .uphold(subject, reason: "x"), then: .upheld(subject: subject, reason: "x")),
            .given(kept, when: .release(.name)), .given(kept, when: .decide(left), refused: .alreadyDecided),
        ]
        return rows
    }

    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Decision<Revocation>) { row.verify() }

    @Test("is of a certificate with a number alone")
    func subject() {
        #expect(Revocation.Subject(.prepared(holding: Samples.holding()), id: Samples.uuid(40)) == nil)
    }
}
