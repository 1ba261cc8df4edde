import EvaluationDomain
import Kernel
import ServiceKit

/// A rule set as it goes out.
struct RuleSetView: Encodable {
    let id: String
    let digest: String
    let document: RuleSet.PolicyDocument
    /// Who loaded it; nil for the notice's own.
    let loadedBy: String?
    let loadedOn: LocalDate?
    /// Whether new rounds are opened under it.
    let current: Bool

    init(_ reference: RuleSetReference, _ document: RuleSet.PolicyDocument, by: String?, on: LocalDate?, current: Bool)
    {
        id = reference.id
        digest = reference.digest
        self.document = document
        loadedBy = by
        loadedOn = on
        self.current = current
    }
}

/// One rule set whole.
struct RuleSetDetail: Encodable {
    let id: String
    let digest: String
    /// The file as it was loaded, in canonical form.
    let rules: Datum
}

/// What a check of a file says.
struct RuleSetCheckView: Encodable {
    struct Problem: Encodable {
        /// `$.rules[2].cases[0].when`.
        let path: String
        let code: String
        let message: String
    }

    let id: String
    let digest: String
    let sound: Bool
    let problems: [Problem]
    /// The rule set it was compared with: the one of the same name in force, else the current one.
    let comparedWith: RuleSetReference
    let differences: [RuleSetDifference]
    let moreDifferences: Int

    init(_ file: RuleSetFile, comparedWith other: RuleSetFile) {
        id = file.ruleSet.reference.id
        digest = file.ruleSet.reference.digest
        sound = file.ruleSet.problems.isEmpty
        problems = file.ruleSet.problems.map { problem in
            Problem(
                path: problem.field,
                code: problem.code,
                message: Main.messages.chinese(problem.code, problem.arguments)
            )
        }
        comparedWith = other.ruleSet.reference
        let all = RuleSetDifference.between(other.datum, and: file.datum)
        differences = Array(all.prefix(500))
        moreDifferences = all.count - differences.count
    }
}
