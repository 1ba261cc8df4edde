import EvaluationDomain
import Foundation
import Kernel
import Testing

@Suite("Scoring")
struct ScoringTables {
    static let two = ScoringSheet(
        method: "业绩评审",
        criteria: [
            ScoringCriterion(dimension: .ability, name: "解决生产难题", most: 6000),
            ScoringCriterion(dimension: .conduct, name: "工匠精神", most: 4000),
        ]
    )

    struct Filling: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let marks: [Int?]
        var comment: String?
        var isFinal = true
        let problems: [String]
    }

    static let fillings = [
        Filling(testDescription: "in range", marks: [5000, 3000], problems: []),
        Filling(testDescription: "nothing and everything", marks: [0, 4000], comment: "只看品德", problems: []),
        Filling(testDescription: "above", marks: [6001, 3000], problems: ["marks[0] evaluation.score-out-of-range"]),
        Filling(
            testDescription: "below and above",
            marks: [-1, 4001],
            problems: ["marks[0] evaluation.score-out-of-range", "marks[1] evaluation.score-out-of-range"]
        ),
        Filling(testDescription: "left open", marks: [5000, nil], problems: ["marks[1] evaluation.score-missing"]),
        Filling(testDescription: "left open in a draft", marks: [5000, nil], isFinal: false, problems: []),
        Filling(
            testDescription: "above in a draft",
            marks: [nil, 5000],
            isFinal: false,
            problems: ["marks[1] evaluation.score-out-of-range"]
        ),
        Filling(testDescription: "too few", marks: [5000], problems: ["marks evaluation.score-marks"]),
        Filling(
            testDescription: "very high",
            marks: [5500, 4000],
            problems: ["comment evaluation.score-comment-needed"]
        ),
        Filling(testDescription: "very high, explained", marks: [5500, 4000], comment: "国家专利", problems: []),
        Filling(testDescription: "just not very high", marks: [5499, 4000], problems: []),
        Filling(
            testDescription: "very low",
            marks: [3000, 1000],
            problems: ["comment evaluation.score-comment-needed"]
        ),
        Filling(testDescription: "very low in a draft", marks: [0, 0], isFinal: false, problems: []),
    ]

    @Test("takes a sheet that is filled in right, and names the criterion of one that is not", arguments: fillings)
    func filling(row: Filling) {
        let problems = Self.two.problems(
            of: ScoreSheet.Content(marks: row.marks, comment: row.comment),
            isFinal: row.isFinal,
            extremes: ScoringRule.Extremes(low: 4000, high: 9500)
        )
        #expect(problems.map { "\($0.field) \($0.code)" } == row.problems)
        for problem in problems where problem.code == "evaluation.score-out-of-range" {
            #expect(Self.two.criteria.map(\.name).contains(problem.arguments["criterion"] ?? ""))
        }
    }

    @Test("has the notice's ten criteria where the plan has none of its own")
    func ofNotice() {
        let sheet = ScoringSheet.ofNotice(method: "综合评审")
        #expect(sheet.criteria.map(\.most).reduce(0, +) == Score.full)
        #expect(
            Set(sheet.criteria.map(\.name)) == [
                "创新操作规程", "解决生产难题", "完成工作任务", "参与技术改造革新", "传技带徒",
                "工匠精神", "职业道德", "职业操守", "从业行为", "社会责任",
            ]
        )
        #expect(Set(sheet.criteria.map(\.dimension)) == Set(ScoringDimension.allCases))
    }

    struct Rule: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let rule: ScoringRule
        let problems: [String]
    }

    static let rules = [
        Rule(testDescription: "the notice's", rule: ScoringRule(), problems: []),
        Rule(testDescription: "a sheet of its own", rule: ScoringRule(sheets: [two]), problems: []),
        Rule(
            testDescription: "a sheet of no method",
            rule: ScoringRule(sheets: [.ofNotice(method: "抓阄")]),
            problems: ["panelRule.scoring.sheets[0].method evaluation.sheet-without-method"]
        ),
        Rule(
            testDescription: "two sheets of one method",
            rule: ScoringRule(sheets: [two, two]),
            problems: ["panelRule.scoring.sheets[1].method evaluation.repeated"]
        ),
        Rule(
            testDescription: "ninety points",
            rule: ScoringRule(sheets: [
                ScoringSheet(
                    method: "业绩评审",
                    criteria: [ScoringCriterion(dimension: .merits, name: "业绩", most: 9000)]
                )
            ]),
            problems: ["panelRule.scoring.sheets[0].criteria evaluation.sheet-not-hundred"]
        ),
        Rule(
            testDescription: "extremes the wrong way round",
            rule: ScoringRule(extremes: ScoringRule.Extremes(low: 9000, high: 4000)),
            problems: ["panelRule.scoring.extremes evaluation.out-of-range"]
        ),
    ]

    @Test("follows a rule that is checked with its plan", arguments: rules)
    func rule(row: Rule) throws {
        let problems: [FieldProblem]
        do {
            _ = try ScoringSample.plan(row.rule)
            problems = []
        } catch let invalid { problems = invalid.problems }
        #expect(problems.map { "\($0.field) \($0.code)" } == row.problems)
    }

    @Test("is drafted at will and submitted once; the same again changes nothing")
    func sheet() throws {
        let key = ScoringSample.key("expert-1")
        let first = ScoreSheet.Content(marks: [100, nil], comment: nil)
        let last = ScoreSheet.Content(marks: [100, 200], comment: nil)
        var sheet = ScoreSheet.initial
        _ = try sheet.handle(.draft(key, first))
        #expect(try sheet.decide(.draft(key, first)).isEmpty)
        _ = try sheet.handle(.submit(key, last, at: PanelSample.now))
        #expect(sheet.isSubmitted && sheet.content?.total == 300)
        #expect(try sheet.decide(.submit(key, last, at: PanelSample.now)).isEmpty)
        #expect(throws: ScoreSheet.Rejection.alreadySubmitted) {
            try sheet.decide(.submit(key, first, at: PanelSample.now))
        }
        #expect(throws: ScoreSheet.Rejection.alreadySubmitted) { try sheet.decide(.draft(key, last)) }
    }

    @Test("takes an entered score from one person and its second reading from another")
    func entered() throws {
        func entry(_ hundredths: Int) -> EnteredScore.Entry {
            EnteredScore.Entry(
                round: Sample.id(10),
                application: Sample.id(200),
                method: 0,
                hundredths: hundredths,
                basis: "试卷",
                by: "hr-1"
            )
        }
        var score = EnteredScore.initial
        #expect(throws: EnteredScore.Rejection.notEntered) { try score.decide(.confirm(hundredths: 1, by: "hr-2")) }
        _ = try score.handle(.enter(entry(7800)))
        _ = try score.handle(.enter(entry(8700)))
        #expect(throws: EnteredScore.Rejection.samePerson) { try score.decide(.confirm(hundredths: 8700, by: "hr-1")) }
        #expect(throws: EnteredScore.Rejection.differs) { try score.decide(.confirm(hundredths: 7800, by: "hr-2")) }
        _ = try score.handle(.confirm(hundredths: 8700, by: "hr-2"))
        #expect(throws: EnteredScore.Rejection.alreadyConfirmed) { try score.decide(.enter(entry(1))) }
    }
}
