import Contracts
import EvaluationDomain
import Kernel
import TestSupport
import Testing

@Suite("The versions of a plan")
struct PlanVersions {
    private let today = Sample.today
    private let officer = PlanReceipt(by: "officer", name: "李", on: Sample.today)

    private func disclosure() throws -> Disclosure {
        try Disclosure(
            shownToEmployeesOn: today,
            proof: "照片",
            sentToAuthorityOn: today,
            proofOfSending: "回执",
            today: today
        )
    }

    private func tell(_ plan: inout ImplementationPlan, _ command: ImplementationPlan.Command) throws {
        for event in try plan.decide(command) { plan.apply(event) }
    }

    @Test("stay as they were; another must be disclosed anew")
    func stay() throws {
        var plan = ImplementationPlan.absent
        let first = try Sample.terms()
        let second = try Sample.terms(title: "第二版")
        try tell(&plan, .drawUp(first, digest: "aa", today: today))
        try tell(&plan, .disclose(disclosure()))
        try tell(&plan, .receive(officer))
        let was = try #require(plan.current)
        try tell(&plan, .revise(second, digest: "bb", reason: "增加岗位", today: today))
        #expect(plan.disclosure == nil)
        #expect(plan.versions.map(\.number) == [1, 2])
        #expect(plan.versions.first == was, "the version before is what it was, with its disclosure and receipt")
        #expect(plan.current?.receipt == nil)
        try tell(&plan, .disclose(disclosure()))
        #expect(plan.versions.map(\.digest) == ["aa", "bb"])
    }

    @Test("written before versions were kept is the first")
    func before() throws {
        let terms = try Sample.terms()
        let text = String(decoding: try WireFormat.encode(ImplementationPlan.drawnUp(terms: terms)), as: UTF8.self)
        #expect(!text.contains("course"))
        let read = try WireFormat.decode(ImplementationPlan.self, from: Array(text.utf8))
        #expect(read.current?.number == 1)
        #expect(read.current?.digest == nil)
        var revised = read
        try tell(&revised, .revise(Sample.terms(title: "第二版"), digest: "bb", reason: "x", today: today))
        #expect(revised.versions.map(\.number) == [1, 2])
    }

    @Test("are told apart row by row")
    func difference() throws {
        let old = try Sample.terms()
        let new = try Sample.terms(
            publicityDays: 7,
            methods: [
                Method(name: "业绩评审", weight: 60, passMark: 60), Method(name: "现场答辩", weight: 40, passMark: 60),
            ]
        )
        let changes = PlanOutline.difference(from: old, to: new)
        #expect(changes.map(\.field) == ["methods[业绩评审]", "methods[现场答辩]", "publicityDays"])
        #expect(changes.last?.before == "不少于5个工作日")
        #expect(changes.last?.after == "不少于7个工作日")
        #expect(changes[1].before == nil)
        #expect(PlanOutline.difference(from: new, to: old).map(\.after)[1] != nil)
        #expect(PlanOutline.difference(from: old, to: old).isEmpty)
    }
}

@Suite("A plan and the filed work plan")
struct PlanAndFiling {
    private func scope(_ filed: FiledPlanTerms?) -> FilingScope {
        FilingScope(
            filing: Sample.scope.filing,
            enterprise: Sample.enterprise,
            enterpriseName: Sample.scope.enterpriseName,
            agencyCode: Sample.scope.agencyCode,
            occupations: Sample.occupations,
            validFrom: Sample.scope.validFrom,
            validThrough: Sample.scope.validThrough,
            workPlan: FiledPlan(version: 2, digest: "ff", terms: filed)
        )
    }

