import Kernel

/// What one rule found about one application, tied to its clause, in words the applicant can check.
package struct Finding: Codable, Hashable, Sendable {
    package let clause: Clause
    /// The rule's stable name.
    package let rule: String
    package var outcome: Outcome
    /// What was looked at and how it was reckoned.
    package var facts: [String]
    /// The papers named for it.
    package let evidence: [String]
    /// Whether the relaxation clause relaxes this very condition, so that it does not stand in the way.
    package var isRelaxed: Bool
    /// What a person decided, where the rule could not.
    package var review: Review?
    /// Where the clause stands; nil in what was found before rule sets were data.
    private let cited: String?
    /// The group of conditions it is an alternative of; nil where it must be met.
    private let ofGroup: String?
    /// Under what name it can be relaxed; nil where it cannot.
    private let relaxedAs: RelaxationRequest.Condition?

    /// What came of a rule.
    package enum Outcome: String, Codable, CaseIterable, Sendable {
        case met, notMet, needsPerson
    }

    private enum CodingKeys: String, CodingKey {
        case clause, rule, outcome, facts, evidence, isRelaxed, review
        case cited = "citation"
        case ofGroup = "group"
        case relaxedAs = "condition"
    }

    /// What a rule found.
    package init(
        clause: Clause,
        citation: String? = nil,
        rule: String,
        group: String? = nil,
        condition: RelaxationRequest.Condition? = nil,
        outcome: Outcome,
        facts: [String],
        evidence: [String] = [],
        isRelaxed: Bool = false,
        review: Review? = nil
    ) {
        self.clause = clause
        cited = citation
        self.rule = rule
        ofGroup = group
        relaxedAs = condition
        self.outcome = outcome
        self.facts = facts
        self.evidence = evidence
        self.isRelaxed = isRelaxed
        self.review = review
    }

    /// Where the clause stands in its document.
    package var citation: String { cited ?? ClausesOfBefore.citation(of: clause) }

    /// The group of conditions it is an alternative of; nil where it must be met.
    package var group: String? {
        if let ofGroup { return ofGroup }
        return cited == nil && ClausesOfBefore.alternatives.contains(rule) ? ConditionGroup.ofBefore : nil
    }

    /// Under what name it can be relaxed; nil where it cannot.
    var condition: RelaxationRequest.Condition? {
        relaxedAs ?? (cited == nil ? ClausesOfBefore.condition(of: rule) : nil)
    }

    /// The outcome as far as eligibility goes: a relaxed condition counts as met.
    package var effective: Outcome { isRelaxed ? .met : outcome }
}

/// A person's decision where a rule needs one.
package struct Review: Codable, Hashable, Sendable {
    package let clause: Clause
    /// The rule decided on, nil for every waiting one of the clause.
    package let rule: String?
    /// Met or not.
    package let isMet: Bool
    package let reason: String
    /// The account of who decided.
    package let by: String
    /// The day; nil in decisions of before it was kept.
    package let on: LocalDate?

    /// A decision of a person.
    package init(clause: Clause, rule: String?, isMet: Bool, reason: String, by: String, on: LocalDate? = nil) {
        self.clause = clause
        self.rule = rule
        self.isMet = isMet
        self.reason = reason
        self.by = by
        self.on = on
    }
}
