import Kernel

/// One rule: a name, the clause it carries out, and how it judges.
///
/// Each stands in a file of its own under Rules/ and in one of the lists of ``EligibilityPolicy``.
package struct EligibilityRule: Sendable {
    /// Its stable name.
    package let name: String
    /// The clause of the notice.
    package let clause: Clause
    let judge: @Sendable (Particulars, Criteria, LocalDate) -> Verdict

    /// The outcome of one rule with the facts it rests on.
    struct Verdict {
        let outcome: Finding.Outcome
        let facts: [String]

        static func met(_ facts: String...) -> Verdict { Verdict(outcome: .met, facts: facts) }
        static func notMet(_ facts: String...) -> Verdict { Verdict(outcome: .notMet, facts: facts) }
        static func needsPerson(_ facts: String...) -> Verdict { Verdict(outcome: .needsPerson, facts: facts) }
    }

    /// What the rule finds about an application.
    func finding(on particulars: Particulars, by criteria: Criteria, on day: LocalDate) -> Finding {
        let verdict = judge(particulars, criteria, day)
        return Finding(
            clause: clause,
            rule: name,
            outcome: verdict.outcome,
            facts: verdict.facts,
            evidence: particulars.evidence
        )
    }
}
