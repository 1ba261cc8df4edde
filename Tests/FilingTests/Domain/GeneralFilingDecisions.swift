import FilingDomain
import Kernel
import TestSupport
import Testing

@Suite("A general filing")
struct GeneralFilingDecisions {
    typealias Table = Decision<GeneralFiling>

    /// Every state down, every command across: submit, accept, accept with a term that is over, refuse.
    static func table() throws -> [Table] {
        let code = try AgencyCode("Y000037160001")
        let term = try Sample.term("2026-01-01", "2028-12-31")
        let over = try Sample.term("2023-01-01", "2026-08-03")
        let grant = GeneralGrant(agencyCode: code, term: term, on: Sample.tuesday)
        let submitted = GeneralFiling.submitted(application: Sample.general, on: Sample.monday)
        let accepted = GeneralFiling.accepted(
            application: Sample.general,
            submittedOn: Sample.monday,
            grant: grant
        )
        let refused = GeneralFiling.refused(
            application: Sample.general,
            submittedOn: Sample.monday,
            reasons: ["无稳定经费"],
            on: Sample.tuesday
        )
        let commands: [GeneralFiling.Command] = [
            .submit(application: Sample.general, on: Sample.monday),
            .accept(agencyCode: code, term: term, on: Sample.tuesday),
            .accept(agencyCode: code, term: over, on: Sample.tuesday),
            .refuse(reasons: ["无稳定经费"], on: Sample.tuesday),
        ]
        let outcomes: [(GeneralFiling, [Table.Outcome])] = [
            (
                .notSubmitted,
                [
                    .becomes(submitted), .refused(.notSubmitted), .refused(.notSubmitted), .refused(.notSubmitted),
                ]
            ),
            (
                submitted,
                [
                    .refused(.alreadySubmitted), .becomes(accepted),
                    .refused(.termOver(through: Sample.monday)), .becomes(refused),
                ]
            ),
            (accepted, Array(repeating: .refused(.alreadyDecided), count: commands.count)),
            (refused, Array(repeating: .refused(.alreadyDecided), count: commands.count)),
        ]
        return outcomes.flatMap { state, row in
            zip(commands, row).map { Table(state, when: $0, $1) }
        }
    }

    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of four states and four commands")
    func isComplete() throws { #expect(try Self.table().count == 16) }

    @Test("may be accepted on the last day of its term")
    func acceptsOnTheLastDay() throws {
        var filing = GeneralFiling.submitted(application: Sample.general, on: Sample.monday)
        let term = try Sample.term("2026-01-01", "2026-08-04")
        _ = try filing.handle(.accept(agencyCode: AgencyCode("Y000037160001"), term: term, on: Sample.tuesday))
        #expect(filing.basis?.term == term)
    }

    @Test("gives nothing to rest on before it is accepted")
    func hasNoBasis() {
        #expect(GeneralFiling.submitted(application: Sample.general, on: Sample.monday).basis == nil)
    }

    @Test("has no term that ends before it begins")
    func termsRunForward() {
        #expect(Term(from: Sample.tuesday, through: Sample.monday) == nil)
        #expect(Term(from: Sample.monday, through: Sample.monday)?.contains(Sample.monday) == true)
    }
}
