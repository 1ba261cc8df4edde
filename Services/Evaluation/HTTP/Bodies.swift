import EvaluationDomain
import Foundation
import Kernel

/// Which plan a round is opened under.
struct RoundBody: Decodable {
    let plan: UUID
}

/// A person's decision on a clause.
struct ReviewBody: Decodable {
    let clause: Clause
    let rule: String?
    let outcome: Finding.Outcome
    let reason: String

    /// The decision, checked.
    ///
    /// - Throws: `InvalidInput`.
    func review(by account: String, on day: LocalDate) throws -> Review {
        var problems: [FieldProblem] = []
        if outcome == .needsPerson {
            problems.append(FieldProblem(field: "outcome", code: "evaluation.review-outcome"))
        }
        if reason.allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem(field: "reason", code: "evaluation.field-missing"))
        }
        problems += ShownText.problems(in: reason, field: "reason")
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return Review(clause: clause, rule: rule, isMet: outcome == .met, reason: reason, by: account, on: day)
    }
}

/// The day a list is shown.
struct ProposalBody: Decodable {
    let publishedOn: LocalDate
    /// Why it has more names than there are posts; asked for where it has.
    let reasonForExceeding: String?

    /// The reason, nil where none is told.
    ///
    /// - Throws: `InvalidInput` for a number of a person in it: the notice shows it.
    func reason() throws -> String? {
        guard let reasonForExceeding, !reasonForExceeding.allSatisfy(\.isWhitespace) else { return nil }
        guard reasonForExceeding.count <= 500 else {
            throw InvalidInput([
                FieldProblem(
                    field: "reasonForExceeding",
                    code: "evaluation.text-too-long",
                    arguments: ["most": "500"]
                )
            ])
        }
        try ShownText.check(reasonForExceeding, field: "reasonForExceeding")
        return reasonForExceeding
    }
}

/// Why something is taken back.
struct ReasonBody: Decodable {
    let reason: String

    /// The reason.
    ///
    /// - Throws: `InvalidInput` where there is none.
    func checked() throws -> String {
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw InvalidInput(field: "reason", code: "evaluation.field-missing")
        }
        try ShownText.check(reason, field: "reason")
        return reason
    }
}
