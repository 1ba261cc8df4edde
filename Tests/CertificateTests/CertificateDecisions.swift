import CertificateDomain
import Kernel
import TestSupport
import Testing

@Suite("A certificate")
struct CertificateDecisions {
    static func table() throws -> [Decision<Certificate>] {
        let day = Samples.day("2026-10-14")
        let (one, two) = (try Samples.number(1), try Samples.number(2))
        let holding = Samples.holding()
        let prepared = Certificate.prepared(holding: holding)
        let numbered = Certificate.numbered(holding: holding, number: one, on: day)
        let issued = Certificate.issued(holding: holding, number: one, on: day)
        let suspended = Certificate.suspended(
            holding: holding,
            number: one,
            on: day,
            pause: Suspension(filingSince: day, examination: nil)
        )
        return try [
            .given(.unknown, when: .prepare(holding: holding), then: .prepared(holding: holding)),
            .given(.unknown, when: .number(one, on: day), refused: .notPrepared),
            .given(.unknown, when: .issue(on: day), refused: .notPrepared),
            .given(prepared, when: .prepare(holding: holding)),
            .given(prepared, when: .number(one, on: day), then: .numbered(number: one, on: day)),
            .given(prepared, when: .issue(on: day), refused: .numberMissing),
            .given(numbered, when: .prepare(holding: holding)),
            .given(numbered, when: .number(two, on: day), refused: .numberGiven),
            .given(numbered, when: .issue(on: day), then: .issued(on: day)),
            .given(issued, when: .prepare(holding: holding)),
            .given(issued, when: .number(two, on: day), refused: .numberGiven),
            .given(issued, when: .issue(on: day), refused: .alreadyIssued),
            .given(.unknown, when: .renumber(two, on: day), refused: .notPrepared),
            .given(prepared, when: .renumber(two, on: day), refused: .numberMissing),
            .given(numbered, when: .renumber(two, on: day), then: .renumbered(number: two, on: day)),
            Decision(
                numbered,
                when: .renumber(two, on: day),
                .becomes(.numbered(holding: holding, number: two, on: day)),
                note: "it bears the new one"
            ),
            .given(issued, when: .renumber(two, on: day), refused: .numberGiven),
            .given(suspended, when: .renumber(two, on: day), refused: .numberGiven),
            .given(.takenOut(holding: holding), when: .renumber(two, on: day), refused: .objectedTo),
            .given(.held(holding: holding, grounds: [.name]), when: .renumber(two, on: day), refused: .objectedTo),
        ] + moving(holding, prepared, [numbered, issued, suspended])
            + objections(holding, prepared, [numbered, issued, suspended]) + filing(holding, prepared, numbered, issued)
    }

    /// What becomes of it, and is said of its holder, before it has a number; never after.
    private static func moving(
        _ holding: Holding,
        _ prepared: Certificate,
        _ numbered: [Certificate]
    ) -> [Decision<Certificate>] {
        let other = Samples.uuid(31)
        let renamed = holding.corrected(name: "王建囯", unit: nil, occupation: nil)
        let early = [
            prepared, .held(holding: holding, grounds: [.name]), .takenOut(holding: holding),
        ]
        return [
            .given(.unknown, when: .move(registration: other), refused: .notPrepared),
            .given(.unknown, when: .correct(holding: renamed), refused: .notPrepared),
            Decision(prepared, when: .correct(holding: renamed), .becomes(.prepared(holding: renamed))),
            .given(prepared, when: .correct(holding: holding)),
        ]
            + early.flatMap { state -> [Decision<Certificate>] in
                [
                    .given(state, when: .move(registration: other), then: .moved(registration: other)),
                    .given(state, when: .correct(holding: renamed), then: .corrected(holding: renamed)),
                ]
            }
            + numbered.flatMap { state -> [Decision<Certificate>] in
                [
                    .given(state, when: .move(registration: other), refused: .numberGiven),
                    .given(state, when: .correct(holding: renamed), refused: .numberGiven),
                    .given(state, when: .amend(holding: renamed), then: .corrected(holding: renamed)),
                    .given(state, when: .amend(holding: holding)),
                ]
            }
            + early.flatMap { state -> [Decision<Certificate>] in
                [
                    .given(state, when: .carry(registration: other), then: .moved(registration: other)),
                    .given(state, when: .amend(holding: renamed), then: .corrected(holding: renamed)),
                ]
            } + [
                .given(.unknown, when: .amend(holding: renamed), refused: .notPrepared),
                .given(.unknown, when: .carry(registration: other), refused: .notPrepared),
                .given(numbered[0], when: .carry(registration: other), then: .moved(registration: other)),
                .given(numbered[1], when: .carry(registration: other), refused: .alreadyIssued),
                .given(numbered[2], when: .carry(registration: other), refused: .alreadyIssued),
            ]
    }

