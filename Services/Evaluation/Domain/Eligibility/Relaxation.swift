/// 三（三）: the enterprise may relax a named condition on one of the notice's grounds.
///
/// Only the condition named is relaxed; the panel, the notice on show and the inspectors see it with its ground.
enum Relaxation {
    static let name = "relaxation"

    /// What comes of a request.
    static func finding(on request: RelaxationRequest, evidence: [String]) -> Finding {
        func found(_ outcome: Finding.Outcome, _ fact: String) -> Finding {
            Finding(
                clause: .relaxation,
                rule: name,
                outcome: outcome,
                facts: ["放宽事由:\(request.ground)", fact],
                evidence: evidence
            )
        }
        guard let ground = request.namedGround else {
            return found(.needsPerson, "事由不在三(三)列举之内,须人工认定")
        }
        guard !evidence.isEmpty else { return found(.needsPerson, "未附证明材料,须人工核实") }
        guard request.condition == .seniorPostYears else { return found(.needsPerson, "该条件能否放宽,须人工认定") }
        return found(.met, "属“\(ground)”,放宽基本条件2的年限,其余条件不放宽")
    }

    /// Marks the finding of the condition, where it was not met.
    static func apply(_ condition: RelaxationRequest.Condition, to findings: inout [Finding]) {
        let rule = EligibilityPolicy.rule(relaxedBy: condition)
        for index in findings.indices where findings[index].rule == rule?.name && findings[index].outcome != .met {
            findings[index].isRelaxed = true
            findings[index].facts.append("按三(三)放宽")
        }
    }
}
