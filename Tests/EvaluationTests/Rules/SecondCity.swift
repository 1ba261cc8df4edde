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

    @Test("lets be relaxed what it says, and nothing else")
    func relaxes() throws {
        let rules = try Sample.secondCity().ruleSet.relaxation
        #expect(rules.conditions.map(\.id) == [.seniorPostYears])
        #expect(rules.ground(of: "重大工程急需")?.id == "urgent")
        #expect(rules.ground(of: "稀缺型") == nil)
    }
}
