import CertificateDomain
import Kernel
import TestSupport
import Testing

@Suite("The status of a certificate")
struct StatusDecisions {
    static func table() throws -> [Decision<Certificate>] {
        let (day, today) = (Samples.day("2026-10-14"), Samples.day("2026-10-20"))
        let (holding, number) = (Samples.holding(), try Samples.number(1))
        let fraud = StatusChange(reason: .fraud, since: today, by: "a", note: "业绩材料系伪造")
        let examined = StatusChange(reason: .examination, since: today, by: "a", note: "举报核查")
        let early = StatusChange(reason: .fraud, since: Samples.day("2026-10-13"), by: "a", note: "x")
        let late = StatusChange(reason: .fraud, since: Samples.day("2026-10-21"), by: "a", note: "x")
        let numbered = Certificate.numbered(holding: holding, number: number, on: day)
        let issued = Certificate.issued(holding: holding, number: number, on: day)
        func suspended(_ filing: LocalDate?, _ examination: StatusChange?) -> Certificate {
            .suspended(
                holding: holding,
                number: number,
                on: day,
                pause: Suspension(filingSince: filing, examination: examination)
            )
        }
        let withdrawn = Certificate.withdrawn(holding: holding, number: number, on: day, change: fraud)
        let pause = Certificate.Command.pause(examined, today: today)
        let resume = Certificate.Command.resume(by: "a", on: today)
        let withdraw = Certificate.Command.withdraw(fraud, today: today)
        let range = Certificate.Rejection.sinceOutOfRange(from: day, today: today)
        var rows: [Decision<Certificate>] = [
            Decision(issued, when: pause, .becomes(suspended(nil, examined))),
            Decision(issued, when: withdraw, .becomes(withdrawn)),
            .given(issued, when: resume, refused: .notSuspended),
            .given(issued, when: .withdraw(early, today: today), refused: range),
            .given(issued, when: .withdraw(late, today: today), refused: range),
            Decision(suspended(day, nil), when: pause, .becomes(suspended(day, examined))),
            Decision(suspended(day, nil), when: withdraw, .becomes(withdrawn)),
            .given(suspended(day, nil), when: resume, refused: .notSuspended),
            Decision(suspended(nil, examined), when: .suspend(on: today), .becomes(suspended(today, examined))),
            .given(suspended(nil, examined), when: .reinstate, note: "its filing has nothing to do with it"),
            .given(suspended(nil, examined), when: pause, refused: .alreadySuspended),
            Decision(suspended(nil, examined), when: resume, .becomes(issued)),
            Decision(suspended(day, examined), when: resume, .becomes(suspended(day, nil))),
            Decision(suspended(day, examined), when: .reinstate, .becomes(suspended(nil, examined))),
            .given(suspended(day, examined), when: .suspend(on: today)),
            Decision(
                numbered,
                when: withdraw,
                .becomes(.withdrawn(holding: holding, number: number, on: nil, change: fraud))
            ),
            Decision(
                .suspended(holding: holding, number: number, on: day, pause: nil),
                when: .reinstate,
                .becomes(issued),
                note: "kept before causes were"
            ),
        ]
        for command in [pause, resume, withdraw] {
            rows.append(.given(withdrawn, when: command, refused: .alreadyWithdrawn))
            rows.append(.given(.prepared(holding: holding), when: command, refused: .notIssued))
            rows.append(.given(.takenOut(holding: holding), when: command, refused: .notIssued))
        }
        for command in [
            Certificate.Command.suspend(on: today), .reinstate, .hold(.name), .release(.name), .takeOut,
            .prepare(holding: holding),
        ] { rows.append(.given(withdrawn, when: command)) }
        rows.append(.given(withdrawn, when: .number(number, on: day), refused: .numberGiven))
        rows.append(.given(withdrawn, when: .issue(on: day), refused: .alreadyWithdrawn))
        return rows
    }

    @Test("follows every command in every state", arguments: try table())
    func answers(_ row: Decision<Certificate>) { row.verify() }

    @Test("belongs to issued certificates alone, and a reason to one status")
    func standing() throws {
        let (day, number) = (Samples.day("2026-10-14"), try Samples.number(1))
        let change = StatusChange(reason: .holderRequest, since: day, by: "a", note: "x")
        let holding = Samples.holding()
        #expect(Certificate.numbered(holding: holding, number: number, on: day).standing == nil)
        let void = Certificate.withdrawn(holding: holding, number: number, on: nil, change: change)
        #expect(void.standing == nil && void.stage == .cancelled)
        let cancelled = Certificate.withdrawn(holding: holding, number: number, on: day, change: change)
        #expect(cancelled.standing?.status == .cancelled && cancelled.stage == .cancelled)
        let old = Certificate.suspended(holding: holding, number: number, on: day, pause: nil)
        #expect(old.standing?.reason == .filing)
        #expect(StatusReason.allCases.allSatisfy { $0.status != .valid })
    }
}
