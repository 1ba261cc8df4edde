import CompensationDomain
import Kernel
import TestSupport
import Testing

@testable import CompensationService

@Suite("The compensation service")
struct Agreements {
    @Test("agrees with", arguments: Agreement<Main>.Place.allCases)
    func agrees(with place: Agreement<Main>.Place) throws { try Agreement<Main>().verify(place) }

    @Test("has sentences for every no, all answered with 409")
    func refusals() throws {
        let posts: [Post.Rejection] = [.notEstablished, .alreadyEstablished, .headcountFull(headcount: 1)]
        let appointments: [Appointment.Rejection] = [.alreadyMade, .noBenchmark, .belowBenchmark(band: "")]
        let kinds: [[any Kernel.Rejection]] = [
            Holder.Rejection.allCases, Benchmark.Rejection.allCases, posts, appointments,
        ]
        let refusals = kinds.flatMap { $0 }
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        try Agreement<Main>().verify(refusals: refusals, status: 409)
    }

    @Test("answers what is wrong with a field with 400")
    func fieldCodes() throws { try Agreement<Main>().verify(fieldCodesIn: "HTTP", least: 5) }
}
