import CertificateDomain
import Kernel
import Testing

@Suite("A certificate")
struct CertificateDecisions {
    @Test("is prepared, numbered and issued, each once, in that order")
    func order() throws {
        let day = Samples.day("2026-10-14")
        let (one, two) = (try Samples.number(1), try Samples.number(2))
        let holding = Samples.holding()
        let prepared = Certificate.prepared(holding: holding)
        let numbered = Certificate.numbered(holding: holding, number: one, on: day)
        let issued = Certificate.issued(holding: holding, number: one, on: day)
        typealias Answer = Result<[Certificate.Event], Certificate.Rejection>
        let table: [(Certificate, Certificate.Command, Answer)] = [
            (.unknown, .prepare(holding: holding), .success([.prepared(holding: holding)])),
            (.unknown, .number(one, on: day), .failure(.notPrepared)),
            (.unknown, .issue(on: day), .failure(.notPrepared)),
            (prepared, .prepare(holding: holding), .success([])),
            (prepared, .number(one, on: day), .success([.numbered(number: one, on: day)])),
            (prepared, .issue(on: day), .failure(.numberMissing)),
            (numbered, .prepare(holding: holding), .success([])),
            (numbered, .number(two, on: day), .failure(.numberGiven)),
            (numbered, .issue(on: day), .success([.issued(on: day)])),
            (issued, .prepare(holding: holding), .success([])),
            (issued, .number(two, on: day), .failure(.numberGiven)),
            (issued, .issue(on: day), .failure(.alreadyIssued)),
        ]
        for (given, when, expected) in table {
            let answer = Result { () throws(Certificate.Rejection) in try given.decide(when) }
            #expect(answer == expected, "\(given.stage?.rawValue ?? "unknown") — \(when)")
        }
    }

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
