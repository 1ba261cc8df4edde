import CertificateDomain
import Kernel
import Testing

@Suite("A scheme of numbers")
struct NumberSchemeTests {
    private static func scheme(
        segments: [NumberSegment]? = nil,
        agencies: NumberAgencies? = nil,
        serials: NumberSerials? = nil,
        levels: [String: String] = ["specialGradeTechnician": "T"]
    ) -> NumberScheme {
        NumberScheme(
            basis: "特级技师证书编码规则",
            inForceFrom: Samples.day("2026-01-01"),
            segments: segments,
            agencies: agencies,
            serials: serials,
            levelCharacters: levels
        )
    }

    /// What a document says and which of its fields are wrong.
    static var table: [(NumberScheme, [String])] {
        let short = [NumberSegment(part: .agency, length: 13), NumberSegment(part: .serial, length: 9)]
        return [
            (scheme(), []),
            (scheme(segments: NumberSegment.national), []),
            (scheme(segments: short), ["segments"]),
            (scheme(agencies: .init(categories: ["Y"], provinces: ["37"])), []),
            (scheme(agencies: .init(categories: ["J"], provinces: [])), ["agencies.categories", "agencies.provinces"]),
            (scheme(agencies: .init(categories: [], provinces: ["3"])), ["agencies.categories", "agencies.provinces"]),
            (scheme(serials: .init(first: 101, last: 999_999)), []),
            (scheme(serials: .init(first: 0, last: 10)), ["serials"]),
            (scheme(serials: .init(first: 10, last: 9)), ["serials"]),
            (scheme(serials: .init(first: 1, last: 1_000_000)), ["serials"]),
            (scheme(levels: [:]), ["levelCharacters"]),
            (scheme(levels: ["specialGradeTechnician": "X"]), []),
            (scheme(levels: ["specialGradeTechnician": "1"]), ["levelCharacters.specialGradeTechnician"]),
            (scheme(levels: ["specialGradeTechnician": "O"]), ["levelCharacters.specialGradeTechnician"]),
            (scheme(levels: ["specialGradeTechnician": "t"]), ["levelCharacters.specialGradeTechnician"]),
            (scheme(levels: ["specialGradeTechnician": "TT"]), ["levelCharacters.specialGradeTechnician"]),
            (scheme(levels: ["specialGradeTechnician": "T", "chief": "S"]), ["levelCharacters.chief"]),
            (
                scheme(levels: ["specialGradeTechnician": "T", "junior": "T"]),
                [
                    "levelCharacters.junior", "levelCharacters.specialGradeTechnician",
                ]
            ),
            (scheme(levels: ["specialGradeTechnician": "T", "seniorTechnician": "1", "technician": "2"]), []),
        ]
    }

    @Test("is told every field that is wrong", arguments: table)
    func problems(_ scheme: NumberScheme, _ fields: [String]) {
        #expect(scheme.problems.map(\.field) == fields)
    }

    @Test("makes a series of agency, year and the level's character")
    func series() throws {
        let agency = try AgencyCode(Samples.agencyCode)
        let scheme = Self.scheme(levels: ["specialGradeTechnician": "X"])
        let series = try scheme.series(agency: agency, level: .specialGradeTechnician, year: 2027)
        #expect(series.text == "Y00003716000127X")
        #expect(try series.number(42).text == "Y00003716000127X000042")
        #expect(try NumberSeries(series.text) == series)
        #expect(try NumberSeries(of: series.number(1)) == series)
        #expect(throws: NumberRejection.levelWithoutCharacter(.technician)) {
            try scheme.series(agency: agency, level: .technician, year: 2027)
        }
    }

    @Test("gives none to an agency of another kind or province", arguments: ["S000037160001", "Y000045160001"])
    func outside(_ code: String) throws {
        let scheme = Self.scheme(agencies: .init(categories: ["Y"], provinces: ["37"]))
        let agency = try AgencyCode(code)
        #expect(throws: NumberRejection.agencyOutsideScheme(agency)) {
            try scheme.series(agency: agency, level: .specialGradeTechnician, year: 2026)
        }
    }
}
