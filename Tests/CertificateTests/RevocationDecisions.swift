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
        return [
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

    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Decision<Revocation>) { row.verify() }

    @Test("is of a certificate with a number alone")
    func subject() {
        #expect(Revocation.Subject(.prepared(holding: Samples.holding()), id: Samples.uuid(40)) == nil)
    }
}