    static let table: [(FiledPlanTerms, [String])] = [
        (FiledPlanTerms(), []),
        (FiledPlanTerms(seniorPostYears: 4, additionalConditions: 1, panelSize: 5, publicityDays: 5, mostPosts: 7), []),
        (FiledPlanTerms(seniorPostYears: 5), ["criteria.seniorPostYears"]),
        (FiledPlanTerms(additionalConditions: 2), ["criteria.additionalConditions"]),
        (FiledPlanTerms(publicityDays: 6), ["publicityDays"]), (FiledPlanTerms(panelSize: 7), ["panel"]),
        (FiledPlanTerms(mostPosts: 6), ["posts"]),
        (FiledPlanTerms(committees: ["assessment-committee"]), ["committee.kind"]),
        (FiledPlanTerms(committees: ["assessment-committee", "expert-panel"]), []),
        (FiledPlanTerms(methods: [.init(name: "业绩评审", weight: 100, passMark: 60)]), []),
        (FiledPlanTerms(methods: [.init(name: "业绩评审", weight: 100, passMark: 70)]), ["methods[0].passMark"]),
        (FiledPlanTerms(methods: [.init(name: "业绩评审", weight: 40)]), ["methods[0].weight"]),
        (FiledPlanTerms(methods: [.init(name: "现场答辩")]), ["methods", "methods[0].name"]),
        (
            FiledPlanTerms(seniorPostYears: 6, publicityDays: 10, mostPosts: 1),
            ["criteria.seniorPostYears", "publicityDays", "posts"]
        ),
    ]

    @Test("goes as far as the filed one and no further, each field told", arguments: table)
    func beyond(filed: FiledPlanTerms, fields: [String]) throws {
        guard !fields.isEmpty else {
            #expect(try Sample.terms(filing: scope(filed)).workPlan?.version == 2)
            return
        }
        let refused = #expect(throws: InvalidInput.self) { try Sample.terms(filing: scope(filed)) }
        #expect(refused?.problems.map(\.field) == fields)
        #expect(refused?.problems.allSatisfy { $0.code == "evaluation.beyond-filed-plan" } == true)
    }

    @Test("evaluates no occupation that is not filed, each named")
    func occupations() {
        let foreign = Sample.occupation("铣工", "6-18-01-02")
        let refused = #expect(throws: InvalidInput.self) {
            try Sample.terms(posts: [.init(occupation: Sample.welder, count: 1), .init(occupation: foreign, count: 1)])
        }
        #expect(refused?.problems.map(\.field) == ["posts[1].occupation"])
        #expect(refused?.problems.first?.code == "evaluation.plan-outside-filing")
    }
}

@Suite("What a plan must say")
struct PlanParts {
    private static func window(_ from: String, _ through: String) -> PlanSchedule.Window {
        .init(from: Sample.day(from), through: Sample.day(through))
    }

    private static func schedule(
        _ applications: (String, String) = ("2026-09-02", "2026-09-10"),
        _ review: (String, String) = ("2026-09-11", "2026-09-20"),
        _ vote: (String, String) = ("2026-09-21", "2026-09-21"),
        _ publicity: (String, String) = ("2026-09-22", "2026-09-30")
    ) -> PlanSchedule {
        PlanSchedule(
            applications: window(applications.0, applications.1),
            review: window(review.0, review.1),
            vote: window(vote.0, vote.1),
            publicity: window(publicity.0, publicity.1)
        )
    }

    static let days: [(PlanSchedule, [String])] = [
        (schedule(), []),
        (schedule(("2026-09-10", "2026-09-02")), ["schedule.applications.through"]),
        (schedule(("2026-09-02", "2026-09-21")), ["schedule.vote.from"]),
        (schedule(vote: ("2026-09-08", "2026-09-09")), ["schedule.vote.from", "schedule.vote.from"]),
        (schedule(publicity: ("2026-09-20", "2026-09-30")), ["schedule.publicity.from"]),
        (schedule(publicity: ("2026-09-22", "2026-09-26")), ["schedule.publicity.through"]),
        (schedule(publicity: ("2026-09-22", "2026-09-27")), []),
        (schedule(publicity: ("2026-09-22", "2029-09-27")), ["schedule.publicity.through"]),
    ]

    private static func schedule(vote: (String, String)) -> PlanSchedule {
        schedule(("2026-09-02", "2026-09-10"), ("2026-09-11", "2026-09-20"), vote)
    }

    private static func schedule(publicity: (String, String)) -> PlanSchedule {
        schedule(("2026-09-02", "2026-09-10"), ("2026-09-11", "2026-09-20"), ("2026-09-21", "2026-09-21"), publicity)
    }

    @Test("has its days in order, with room for publicity", arguments: days)
    func order(schedule: PlanSchedule, fields: [String]) throws {
        guard !fields.isEmpty else {
            #expect(try Sample.terms(schedule: schedule).schedule == schedule)
            return
        }
        let refused = #expect(throws: InvalidInput.self) { try Sample.terms(schedule: schedule) }
        #expect(Set(refused?.problems.map(\.field) ?? []) == Set(fields))
    }

