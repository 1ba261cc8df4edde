/// All that was found about one application, and what follows from it.
package struct Assessment: Codable, Hashable, Sendable {
    package private(set) var findings: [Finding]
    /// How many additional conditions the plan asks for.
    package let additionalConditions: Int
    /// The condition a request under 三（三） names, nil where there is no request.
    package let relaxes: RelaxationRequest.Condition?

    /// The findings of one judging.
    package init(findings: [Finding], additionalConditions: Int, relaxes: RelaxationRequest.Condition?) {
        self.findings = findings
        self.additionalConditions = additionalConditions
        self.relaxes = relaxes
    }

    /// Whether the application may go to the panel.
    package enum Standing: String, Codable, CaseIterable, Sendable { case eligible, ineligible, needsPerson }

    /// What follows: one basic condition not met decides; else what waits for a person waits.
    package var standing: Standing {
        let basic = findings.filter { !Self.alternatives.contains($0.rule) && $0.rule != Relaxation.name }
        let wanted = additional
        if basic.contains(where: { $0.effective == .notMet && !mayStillBeRelaxed($0) }) || wanted == .notMet {
            return .ineligible
        }
        if basic.contains(where: { $0.effective != .met }) || wanted == .needsPerson { return .needsPerson }
        return .eligible
    }

    /// 三（二） as a whole: enough of the additional conditions, or not, or not before a person has decided.
    package var additional: Finding.Outcome {
        let outcomes = findings.filter { Self.alternatives.contains($0.rule) }.map(\.effective)
        let met = outcomes.count { $0 == .met }
        if met >= additionalConditions { return .met }
        return met + outcomes.count { $0 == .needsPerson } >= additionalConditions ? .needsPerson : .notMet
    }

    /// The conditions that were relaxed and why, nil where none was.
    package var relaxation: String? {
        let relaxed = findings.filter(\.isRelaxed)
        guard !relaxed.isEmpty, let ground = findings.first(where: { $0.rule == Relaxation.name }) else { return nil }
        let clauses = Set(relaxed.map(\.clause.citation)).sorted().joined(separator: "、")
        return "按三(三)放宽\(clauses);" + ground.facts.joined(separator: ";")
    }

    /// Whether a review decides anything.
    func waits(for review: Review) -> Bool {
        findings.contains { Self.isMeant(by: review, $0) }
    }

    /// Takes a person's decision into the findings that wait for it.
    ///
    /// A relaxation a person grants lifts the condition the request names.
    mutating func take(_ review: Review) {
        for index in findings.indices where Self.isMeant(by: review, findings[index]) {
            findings[index].outcome = review.isMet ? .met : .notMet
            findings[index].review = review
            findings[index].facts.append("人工认定:\(review.reason)")
            if findings[index].rule == Relaxation.name, review.isMet, let relaxes {
                Relaxation.apply(relaxes, to: &findings)
            }
        }
    }

    /// A condition 三（三） can lift, while a person has not decided on the request.
    private func mayStillBeRelaxed(_ finding: Finding) -> Bool {
        relaxes.flatMap { EligibilityPolicy.rule(relaxedBy: $0)?.name } == finding.rule
            && findings.contains { $0.rule == Relaxation.name && $0.outcome == .needsPerson }
    }

    private static func isMeant(by review: Review, _ finding: Finding) -> Bool {
        finding.clause == review.clause && finding.outcome == .needsPerson
            && (review.rule == nil || review.rule == finding.rule)
    }

    private static let alternatives = Set(EligibilityPolicy.alternatives.map(\.name))
}
