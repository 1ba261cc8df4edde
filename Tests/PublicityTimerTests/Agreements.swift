import Kernel
import PublicityTimerDomain
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("The publicity timer")
struct Agreements {
    @Test("agrees with", arguments: Agreement<Main>.Place.allCases)
    func agrees(with place: Agreement<Main>.Place) throws { try Agreement<Main>().verify(place) }

    @Test("has sentences for every no: 409, but 400 for a name that is not on the list")
    func refusals() throws {
        let kinds: [[any Kernel.Rejection]] = [Notice.Rejection.allCases, Objection.Rejection.allCases]
        let refusals = kinds.flatMap { $0 }
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        let stray = Notice.Rejection.notOnList
        try Agreement<Main>().verify(refusals: refusals.filter { $0.code != stray.code }, status: 409)
        try Agreement<Main>().verify(refusals: [stray], status: 400)
    }

    @Test("answers what is wrong with a field with 400")
    func fieldCodes() throws { try Agreement<Main>().verify(fieldCodesIn: "HTTP", least: 8) }
}
