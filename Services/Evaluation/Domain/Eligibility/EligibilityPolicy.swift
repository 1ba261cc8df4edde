import Kernel

/// Clause 三 of the notice as a list of rules: all of the first, some of the second, and what may be relaxed.
package enum EligibilityPolicy {
    /// The preamble and the basic conditions, all of which must be met.
    package static let mandatory: [EligibilityRule] = [
        .frontLinePost, .skilledWork, .inService,
        .conduct,
        .seniorLevel, .seniorPostYears, .stillInOccupation,
        .health,
    ]

    /// The additional conditions, of which the plan's number, one at least, must be met.
    package static let alternatives: [EligibilityRule] = [
        .innovation, .leadingMethod, .teaching, .honours,
    ]

    /// The rule a request under 三（三） lifts.
    package static func rule(relaxedBy condition: RelaxationRequest.Condition) -> EligibilityRule? {
        condition == .seniorPostYears ? .seniorPostYears : nil
    }

    /// Judges an application by every rule on the plan's reference day.
    package static func judge(
        _ particulars: Particulars,
        by criteria: Criteria,
        on day: LocalDate
    ) -> Assessment {
        var findings = (mandatory + alternatives).map { $0.finding(on: particulars, by: criteria, on: day) }
        if let request = particulars.relaxation {
            let relaxation = Relaxation.finding(on: request, evidence: particulars.evidence)
            if relaxation.outcome == .met { Relaxation.apply(request.condition, to: &findings) }
            findings.append(relaxation)
        }
        return Assessment(
            findings: findings,
            additionalConditions: criteria.additionalConditions,
            relaxes: particulars.relaxation?.condition
        )
    }
}
