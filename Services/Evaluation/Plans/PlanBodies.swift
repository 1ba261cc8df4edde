import EvaluationDomain
import Foundation
import Kernel

/// A disclosure as an enterprise hands it in; the files are those it has uploaded to the plan.
struct DisclosureBody: Decodable {
    let shownToEmployeesOn: LocalDate
    let proof: String
    let sentToAuthorityOn: LocalDate
    let proofOfSending: String
}

/// What an officer remarks on a plan.
struct RemarkBody: Decodable {
    let text: String
    /// Whether the enterprise is asked to revise the plan.
    let asksForRevision: Bool?

    /// The text.
    ///
    /// - Throws: `InvalidInput` where there is none, or it is too long.
    func checked() throws -> String {
        guard !text.allSatisfy(\.isWhitespace) else {
            throw InvalidInput(field: "text", code: "evaluation.field-missing")
        }
        guard text.count <= 2000 else {
            throw InvalidInput([
                FieldProblem(field: "text", code: "evaluation.text-too-long", arguments: ["most": "2000"])
            ])
        }
        return text
    }
}
