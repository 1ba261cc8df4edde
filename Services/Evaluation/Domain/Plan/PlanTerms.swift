import Kernel

/// What an implementation plan (实施方案) lays down: conditions, method, organisation and schedule (notice, 四（一）).
package struct PlanTerms: Codable, Hashable, Sendable {
    /// The filing it rests on and whose it is.
    package let filing: FilingScope
    package let title: String
    /// The day on which years of service are reckoned.
    package let referenceDate: LocalDate
    package let criteria: Criteria
    /// Working days the proposed list is on show.
    package let publicityDays: Int
    package let posts: [PlannedPosts]
    package let methods: [Method]
    package let organisation: String
    package let panel: [PanelSeat]
    package let determination: DeterminationRule
    /// The office that takes objections.
    package let handlingOffice: String
    /// How it is reached; nil in a plan of before plans said so.
    package let handlingContact: HandlingContact?
    /// The enterprise's decision the plan was adopted by.
    package let decision: String
    /// The version of the filed work plan it rests on; nil in a plan of before plans said so.
    package let workPlan: WorkPlanReference?
    /// What applications are judged by; nil: the notice's own rules.
    package private(set) var ruleSet: RuleSetReference?
    /// How the panel is made up; nil in a plan of before every plan said so: the members of ``panel``.
    package let panelRule: PanelRule?
    /// How the panel votes; nil: every member casts a ballot, and two thirds approve.
    package let votingRule: VotingRule?
    /// Who reviews; nil in a plan of before plans said so.
    package let committee: Committee?
    /// The days it sets; nil in a plan of before plans set any.
    package let schedule: PlanSchedule?
    /// The decision the posts rest on; nil in a plan of before plans said so.
    package let postsDecision: PostsDecision?
    /// Which version of the plan a round was opened under; nil in the plan itself, and in rounds of before versions.
    package internal(set) var version: Int?

    /// The terms of a plan.
    ///
    /// Throws ``Kernel/InvalidInput`` with everything that is missing, laxer than `floors` or beyond the filed work plan;
    /// where `today` is told, also with days that have passed or not come.
    package init(
        filing: FilingScope,
        title: String,
        referenceDate: LocalDate,
        criteria: Criteria,
        publicityDays: Int,
        posts: [PlannedPosts],
        methods: [Method],
        organisation: String,
        panel: [PanelSeat],
        determination: DeterminationRule,
        handlingOffice: String,
        handlingContact: HandlingContact? = nil,
        decision: String,
        workPlan: WorkPlanReference? = nil,
        ruleSet: RuleSetReference? = nil,
        panelRule: PanelRule? = nil,
        votingRule: VotingRule? = nil,
        committee: Committee? = nil,
        schedule: PlanSchedule? = nil,
        postsDecision: PostsDecision? = nil,
        above floors: RuleSet.Floors = .notice,
        today: LocalDate? = nil
    ) throws(InvalidInput) {
        self.filing = filing
        self.title = title
        self.referenceDate = referenceDate
        self.criteria = criteria
        self.publicityDays = publicityDays
        self.posts = posts
        self.methods = methods
        self.organisation = organisation
        self.panel = panel
        self.determination = determination
        self.handlingOffice = handlingOffice
        self.handlingContact = handlingContact
        self.decision = decision
        self.workPlan = workPlan
        self.ruleSet = ruleSet
        self.panelRule = panelRule
        self.votingRule = votingRule
        self.committee = committee
        self.schedule = schedule
        self.postsDecision = postsDecision
        let problems = PlanCheck.problems(of: self, on: today, above: floors)
        guard problems.isEmpty else { throw InvalidInput(problems) }
    }

    /// The terms as a round under that version keeps them.
    package func ofVersion(_ number: Int) -> PlanTerms {
        var terms = self
        terms.version = number
        return terms
    }

    /// The same terms under a rule set, which a round keeps from its opening on.
    package func judged(by reference: RuleSetReference) -> PlanTerms {
        var terms = self
        terms.ruleSet = reference
        return terms
    }

    /// Whether a post is planned for an occupation.
    package func covers(_ occupation: Occupation) -> Bool {
        posts.contains { $0.occupation.includes(occupation) }
    }

    /// Whether an occupation is called what the plan calls the one of that code.
    package func names(_ occupation: Occupation) -> Bool {
        posts.contains { $0.occupation.includes(occupation) && $0.occupation.name == occupation.name }
    }
}

/// The conditions of the notice as the plan sets them, at least as strict.
package struct Criteria: Codable, Hashable, Sendable {
    /// Years in a 高级技师 post, four at least.
    package let seniorPostYears: Int
    /// How many of the additional conditions must be met, one at least.
    package let additionalConditions: Int

    /// Conditions of a plan; those of the notice unless told otherwise.
    package init(
        seniorPostYears: Int = NoticeFloor.seniorPostYears,
        additionalConditions: Int = NoticeFloor.additionalConditions
    ) {
        self.seniorPostYears = seniorPostYears
        self.additionalConditions = additionalConditions
    }
}

/// How many posts (岗位职数) an occupation has.
package struct PlannedPosts: Codable, Hashable, Sendable {
    package let occupation: Occupation
    package let count: Int

    /// So many posts of an occupation.
    package init(occupation: Occupation, count: Int) {
        self.occupation = occupation
        self.count = count
    }
}

/// One method of evaluation with its weight and pass mark.
package struct Method: Codable, Hashable, Sendable {
    package let name: String
    package let weight: Double
    package let passMark: Double

    /// A method like 业绩评审, 现场答辩.
    package init(name: String, weight: Double, passMark: Double) {
        self.name = name
        self.weight = weight
        self.passMark = passMark
    }
}

/// One member of the panel (评审委员).
package struct PanelSeat: Codable, Hashable, Sendable {
    /// The account the member signs in with.
    package let evaluator: String
    package let name: String
    package let unit: String

    /// A seat of the panel.
    package init(evaluator: String, name: String, unit: String) {
        self.evaluator = evaluator
        self.name = name
        self.unit = unit
    }
}
