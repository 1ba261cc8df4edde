import EvaluationDomain
import Kernel

/// What a re-check is asked for with.
struct RecheckBody: Decodable {
    let reason: String
    let evidence: [String]?

    /// What is asked, checked.
    ///
    /// - Throws: `InvalidInput` with every problem.
    func recheck(by account: String, on day: LocalDate) throws -> Recheck {
        let problems =
            TextCheck.problems(in: reason, field: "reason", most: 1000)
            + TextCheck.problems(in: evidence ?? [], field: "evidence", least: 0)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return Recheck(askedBy: account, reason: reason, evidence: evidence ?? [], askedOn: day)
    }
}

/// How a re-check ends.
struct RecheckDecisionBody: Decodable {
    /// The rules now found to be met; none: the refusal stands.
    let changed: [String]
    let reason: String

    /// The decision, checked.
    ///
    /// - Throws: `InvalidInput` with every problem.
    func decision(by account: String, on day: LocalDate) throws -> Recheck.Decision {
        let problems = TextCheck.problems(in: reason, field: "reason", most: 1000)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return Recheck.Decision(by: account, reason: reason, on: day, changed: changed)
    }
}
