import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// A verdict as the applicant is told it: clause by clause, in words, with what can be done.
struct VerdictView: Encodable {
    struct ClauseView: Encodable {
        let clause: Clause
        /// Where the clause stands, and what it says.
        let citation: String
        let words: String?
        let rule: String
        let outcome: Finding.Outcome
        /// 符合, 不符合 or 须人工认定; 已放宽 where it was relaxed.
        let result: String
        let relaxed: Bool
        let sentences: [String]
        /// The facts the rule looks at, as they were told.
        let facts: [FactView]
        let evidence: [String]
        let review: Review?
    }

    struct FactView: Encodable {
        let name: String
        /// What people call it.
        let label: String
        let value: String
    }

    let application: ID<Application>
    let standing: Assessment.Standing
    /// The document it was judged by.
    let document: RuleSet.PolicyDocument?
    let ruleSet: RuleSetReference?
    let referenceDate: LocalDate?
    let clauses: [ClauseView]
    /// What stands in the way: each with its clause, in a sentence.
    let refusals: [String]
    let relaxations: [RelaxationCase]
    let recheck: Recheck?
    /// Whether a re-check can still be asked for.
    let mayAskRecheck: Bool
    let version: Int

    init(_ stored: Stored<Application>, _ assessment: Assessment, by ruleSet: RuleSet?, isBeforeVoting: Bool) {
        application = ID(stored.id)
        standing = assessment.standing
        document = ruleSet?.document
        self.ruleSet = assessment.basis?.ruleSet
        referenceDate = assessment.basis?.referenceDate
        let values = Dictionary(
            (assessment.basis?.facts ?? []).map { ($0.name, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        clauses = assessment.findings.map { finding in
            let facts = (ruleSet?.facts(of: finding.rule) ?? []).compactMap { fact in
                values[fact.rawValue].map { FactView(name: fact.rawValue, label: fact.chinese, value: $0) }
            }
            return ClauseView(
                clause: finding.clause,
                citation: finding.citation,
                words: ruleSet?.clause(finding.clause)?.words,
                rule: finding.rule,
                outcome: finding.outcome,
                result: finding.result,
                relaxed: finding.isRelaxed,
                sentences: finding.facts,
                facts: assessment.basis == nil ? [] : facts,
                evidence: finding.evidence,
                review: finding.review
            )
        }
        refusals =
            assessment.standing == .ineligible
            ? assessment.refused.map { "\($0.citation):\($0.facts.joined(separator: ";"))" } : []
        relaxations = assessment.relaxations
        recheck = assessment.recheck
        mayAskRecheck = isBeforeVoting && assessment.recheck == nil && assessment.standing == .ineligible
        version = stored.version
    }
}

extension Finding {
    /// The outcome in words.
    var result: String {
        if isRelaxed { return "已放宽" }
        return switch outcome {
        case .met: "符合"
        case .notMet: "不符合"
        case .needsPerson: "须人工认定"
        }
    }
}
