/// What one rule found about one application, tied to its clause, in words the applicant can check.
package struct Finding: Codable, Hashable, Sendable {
    package let clause: Clause
    /// The rule's stable name, that of its file.
    package let rule: String
    package var outcome: Outcome
    /// What was looked at and how it was reckoned.
    package var facts: [String]
    /// The papers named for it.
    package let evidence: [String]
    /// Whether 三（三） relaxes this very condition, so that it does not stand in the way.
    package var isRelaxed: Bool
    /// What a person decided, where the rule could not.
    package var review: Review?

    /// What came of a rule.
    package enum Outcome: String, Codable, CaseIterable, Sendable {
        case met, notMet, needsPerson
    }

    /// What a rule found.
    package init(
        clause: Clause,
        rule: String,
        outcome: Outcome,
        facts: [String],
        evidence: [String] = [],
        isRelaxed: Bool = false,
        review: Review? = nil
    ) {
        self.clause = clause
        self.rule = rule
        self.outcome = outcome
        self.facts = facts
        self.evidence = evidence
        self.isRelaxed = isRelaxed
        self.review = review
    }

    /// The outcome as far as eligibility goes: a relaxed condition counts as met.
    var effective: Outcome { isRelaxed ? .met : outcome }
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

    /// A decision of a person.
    package init(clause: Clause, rule: String?, isMet: Bool, reason: String, by: String) {
        self.clause = clause
        self.rule = rule
        self.isMet = isMet
        self.reason = reason
        self.by = by
    }
}
