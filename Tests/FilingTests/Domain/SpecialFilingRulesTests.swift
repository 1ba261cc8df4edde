import FilingDomain
import Kernel
import TestSupport
import Testing

@Suite("What a special-grade filing must keep to")
struct SpecialFilingRulesTests {
    typealias Table = Decision<SpecialFiling>

    /// The commands that look at the general filing, each with the state it is for.
    static func looking(at basis: FilingBasis?, _ occupations: [Occupation]) -> [(SpecialFiling, SpecialFiling.Command)]
    {
        let paper = Sample.dossier(occupations)
        let told = Sample.corrections
        return [
            (.notDrafted, .draft(dossier: paper, basis: basis, on: Sample.monday)),
            (
                .draft(dossier: Sample.dossier()),
                .revise(application: Sample.form, occupations: occupations, basis: basis, on: Sample.monday)
            ),
            (.draft(dossier: paper), .submit(basis: basis, on: Sample.monday)),
            (.correcting(dossier: paper, corrections: told), .resubmit(basis: basis, on: Sample.monday)),
            (
                .submitted(dossier: paper, on: Sample.monday),
                .accept(number: Sample.number, authority: "市中心", basis: basis, on: Sample.monday)
            ),
        ]
    }

    static func table() throws -> [Table] {
        let ended = try Sample.basis("2023-01-01", "2026-08-02")
        let notBegun = try Sample.basis("2026-08-04", "2029-08-03")
        let asked = [Sample.welder, Sample.electrician]
        let cases: [(FilingBasis?, [Occupation], SpecialFiling.Rejection)] = [
            (nil, [Sample.welder], .generalFilingNotAccepted),
            (ended, [Sample.welder], .generalFilingNotInForce(ended.term)),
            (notBegun, [Sample.welder], .generalFilingNotInForce(notBegun.term)),
            (try Sample.basis(), asked, .outsideScope([Sample.electrician])),
        ]
        return cases.flatMap { basis, occupations, reason in
            looking(at: basis, occupations).map { Table($0, when: $1, .refused(reason)) }
        }
    }

    @Test("a general filing accepted, in force and wide enough", arguments: try table())
    func restsOnTheGeneralFiling(_ row: Table) { row.verify() }

    @Test("the same code in another edition or 工种 is another occupation")
    func editionsDiffer() throws {
        let older = Occupation(code: "6-18-02-04", edition: "2015", name: "焊工", specialty: nil)
        let plain = Occupation(code: "6-18-01-01", edition: "2022", name: "车工", specialty: nil)
        #expect(try Sample.basis().outside([Sample.welder, older, Sample.turner, plain]) == [older, plain])
    }

    @Test("a plan with unwritten parts may be kept but not handed in, first or again")
    func plansAreComplete() throws {
        let paper = Sample.dossier(plan: Sample.planWithoutSchedule)
        let missing = SpecialFiling.Rejection.workPlanIncomplete([.standards, .schedule])
        let basis = try Sample.basis()
        var draft = SpecialFiling.initial
        _ = try draft.handle(.draft(dossier: paper, basis: basis, on: Sample.monday))
        #expect(throws: missing) { _ = try draft.handle(.submit(basis: basis, on: Sample.monday)) }
        #expect(missing.arguments["parts"] == "评价标准、时间安排")
        let correcting = SpecialFiling.correcting(dossier: paper, corrections: Sample.corrections)
        #expect(throws: missing) { try correcting.decide(.resubmit(basis: basis, on: Sample.monday)) }
    }

    @Test("the same plan written again is no new version")
    func samePlanIsNoVersion() {
        let again = SpecialFiling.Command.replaceWorkPlan(plan: Sample.plan, digest: "aa", on: Sample.tuesday)
        Table.given(.draft(dossier: Sample.dossier()), when: again).verify()
    }

    @Test("corrections are several requests, numbered from one, and at least one")
    func correctionsAreNumbered() throws {
        let submitted = SpecialFiling.submitted(dossier: Sample.dossier(), on: Sample.monday)
        let wrong = ["评价标准", "评价程序", "申请表"].map { SpecialFiling.Wrong(place: $0, reason: "请补充") }
        let events = try submitted.decide(.requestCorrections(requests: wrong, on: Sample.tuesday))
        guard case .correctionsRequested(let corrections) = events.first else {
            Issue.record("no corrections")
            return
        }
        #expect(corrections.requests.map(\.number) == [1, 2, 3])
        #expect(corrections.requests.map(\.place) == ["评价标准", "评价程序", "申请表"])
        #expect(throws: SpecialFiling.Rejection.noRequests) {
            try submitted.decide(.requestCorrections(requests: [], on: Sample.tuesday))
        }
    }

    @Test(
        "a receipt's number has its word, year and four digits or more",
        arguments: [
            (1, "滨特备〔2026〕0001号"), (42, "滨特备〔2026〕0042号"), (9999, "滨特备〔2026〕9999号"), (12345, "滨特备〔2026〕12345号"),
        ]
    )
    func numbersAreWritten(sequence: Int, text: String) {
        #expect(ReceiptNumber(word: "滨特备", year: 2026, sequence: sequence).text == text)
    }
}
