import Attachments
import CompensationDomain
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("The compensation service")
struct Agreements {
    @Test("agrees with", arguments: Agreement<Main>.Place.allCases)
    func agrees(with place: Agreement<Main>.Place) throws { try Agreement<Main>().verify(place) }

    /// What each part of the service refuses; its tests name it beside them.
    private static let parts: [Refusals] = [
        fields,
        .benchmarks,
        .posts,
        .holders,
        .appointments,
        .letters,
        .attestations,
        .imports,
        .denials,
        .treatment,
        .inspections,
        .parity,
    ]

    private static let fields = Refusals(
        [],
        ofFields: ["compensation.required", "compensation.too-long", "compensation.not-a-day"]
    )

    @Test("has sentences for every no, and no others than those of fields")
    func refusals() throws {
        let refusals = Self.parts.flatMap(\.refusals)
        try Agreement<Main>().verify(refusals: refusals)
        let others = Set(Self.parts.flatMap(\.ofFields))
        #expect(Set(refusals.map(\.code)).count == refusals.count)
        #expect(
            Set(refusals.map(\.code)).union(others) == Set(Main.messages.codes.filter { attachmentMessages[$0] == nil })
        )
    }
}
