import FilingDomain
import Kernel
import TestSupport
import Testing

@Suite("What a special-grade filing must keep to")
struct SpecialFilingRulesTests {
    typealias Table = Decision<SpecialFiling>

    /// The commands that look at the general filing, each with the state it is for.
    static func looking(
        at basis: FilingBasis?,
        _ occupations: [Occupation],
        _ rule: ScopeRule
    ) -> [(SpecialFiling, SpecialFiling.Command)] {
        let paper = Sample.dossier(occupations)
        let told = Sample.corrections
        let acceptance = SpecialFiling.Acceptance(
            number: Sample.number,
            authority: "市中心",
            rule: rule,
            scopeReason: "企业自主培养"
        )
        return [
            (.draft(dossier: paper), .submit(basis: basis, rule: rule, attachments: [], on: Sample.monday)),
            (
                .correcting(dossier: paper, corrections: told),
                .resubmit(basis: basis, rule: rule, attachments: [], on: Sample.monday)
            ),
            (.submitted(dossier: paper, on: Sample.monday), .accept(acceptance, basis: basis, on: Sample.monday)),
        ]
    }

    static func table() throws -> [Table] {
        let ended = try Sample.basis("2023-01-01", "2026-08-02")
        let notBegun = try Sample.basis("2026-08-04", "2029-08-03")
        let cases: [(FilingBasis?, SpecialFiling.Rejection)] = [
            (nil, .generalFilingNotAccepted), (ended, .generalFilingNotInForce(ended.term)),
            (notBegun, .generalFilingNotInForce(notBegun.term)),
        ]
        let lapsed = cases.flatMap { basis, reason in
            looking(at: basis, [Sample.welder], .officerDecides).map { Table($0, when: $1, .refused(reason)) }
                + [
                    Table(
                        .notDrafted,
                        when: .draft(dossier: Sample.dossier(), basis: basis, on: Sample.monday),
                        .refused(reason)
                    )
                ]
        }
        let asked = [Sample.welder, Sample.electrician]
        let strict = looking(at: try Sample.basis(), asked, .strict).map {
            Table($0, when: $1, .refused(.outsideScope([Sample.electrician])))
        }
        return lapsed + strict
    }

    @Test("a general filing accepted and in force, and wide enough where the city is strict", arguments: try table())
    func restsOnTheGeneralFiling(_ row: Table) { row.verify() }

