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
        return [
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
        ]
    }

    @Test("is prepared, numbered and issued, each once, in that order", arguments: try table())
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