    /// What its filing does to it.
    private static func filing(
        _ holding: Holding,
        _ prepared: Certificate,
        _ numbered: Certificate,
        _ issued: Certificate
    ) throws -> [Decision<Certificate>] {
        let (number, day) = (try Samples.number(1), Samples.day("2026-10-14"))
        let suspended = Certificate.suspended(
            holding: holding,
            number: number,
            on: day,
            pause: Suspension(filingSince: day, examination: nil)
        )
        let early = [
            Certificate.unknown, prepared, numbered, .held(holding: holding, grounds: [.name]),
            .takenOut(holding: holding),
        ]
        return early.flatMap { [.given($0, when: .suspend(on: day)), .given($0, when: .reinstate)] } + [
            .given(issued, when: .suspend(on: day), then: .suspended(on: day)),
            .given(issued, when: .reinstate),
            .given(suspended, when: .suspend(on: day)),
            Decision(suspended, when: .reinstate, .becomes(issued)),
            .given(suspended, when: .prepare(holding: holding)),
            .given(suspended, when: .number(number, on: day), refused: .numberGiven),
            .given(suspended, when: .issue(on: day), refused: .alreadyIssued),
        ]
    }

    /// What objections do to it.
    private static func objections(
        _ holding: Holding,
        _ prepared: Certificate,
        _ numbered: [Certificate]
    ) throws -> [Decision<Certificate>] {
        let (number, day) = (try Samples.number(1), Samples.day("2026-10-14"))
        let held = Certificate.held(holding: holding, grounds: [.name])
        let both = Certificate.held(holding: holding, grounds: [.name, .list])
        let out = Certificate.takenOut(holding: holding)
        var rows: [Decision<Certificate>] = [
            .given(prepared, when: .hold(.name), then: .held(ground: .name)),
            .given(prepared, when: .release(.name)),
            .given(prepared, when: .takeOut, then: .takenOut),
            .given(held, when: .hold(.name), note: "again"),
            .given(held, when: .hold(.list), then: .held(ground: .list), note: "with the whole list too"),
            .given(held, when: .release(.name), then: .released(ground: .name)),
            .given(held, when: .release(.list), note: "of what does not hold it"),
            .given(held, when: .takeOut, then: .takenOut),
            .given(held, when: .number(number, on: day), refused: .objectedTo),
            .given(held, when: .issue(on: day), refused: .objectedTo),
            .given(held, when: .prepare(holding: holding)),
            Decision(both, when: .release(.name), .becomes(.held(holding: holding, grounds: [.list]))),
            Decision(held, when: .release(.name), .becomes(prepared), note: "of the last"),
            .given(out, when: .number(number, on: day), refused: .objectedTo),
            .given(out, when: .issue(on: day), refused: .objectedTo),
            .given(out, when: .prepare(holding: holding)),
        ]
        for state in [Certificate.unknown, out] + numbered {
            for command in [Certificate.Command.hold(.name), .release(.name), .takeOut] {
                rows.append(.given(state, when: command))
            }
        }
        return rows
    }

    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Decision<Certificate>) { row.verify() }

    @Test("keeps its number through its issue")
    func story() throws {
        var certificate = Certificate.initial
        _ = try certificate.handle(.prepare(holding: Samples.holding()))
        #expect(certificate.number == nil)
        _ = try certificate.handle(.number(Samples.number(7), on: Samples.day("2026-10-14")))
        _ = try certificate.handle(.issue(on: Samples.day("2026-10-16")))
        #expect(certificate.number == (try Samples.number(7)))
        #expect(certificate.issuedOn == Samples.day("2026-10-16"))
        #expect(certificate.holding == Samples.holding())
    }
}