    @Test("says who reviews, when, and on which decision the posts rest")
    func parts() {
        let refused = #expect(throws: InvalidInput.self) {
            try Sample.terms(committee: nil, schedule: nil, postsDecision: nil)
        }
        #expect(refused?.problems.map(\.field) == ["committee", "schedule", "postsDecision"])
    }

    @Test("gives a reason for another body than the two the notice names")
    func committee() throws {
        let refused = #expect(throws: InvalidInput.self) {
            try Sample.terms(committee: Committee(kind: .other, name: "技术委员会"))
        }
        #expect(refused?.problems.map(\.field) == ["committee.reason"])
        let told = Committee(kind: .other, name: "技术委员会", reason: "行业惯例,由集团统一评审")
        #expect(try Sample.terms(committee: told).committee == told)
    }

    @Test(
        "has methods whose weights make 100",
        arguments: [
            ([100.0], true), ([40, 30, 30], true), ([33.33, 33.33, 33.34], true), ([50, 40], false), ([60, 60], false),
        ]
    )
    func weights(weights: [Double], isWhole: Bool) throws {
        let methods = weights.enumerated().map { Method(name: "方法\($0)", weight: $1, passMark: 60) }
        guard !isWhole else {
            #expect(try Sample.terms(methods: methods).methods == methods)
            return
        }
        let refused = #expect(throws: InvalidInput.self) { try Sample.terms(methods: methods) }
        #expect(refused?.problems.map(\.code) == ["evaluation.weights-not-whole"])
    }

    @Test("is not written after its days of application, nor before the posts were decided")
    func past() {
        let late = #expect(throws: InvalidInput.self) { try Sample.terms(today: Sample.day("2026-09-02")) }
        #expect(late?.problems.map(\.code) == ["evaluation.window-passed"])
        let early = #expect(throws: InvalidInput.self) { try Sample.terms(today: Sample.day("2026-08-19")) }
        #expect(early?.problems.map(\.field) == ["postsDecision.decidedOn"])
    }

    @Test(
        "takes applications on its days and no other, and promises them all",
        arguments: [("2026-08-31", false, false), ("2026-09-01", true, false), ("2026-09-02", false, true)]
    )
    func window(day: String, takes: Bool, mayEnd: Bool) throws {
        let terms = try Sample.terms()
        let day = Sample.day(day)
        #expect(((try? terms.requireApplicationsOpen(on: day)) != nil) == takes)
        #expect(((try? terms.requireApplicationsOver(on: day)) != nil) == mayEnd)
        #expect(((try? terms.requireApplicationsToCome(on: day)) != nil) == !mayEnd)
    }

    private static func days(_ windows: [(String, String)]) -> [PlanSchedule.Window] {
        windows.map { window($0.0, $0.1) }
    }

    @Test(
        "gives back the days of application a frozen filing took",
        arguments: [
            ([], "2026-09-10"), ([("2026-08-01", "2026-09-01")], "2026-09-10"),
            ([("2026-09-03", "2026-09-03")], "2026-09-11"), ([("2026-09-09", "2026-09-15")], "2026-09-17"),
            ([("2026-09-03", "2026-09-04"), ("2026-09-11", "2026-09-12")], "2026-09-14"),
            ([("2026-08-01", "2026-12-31")], "2027-01-09"), ([("2026-09-11", "2026-09-20")], "2026-09-10"),
        ]
    )
    func givesBack(frozen: [(String, String)], through: String) {
        let window = Self.window("2026-09-02", "2026-09-10").givingBack(Self.days(frozen))
        #expect(window == Self.window("2026-09-02", through))
    }

    @Test("counts names against posts, and takes more of them only with a reason")
    func posts() throws {
        let terms = try Sample.terms(posts: [.init(occupation: Sample.welder, count: 1)])
        #expect(try terms.exceededPosts(by: [Sample.welder], reason: nil).isEmpty)
        #expect(throws: PostsExceededRejection(occupations: ["焊工(2人,岗位1个)"])) {
            try terms.exceededPosts(by: [Sample.welder, Sample.welder], reason: nil)
        }
        let over = try terms.exceededPosts(by: [Sample.welder, Sample.welder], reason: "梯队建设")
        #expect(over == [ExceededPosts(occupation: Sample.welder, posts: 1, names: 2, reason: "梯队建设")])
    }
}
