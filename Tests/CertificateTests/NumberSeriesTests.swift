import CertificateDomain
import Kernel
import Testing

@Suite("A series of numbers")
struct NumberSeriesTests {
    private func series(_ day: String) throws -> NumberSeries {
        NumberSeries(
            agency: try AgencyCode(Samples.agencyCode),
            level: .specialGradeTechnician,
            on: Samples.day(day)
        )
    }

    @Test(
        "writes agency, year of the day, T and six digits",
        arguments: [
            ("2026-12-31", 1, 1, ["Y00003716000126T000001"]),
            ("2027-01-01", 2, 2, ["Y00003716000127T000001", "Y00003716000127T000002"]),
            ("2026-10-14", 2, 12, ["Y00003716000126T000011", "Y00003716000126T000012"]),
            ("2026-10-14", 1, 999_999, ["Y00003716000126T999999"]), ("2026-10-14", 0, 0, []),
        ]
    )
    func writes(_ day: String, _ count: Int, _ last: Int, _ expected: [String]) throws {
        #expect(try series(day).numbers(count, through: last).map(\.text) == expected)
    }

    @Test("is exhausted after 999999")
    func exhausted() throws {
        let error = #expect(throws: NumberSeries.Exhausted.self) {
            try series("2026-10-14").numbers(2, through: 1_000_000)
        }
        #expect(error?.arguments == ["agency": "Y000037160001", "year": "2026"])
    }
}
