import EvaluationDomain
import Kernel
import Testing

@Suite("Eligibility by clause 三 of the notice")
struct EligibilityRules {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let rule: String
        let outcome: Finding.Outcome
        let standing: Assessment.Standing
        let change: @Sendable (inout Particulars) -> Void
        var testDescription: String { name }

        init(
            _ name: String,
            _ rule: String,
            _ outcome: Finding.Outcome,
            _ standing: Assessment.Standing,
            _ change: @escaping @Sendable (inout Particulars) -> Void
        ) {
            (self.name, self.rule, self.outcome, self.standing, self.change) = (name, rule, outcome, standing, change)
        }
    }

    static let rows: [Row] = [
        Row("meets everything", "senior-post-years", .met, .eligible) { _ in },
        Row("科研一线", "front-line-post", .met, .eligible) { $0.positionKind = "科研一线" },
        Row("a manager", "front-line-post", .notMet, .ineligible) { $0.positionKind = "管理" },
        Row("a kind of post nobody listed", "front-line-post", .needsPerson, .needsPerson) { $0.positionKind = "检验" },
        Row("rehired after retirement", "in-service", .notMet, .ineligible) {
            ($0.employmentForm, $0.dutyStatus) = ("退休返聘", "返聘")
        },
        Row("dispatched by an agency", "in-service", .needsPerson, .needsPerson) { $0.employmentForm = "劳务派遣" },
        Row("on unpaid leave", "in-service", .notMet, .ineligible) { $0.dutyStatus = "停薪留职" },
        Row("conduct not confirmed", "conduct", .notMet, .ineligible) { $0.conductConfirmed = false },
        Row("health not confirmed", "health", .notMet, .ineligible) { $0.healthConfirmed = false },
        Row("only 技师", "senior-level", .notMet, .ineligible) {
            ($0.prior.level, $0.prior.levelText) = (.technician, "二级/技师")
            if let number = try? PriorCertificateNumber("Y000037160001212000001") { $0.prior.number = number }
        },
        Row("技师 by a number that says 高级技师", "senior-level", .needsPerson, .needsPerson) {
            ($0.prior.level, $0.prior.levelText) = (.technician, "二级/技师")
        },
        Row("a 职业资格 of 16 digits", "senior-level", .met, .eligible) {
            $0.prior.kind = "职业资格证书"
            if let number = try? PriorCertificateNumber("1837160001100012") { $0.prior.number = number }
        },
        Row("an unknown pattern of number", "senior-level", .needsPerson, .needsPerson) {
            if let number = try? PriorCertificateNumber("RSN37160001") { $0.prior.number = number }
        },
        Row("a number that tells another level", "senior-level", .needsPerson, .needsPerson) {
            if let number = try? PriorCertificateNumber("Y000037160001212000009") { $0.prior.number = number }
        },
        Row("a level nobody can read", "senior-level", .needsPerson, .needsPerson) {
            ($0.prior.level, $0.prior.levelText) = (nil, "老师傅")
        },
        Row("a certificate of another occupation", "senior-level", .needsPerson, .needsPerson) {
            $0.prior.occupation = "电焊工"
        },
        Row("exactly four years", "senior-post-years", .met, .eligible) {
            if let posts = Sample.posts(("2022-09-01", nil)) { $0.seniorPosts = posts }
        },
        Row("one day less than four years", "senior-post-years", .notMet, .ineligible) {
            if let posts = Sample.posts(("2022-09-02", nil)) { $0.seniorPosts = posts }
        },
        Row("3 years 11 months though the certificate is older", "senior-post-years", .notMet, .ineligible) {
            if let posts = Sample.posts(("2022-10-01", nil)) { $0.seniorPosts = posts }
            $0.prior.issuedOn = Sample.day("2020-05-20")
        },
        Row("transferred out of the occupation", "still-in-occupation", .notMet, .ineligible) {
            if let posts = Sample.posts(("2016-03-01", "2022-03-31")) { $0.seniorPosts = posts }
            $0.stillInOccupation = false
        },
        Row("no condition claimed", "innovation", .notMet, .ineligible) { $0.conditions = [] },
        Row("a condition without papers", "innovation", .needsPerson, .needsPerson) { $0.evidence = [] },
        Row("a leading method", "leading-method", .met, .eligible) { $0.conditions = [.leadingMethod] },
        Row("teaching", "teaching", .met, .eligible) { $0.conditions = [.teaching] },
        Row("an honour of the notice", "honours", .met, .eligible) {
            ($0.conditions, $0.honour, $0.honourDocument) = ([.honours], "齐鲁首席技师", "鲁人社字〔2023〕000号")
        },
        Row("a labour model of the province", "honours", .needsPerson, .needsPerson) {
            ($0.conditions, $0.honour, $0.honourDocument) = ([.honours], "山东省劳动模范", "鲁政字1号")
        },
        Row("a labour model of the city", "honours", .needsPerson, .needsPerson) {
            ($0.conditions, $0.honour, $0.honourDocument) = ([.honours], "滨州市劳动模范", "滨政字1号")
        },
        Row("a 五一劳动奖章 of the city", "honours", .needsPerson, .needsPerson) {
            ($0.conditions, $0.honour, $0.honourDocument) = ([.honours], "滨州市五一劳动奖章", "滨工字1号")
        },
        Row("an honour nobody listed", "honours", .needsPerson, .needsPerson) {
            ($0.conditions, $0.honour, $0.honourDocument) = ([.honours], "滨州工匠", "滨工字2号")
        },
        Row("an honour claimed and not named", "honours", .notMet, .ineligible) { $0.conditions = [.honours] },
        Row("a second condition makes good for the first", "honours", .needsPerson, .eligible) {
            $0.conditions = [.innovation, .honours]
            ($0.honour, $0.honourDocument) = ("滨州工匠", "滨工字2号")
        },
        Row("relaxation asked for: scarce", "relaxation", .needsPerson, .needsPerson) {
            if let posts = Sample.posts(("2024-03-01", nil)) { $0.seniorPosts = posts }
            $0.relaxation = RelaxationRequest(ground: "稀缺型", condition: .seniorPostYears)
        },
        Row("relaxation asked for: nothing but the years", "relaxation", .needsPerson, .ineligible) {
            if let posts = Sample.posts(("2024-03-01", nil)) { $0.seniorPosts = posts }
            $0.relaxation = RelaxationRequest(ground: "稀缺型", condition: .seniorPostYears)
            ($0.prior.level, $0.prior.levelText) = (.technician, "二级/技师")
            if let number = try? PriorCertificateNumber("Y000037160001212000001") { $0.prior.number = number }
        },
        Row("relaxation asked for: a ground the notice does not name", "relaxation", .needsPerson, .needsPerson) {
            if let posts = Sample.posts(("2024-03-01", nil)) { $0.seniorPosts = posts }
            $0.relaxation = RelaxationRequest(ground: "表现突出", condition: .seniorPostYears)
        },
    ]

    @Test("each rule finds what the notice says", arguments: rows)
    func finds(_ row: Row) throws {
        let assessment = try Sample.judged(row.change)
        let finding = try #require(assessment.findings.first { $0.rule == row.rule })
        #expect(finding.outcome == row.outcome)
        #expect(assessment.standing == row.standing)
        #expect(!finding.facts.isEmpty)
    }

    @Test("a stricter plan asks for more years and conditions")
    func stricter() throws {
        let strict = Criteria(seniorPostYears: 6, additionalConditions: 2)
        let assessment = try Sample.judging(strict).verdict(on: try Sample.particulars())
        #expect(assessment.additional == .notMet)
        #expect(assessment.findings.first { $0.rule == "senior-post-years" }?.outcome == .notMet)
    }

    @Test("every rule stands in the rule set once, under its own name, and nothing is wrong with it")
    func policy() throws {
        let notice = try Sample.notice()
        #expect(notice.problems == [])
        #expect(notice.ruleNames.count == 12)
        #expect(Set(notice.ruleNames).count == 12)
    }

    @Test(
        "four years are reckoned day by day",
        arguments: [
            ([("2022-09-01", nil)], "2026-09-01", true), ([("2022-09-01", nil)], "2026-08-31", false),
            ([("2020-02-29", nil)], "2024-02-29", true), ([("2020-02-29", nil)], "2024-02-28", false),
            ([("2016-03-01", "2018-02-28"), ("2022-03-01", nil)], "2024-03-01", true),
            ([("2016-03-01", "2018-02-28"), ("2022-03-01", nil)], "2024-02-29", false),
            ([("2016-03-01", "2018-02-28"), ("2018-03-01", nil)], "2020-03-01", true),
            ([("2016-03-01", "2018-02-28")], "2026-09-01", false),
        ] as [([(String, String?)], String, Bool)]
    )
    func years(spans: [(String, String?)], reference: String, isFull: Bool) throws {
        let posts = try #require(
            SeniorPosts(spans.map { SeniorPosts.Span(from: Sample.day($0.0), through: $0.1.map(Sample.day)) })
        )
        #expect((posts.dayFull(years: 4, by: Sample.day(reference)) != nil) == isFull)
    }

    @Test("spans that overlap, or an open one before another, are none")
    func badSpans() {
        #expect(Sample.posts(("2020-01-01", "2021-01-01"), ("2021-01-01", nil)) == nil)
        #expect(Sample.posts(("2020-01-01", nil), ("2021-01-01", nil)) == nil)
        #expect(Sample.posts(("2020-01-02", "2020-01-01")) == nil)
    }
}
