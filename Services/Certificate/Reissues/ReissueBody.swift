import CertificateDomain
import Foundation
import Kernel

/// Why a paper is issued again.
struct ReissueBody: Decodable {
    static let longestStatement = 1000

    let reason: Reissues.Reason
    let statement: String?
    let blank: String?

    /// What was asked, once every field is right.
    struct Checked: Hashable {
        let reason: Reissues.Reason
        let statement: String
        let blank: String?
    }

    /// - Throws: `InvalidInput` with everything that is wrong.
    func checked() throws -> Checked {
        let statement = (statement ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let blank = blank?.trimmingCharacters(in: .whitespacesAndNewlines).uppercased()
        var problems: [FieldProblem] = []
        if statement.isEmpty {
            problems.append(FieldProblem(field: "statement", code: "certificate.statement-missing"))
        }
        if statement.count > Self.longestStatement {
            problems.append(
                FieldProblem(
                    field: "statement",
                    code: "certificate.statement-too-long",
                    arguments: ["limit": String(Self.longestStatement)]
                )
            )
        }
        if let blank, blank.wholeMatch(of: /[0-9A-Z-]{4,40}/) == nil {
            problems.append(FieldProblem(field: "blank", code: "certificate.not-a-blank"))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return Checked(reason: reason, statement: statement, blank: blank)
    }
}
