import CertificateDomain
import Kernel
import Testing

@Suite("A number of the province")
struct ProvincialNumberTests {
    typealias Refusal = ProvincialNumber.Refusal

    private static func series() throws -> NumberSeries {
        NumberSeries(agency: try AgencyCode(Samples.agencyCode), year: 2026, level: "T")
    }

    static func table() throws -> [(String, String, Refusal)] {
        [
            ("Y00003716000226T000001", "2026-10-14", .agency(expected: try AgencyCode(Samples.agencyCode))),
            ("Y000037160001261000001", "2026-10-14", .level(expected: "T")),
            ("Y00003716000125T000001", "2026-10-14", .year(expected: 2026)),
            ("Y00003716000127T000001", "2026-12-31", .year(expected: 2026)),
            ("Y00003716000126T000001", "2027-01-06", .future(today: Samples.day("2027-01-05"))),
            ("Y00003716000126T000000", "2026-10-14", .malformed),
            ("Y00003716000126T00001", "2026-10-14", .malformed),
            ("", "2026-10-14", .malformed),
        ]
    }

    @Test("is refused where it cannot be this batch's", arguments: try table())
    func refused(_ text: String, _ day: String, _ refusal: Refusal) throws {
        #expect(throws: refusal) {
            try ProvincialNumber(text: text, on: Samples.day(day))
                .number(of: Self.series(), today: Samples.day("2027-01-05"))
        }
    }

    @Test("of December is taken in January: it bears the year it was given in")
    func acrossTheYear() throws {
        let number = try ProvincialNumber(text: "Y00003716000126T000009", on: Samples.day("2026-12-30"))
            .number(of: Self.series(), today: Samples.day("2027-01-05"))
        #expect(number.year == 2026 && number.sequence == 9)
    }

    @Test("leads to what its certificate is ready for")
    func commands() throws {
        let (day, holding) = (Samples.day("2026-10-14"), Samples.holding())
        let (one, two) = (try Samples.number(1), try Samples.number(2))
        let next = try CertificateNumber("Y00003716000127T000001")
        let numbered = Certificate.numbered(holding: holding, number: one, on: day)
        #expect(try Certificate.prepared(holding: holding).command(taking: one, on: day) == .number(one, on: day))
        #expect(try numbered.command(taking: one, on: day) == nil)
        #expect(try numbered.command(taking: next, on: day) == .renumber(next, on: day))
        #expect(throws: Refusal.holderHasAnother(one)) { try numbered.command(taking: two, on: day) }
        let issued = Certificate.issued(holding: holding, number: one, on: day)
        #expect(throws: Refusal.holderHasAnother(one)) { try issued.command(taking: next, on: day) }
        #expect(throws: Refusal.objectedTo) {
            try Certificate.held(holding: holding, grounds: [.name]).command(taking: one, on: day)
        }
    }
}
