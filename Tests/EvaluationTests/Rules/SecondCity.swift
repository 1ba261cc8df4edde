import Contracts
import EvaluationDomain
import Kernel
import Testing

@testable import EvaluationService

@Suite("Another city's rules, which are a file")
struct SecondCity {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let rule: String
        let outcome: Finding.Outcome
        let standing: Assessment.Standing
        let change: @Sendable (inout Particulars) -> Void
        var testDescription: String { name }
    }

    /// Two of three merits and five years: what that city asks for.
    static func sound(_ particulars: inout Particulars) {
        particulars.conditions = [.innovation, .teaching]
        if let posts = Sample.posts(("2021-06-01", nil)) { particulars.seniorPosts = posts }
    }

    static let rows: [Row] = [
        Row(name: "meets everything", rule: "years", outcome: .met, standing: .eligible) { sound(&$0) },
        Row(name: "five years to the day", rule: "years", outcome: .met, standing: .eligible) {
            sound(&$0)
            if let posts = Sample.posts(("2021-09-01", nil)) { $0.seniorPosts = posts }
        },
        Row(name: "five years less a day", rule: "years", outcome: .notMet, standing: .ineligible) {
            sound(&$0)
            if let posts = Sample.posts(("2021-09-02", nil)) { $0.seniorPosts = posts }
        },
        Row(name: "one merit of two", rule: "apprentices", outcome: .notMet, standing: .ineligible) {
            sound(&$0)
            $0.conditions = [.innovation]
        },
        Row(name: "an honour of the city", rule: "city-honour", outcome: .met, standing: .eligible) {
            sound(&$0)
            ($0.conditions, $0.honour) = ([.innovation], "海洋工匠")
        },
        Row(name: "an honour it does not name", rule: "city-honour", outcome: .needsPerson, standing: .needsPerson) {
            sound(&$0)
            ($0.conditions, $0.honour) = ([.innovation], "齐鲁工匠")
        },
        Row(name: "its own pattern of number", rule: "certificate", outcome: .met, standing: .eligible) {
            sound(&$0)
            if let number = try? PriorCertificateNumber("RSN37160001") { $0.prior.number = number }
        },
        Row(name: "work at sea is its front line", rule: "front-line", outcome: .met, standing: .eligible) {
            sound(&$0)
            $0.positionKind = "海上作业"
        },
        Row(
            name: "rehired after retirement, of which it says nothing",
            rule: "years",
            outcome: .met,
            standing: .eligible
        ) {
            sound(&$0)
            $0.employmentForm = "退休返聘"
        },
    ]

    @Test("is judged by its own clauses", arguments: rows)
    func judges(_ row: Row) throws {
        let ruleSet = try Sample.secondCity().ruleSet
        #expect(ruleSet.problems == [])
        let verdict = try Sample.judging(by: ruleSet).verdict(on: try Sample.particulars(row.change))
        let finding = try #require(verdict.findings.first { $0.rule == row.rule })
        #expect(finding.outcome == row.outcome)
        #expect(verdict.standing == row.standing)
        #expect(verdict.findings.allSatisfy { ruleSet.clause($0.clause)?.citation == $0.citation })
        #expect(verdict.basis?.ruleSet.id == "second-city-2021")
    }

    @Test(
        "a form asks to relax in the words of the rules it is judged by",
        arguments: [("任职年限", true), ("年限", true), ("基本条件2(年限)", false), ("附加条件", false)]
    )
    func words(written: String, isKnown: Bool) throws {
        var form = try #require(try Sample.systemApplications().first)
        (form.relaxationGround, form.relaxedClause) = ("重大工程急需", written)
        let rules = try Sample.secondCity().ruleSet.relaxation
        let read = ReadApplicationForm().partial(form, under: nil, by: rules)
        #expect(read.particulars?.relaxation?.condition == (isKnown ? .seniorPostYears : nil))
        #expect(read.problems.map(\.field) == (isKnown ? [] : ["relaxedClause"]))
        #expect(read.problems.first?.arguments["known"] == (isKnown ? nil : "年限"))
    }

    @Test(
        "a preview names the columns its own rules look at",
        arguments: [
            ("seniorSpans", "years", "高级技师岗位起止"), ("positionKind", "front-line", "岗位类别"),
            ("priorNumber", "certificate", "原证书编号"), ("healthConfirmed", "fit", "身体条件确认"),
            ("merits", "renewal", "业绩摘要"),
        ]
    )
    func preview(member: String, rule: String, heading: String) throws {
        let judging = try Sample.judging(by: try Sample.secondCity().ruleSet)
        let particulars = try Sample.particulars { Self.sound(&$0) }
        let preview = EligibilityPreview(of: particulars, wrong: [member], by: judging, on: Sample.today)
        let line = try #require(preview.lines.first { $0.rule == rule })
        #expect(line.outcome == .open && line.missing == [heading])
        #expect(preview.standing == .open)
    }

    @Test("what is wrong with a group of conditions is told by its own clause")
    func sentence() throws {
        let judging = try Sample.judging(by: try Sample.secondCity().ruleSet)
        let particulars = try Sample.particulars { $0.conditions = [.innovation] }
        let preview = EligibilityPreview(of: particulars, wrong: [], by: judging, on: Sample.today)
        #expect(preview.sentence == "按所填内容,不符合三")
    }

    @Test(
        "a plan asks for no less than it does",
        arguments: [(5, 2, []), (4, 2, ["criteria.seniorPostYears"]), (5, 1, ["criteria.additionalConditions"])]
            as [(Int, Int, [String])]
    )
    func floors(years: Int, conditions: Int, fields: [String]) throws {
        let floors = try Sample.secondCity().ruleSet.floors
        let criteria = Criteria(seniorPostYears: years, additionalConditions: conditions)
        do {
            _ = try Sample.terms(criteria: criteria, above: floors)
            #expect(fields == [])
        } catch let refused as InvalidInput {
            #expect(refused.problems.map(\.field) == fields)
        }
    }

    @Test("no paper is taken of its clause about health, and of the others there is")
    func health() throws {
        let ruleSet = try Sample.secondCity().ruleSet
        #expect(ruleSet.clauses.map(\.id).filter(ruleSet.isOfHealth).map(\.rawValue) == ["two-4"])
        let notice = try Sample.notice()
        #expect(notice.clauses.map(\.id).filter(notice.isOfHealth) == [.health])
    }

    @Test("lets be relaxed what it says, and nothing else")
    func relaxes() throws {
        let rules = try Sample.secondCity().ruleSet.relaxation
        #expect(rules.conditions.map(\.id) == [.seniorPostYears])
        #expect(rules.ground(of: "重大工程急需")?.id == "urgent")
        #expect(rules.ground(of: "稀缺型") == nil)
    }
}