    @Test("outside the general filing an officer accepts with a reason, which is on the receipt, and not without")
    func officersDecideAboutScope() throws {
        let basis = try Sample.basis()
        let asked = [
            Sample.welder, Sample.electrician,
            Occupation(code: "6-20-01-01", edition: "2022", name: "钳工", specialty: nil),
        ]
        var filing = SpecialFiling.initial
        _ = try filing.handle(.draft(dossier: Sample.dossier(asked), basis: basis, on: Sample.monday))
        _ = try filing.handle(.submit(basis: basis, rule: .officerDecides, attachments: [], on: Sample.monday))
        for reason in [nil, ""] {
            let silent = SpecialFiling.Acceptance(number: Sample.number, authority: "市中心", scopeReason: reason)
            #expect(throws: FilingRejection.scopeNeedsReason(Array(asked[1...]))) {
                _ = try filing.decide(.accept(silent, basis: basis, on: Sample.tuesday))
            }
        }
        let given = SpecialFiling.Acceptance(number: Sample.number, authority: "市中心", scopeReason: "省级竞赛集训基地")
        _ = try filing.handle(.accept(given, basis: basis, on: Sample.tuesday))
        let scope = try #require(filing.receipt?.scope)
        #expect(scope.reason == "省级竞赛集训基地" && scope.outside.map(\.occupation) == Array(asked[1...]))
        #expect(scope.outside.map(\.filedLevels) == [[.technician], []])
        #expect(scope.outside.map(\.chinese) == ["自主评价备案仅到二级/技师,未到一级/高级技师", "未在自主评价备案中备案"])
    }

    @Test("a reason given where nothing lies outside is not kept")
    func needlessReasonsAreDropped() throws {
        var filing = SpecialFiling.submitted(dossier: Sample.dossier(), on: Sample.monday)
        let given = SpecialFiling.Acceptance(number: Sample.number, authority: "市中心", scopeReason: "x")
        _ = try filing.handle(.accept(given, basis: Sample.basis(), on: Sample.tuesday))
        #expect(filing.receipt != nil && filing.receipt?.scope == nil)
    }

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
        #expect(throws: missing) {
            _ = try draft.handle(
                .submit(basis: basis, rule: .officerDecides, attachments: [], on: Sample.monday)
            )
        }
        #expect(missing.arguments["parts"] == "评价标准、时间安排")
        let correcting = SpecialFiling.correcting(dossier: paper, corrections: Sample.corrections)
        #expect(throws: missing) {
            try correcting.decide(
                .resubmit(basis: basis, rule: .officerDecides, attachments: [], on: Sample.monday)
            )
        }
    }

    @Test("the same plan written again is no new version")
    func samePlanIsNoVersion() {
        let again = SpecialFiling.Command.replaceWorkPlan(plan: Sample.plan, digest: "aa", on: Sample.tuesday)
        Table.given(.draft(dossier: Sample.dossier()), when: again).verify()
    }

    @Test("corrections are several requests, numbered from one, and at least one")
    func correctionsAreNumbered() throws {
        let submitted = SpecialFiling.submitted(dossier: Sample.dossier(), on: Sample.monday)
        let wrong = ["评价标准", "评价程序", "申请表"].map { Deficiency(place: $0, reason: "请补充") }
        let events = try submitted.decide(.requestCorrections(wrong, number: nil, on: Sample.tuesday))
        guard case .correctionsRequested(let corrections) = events.first else {
            Issue.record("no corrections")
            return
        }
        #expect(corrections.requests.map(\.number) == [1, 2, 3])
        #expect(corrections.requests.map(\.place) == ["评价标准", "评价程序", "申请表"])
        #expect(corrections.unanswered == [1, 2, 3])
        #expect(throws: SpecialFiling.Rejection.noRequests) {
            try submitted.decide(.requestCorrections([], number: nil, on: Sample.tuesday))
        }
    }

    @Test(
        "proof of the discussion with employees is no ground for a correction",
        arguments: [
            ("申请表·民主协商情况", true), ("职工代表大会决议", true), ("application.consultation", true), ("工作方案·征求职工意见", true),
            ("听取职工意见材料", true), ("工作方案·评价程序", false), ("职工教育经费说明", false), ("评价机构", false),
        ]
    )
    func consultationIsOptional(place: String, isAbout: Bool) throws {
        let submitted = SpecialFiling.submitted(dossier: Sample.dossier(), on: Sample.monday)
        let wrong = [Deficiency(place: "申请表", reason: "未盖章"), Deficiency(place: place, reason: "请补充")]
        let command = SpecialFiling.Command.requestCorrections(wrong, number: nil, on: Sample.tuesday)
        if isAbout {
            #expect(throws: FilingRejection.consultationIsOptional(place: place)) { try submitted.decide(command) }
        } else {
            #expect(try submitted.decide(command).count == 1)
        }
    }

    @Test("requests are answered by number; an answer written again takes the other's place")
    func requestsAreAnswered() throws {
        var filing = SpecialFiling.correcting(dossier: Sample.dossier(), corrections: Sample.corrections)
        _ = try filing.handle(.answer(number: 2, text: "已盖章", on: Sample.tuesday))
        _ = try filing.handle(.answer(number: 2, text: "已盖章并签字", on: Sample.wednesday))
        #expect(filing.course?.corrections?.answers.map(\.text) == ["已盖章并签字"])
        #expect(filing.course?.corrections?.unanswered == [1])
        #expect(throws: FilingRejection.noSuchRequest(3, last: 2)) {
            try filing.decide(.answer(number: 3, text: "x", on: Sample.wednesday))
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
