import Kernel

/// A re-check (复核) of a refusal: asked for once, decided by somebody who had no part in it before.
package struct Recheck: Codable, Hashable, Sendable {
    /// The account that asked, for the applicant or as the applicant.
    package let askedBy: String
    package let reason: String
    package let evidence: [String]
    package let askedOn: LocalDate
    /// How it ended; nil while it is open.
    package internal(set) var decision: Decision?

    /// How a re-check ended.
    package struct Decision: Codable, Hashable, Sendable {
        package let by: String
        package let reason: String
        package let on: LocalDate
        /// The rules now found to be met; none where the refusal stands.
        package let changed: [String]

        /// A decision that changes these findings, or none.
        package init(by: String, reason: String, on: LocalDate, changed: [String]) {
            self.by = by
            self.reason = reason
            self.on = on
            self.changed = changed
        }
    }

    /// What is asked for.
    package init(askedBy: String, reason: String, evidence: [String], askedOn: LocalDate) {
        self.askedBy = askedBy
        self.reason = reason
        self.evidence = evidence
        self.askedOn = askedOn
    }

    /// Whether nobody has decided yet.
    package var isOpen: Bool { decision == nil }
}

extension Assessment {
    /// The rules a decision names that were not refused, so that it could change nothing there.
    func notRefused(in changed: [String]) -> [String] {
        let refused = Set(findings.filter { $0.effective == .notMet && $0.rule != Relaxing.rule }.map(\.rule))
        return changed.filter { !refused.contains($0) }
    }

    /// Takes the decision on a re-check.
    mutating func take(_ decision: Recheck.Decision) {
        recheck?.decision = decision
        for index in findings.indices where decision.changed.contains(findings[index].rule) {
            findings[index].outcome = .met
            findings[index].review = Review(
                clause: findings[index].clause,
                rule: findings[index].rule,
                isMet: true,
                reason: decision.reason,
                by: decision.by,
                on: decision.on
            )
            findings[index].facts.append("复核认定:\(decision.reason)")
        }
    }
}
