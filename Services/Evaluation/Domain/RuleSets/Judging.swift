import Kernel

/// By what a round's applications are judged: one rule set, one plan, one day, and the occupations that correspond.
package struct Judging: Sendable {
    package let ruleSet: RuleSet
    let criteria: Criteria
    let referenceDate: LocalDate
    let mappings: OccupationMappings
    /// The account that judges; a relaxation an application asked for is proposed by it.
    let account: String
    /// The day of judging.
    let today: LocalDate

    /// A judging.
    package init(
        by ruleSet: RuleSet,
        criteria: Criteria,
        on referenceDate: LocalDate,
        mappings: OccupationMappings = OccupationMappings([]),
        account: String,
        today: LocalDate
    ) {
        self.ruleSet = ruleSet
        self.criteria = criteria
        self.referenceDate = referenceDate
        self.mappings = mappings
        self.account = account
        self.today = today
    }

    /// What the plan asks for, never less than the rule set.
    var seniorPostYears: Int { max(criteria.seniorPostYears, ruleSet.floors.seniorPostYears) }
    var additionalConditions: Int { max(criteria.additionalConditions, ruleSet.floors.additionalConditions) }
}
