import FilingDomain
import Kernel
import TestSupport
import Testing

@testable import FilingService

@Suite("The filing service")
struct Agreements {
    @Test("agrees with", arguments: Agreement<Main>.Place.allCases)
    func agrees(with place: Agreement<Main>.Place) throws { try Agreement<Main>().verify(place) }

    @Test("has sentences for every no of its domain and stores, all answered with 409")
    func refusals() throws {
        let special: [SpecialFiling.Rejection] = [
            .notDrafted, .alreadyDrafted, .notSubmitted, .alreadySubmitted, .alreadyDecided, .correctionsToldBefore,
            .awaitingResubmission, .nothingToCorrect, .noRequests, .generalFilingNotAccepted, .outsideScope([]),
            .workPlanIncomplete([]), .generalFilingNotInForce(try Sample.basis().term),
        ]
        let general: [GeneralFiling.Rejection] = [
            .alreadySubmitted, .notSubmitted, .alreadyDecided, .termOver(through: Sample.monday),
        ]
        let others: [any Kernel.Rejection] = [Enterprise.Rejection.alreadyRegistered, AgencyCodeTaken()]
        let kinds: [[any Kernel.Rejection]] = [special, general, others]
        try Agreement<Main>().verify(refusals: kinds.flatMap { $0 }, status: 409)
    }

    @Test("answers what is wrong with a field with 400")
    func fieldCodes() throws { try Agreement<Main>().verify(fieldCodesIn: "HTTP", least: 8) }

    @Test("has eighteen routes")
    func routes() throws { #expect(try Agreement<Main>().routes.count == 18) }
}
