import CertificateDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A correction that was asked for")
struct CorrectionDecisions {
    private static let day = Samples.day("2026-10-20")

    private static func asked() throws -> CorrectionRequest.Asked {
        CorrectionRequest.Asked(
            certificate: Samples.uuid(1),
            number: try Samples.number(1),
            person: Samples.uuid(2),
            creditCode: Samples.enterprise.creditCode,
            fields: [.name],
            reason: "姓名有误",
            by: "hr",
            on: day
        )
    }

    private static func decision(_ outcome: CorrectionRequest.Outcome) -> CorrectionRequest.Decision {
        .init(outcome, reason: "属实", by: "officer", on: day)
    }

    @Test("is closed once", arguments: CorrectionRequest.Outcome.allCases)
    func once(_ outcome: CorrectionRequest.Outcome) throws {
        #expect(throws: CorrectionRequest.Rejection.unknown) {
            try CorrectionRequest.unknown.decide(.close(Self.decision(outcome)))
        }
        let asked = try Self.asked()
        var request = CorrectionRequest.unknown
        for event in try request.decide(.ask(asked)) { request.apply(event) }
        #expect(request.stage == .open && request.decision == nil)
        for event in try request.decide(.close(Self.decision(outcome))) { request.apply(event) }
        #expect(request.stage?.rawValue == outcome.rawValue && request.asked == asked)
        #expect(throws: CorrectionRequest.Rejection.alreadyClosed(outcome)) {
            try request.decide(.close(Self.decision(.accepted)))
        }
        #expect(try request.decide(.ask(asked)).isEmpty)
    }
}
