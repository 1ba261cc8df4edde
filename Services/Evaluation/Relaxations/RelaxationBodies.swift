import EvaluationDomain
import Foundation
import Kernel

/// A proposal as an enterprise hands it in.
struct RelaxationBody: Decodable {
    let condition: String
    let ground: String
    let reason: String
    let evidence: [String]

    /// The proposal, checked: a notice will show ground and reason.
    ///
    /// - Throws: `InvalidInput` with every problem.
    func proposal(by account: String, on day: LocalDate) throws -> RelaxationProposal {
        var problems: [FieldProblem] = []
        for (field, text, most) in [("condition", condition, 100), ("ground", ground, 100), ("reason", reason, 500)] {
            problems += TextCheck.problems(in: text, field: field, most: most)
        }
        problems += TextCheck.problems(in: evidence, field: "evidence", least: 1)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return RelaxationProposal(
            condition: RelaxationRequest.Condition(rawValue: condition),
            ground: ground,
            reason: reason,
            evidence: evidence,
            by: account,
            on: day
        )
    }
}

/// The authority's consent as its officer enters it.
struct ConsentBody: Decodable {
    let condition: String
    let documentNumber: String
    let date: LocalDate
    /// The attachment with the letter.
    let paper: UUID?

    /// The consent, checked.
    ///
    /// - Throws: `InvalidInput` with every problem.
    func consent(
        by account: String,
        on day: LocalDate,
        papers: [UUID]
    ) throws -> RelaxationCase.AuthorityConsent {
        var problems = TextCheck.problems(in: documentNumber, field: "documentNumber", most: 100)
        if date > day { problems.append(FieldProblem(field: "date", code: "evaluation.day-in-future")) }
        if paper.map(papers.contains) != true {
            problems.append(FieldProblem(field: "paper", code: "evaluation.consent-paper-missing"))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return RelaxationCase.AuthorityConsent(
            documentNumber: documentNumber,
            date: date,
            enteredBy: account,
            enteredOn: day,
            file: paper
        )
    }
}

/// The second person's word.
struct SignatureBody: Decodable {
    let condition: String
    let granted: Bool
    let remark: String?

    /// The signature, checked: who declines says why.
    ///
    /// - Throws: `InvalidInput`.
    func signature(by account: String, on day: LocalDate) throws -> RelaxationCase.Signature {
        let remark = remark?.trimmingCharacters(in: .whitespacesAndNewlines)
        let given = remark?.isEmpty == false ? remark : nil
        let problems =
            given.map { TextCheck.problems(in: $0, field: "remark", most: 500) }
            ?? (granted ? [] : [FieldProblem(field: "remark", code: "evaluation.field-missing")])
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return RelaxationCase.Signature(by: account, on: day, isGranted: granted, remark: given)
    }
}

/// Texts that are kept with an application and may be shown.
enum TextCheck {
    /// What is wrong with a text: nothing in it, too long, or a number of a person in it.
    static func problems(in text: String, field: String, most: Int) -> [FieldProblem] {
        if text.allSatisfy(\.isWhitespace) { return [FieldProblem(field: field, code: "evaluation.field-missing")] }
        guard text.count <= most else {
            return [
                FieldProblem(field: field, code: "evaluation.text-too-long", arguments: ["most": String(most)])
            ]
        }
        return ShownText.problems(in: text, field: field)
    }

    /// What is wrong with a list of papers.
    static func problems(in papers: [String], field: String, least: Int) -> [FieldProblem] {
        guard papers.count >= least else { return [FieldProblem(field: field, code: "evaluation.field-missing")] }
        guard papers.count <= 50 else { return [FieldProblem(field: field, code: "evaluation.out-of-range")] }
        return papers.enumerated().flatMap { problems(in: $1, field: "\(field)[\($0)]", most: 200) }
    }
}
