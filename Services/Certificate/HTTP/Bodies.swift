import CertificateDomain
import Foundation
import Kernel

/// What an office found.
struct AuditBody: Decodable {
    enum Finding: String, Decodable {
        case passed, returned
    }

    static let longestReason = 1000

    let outcome: Finding
    let reason: String?

    /// The finding, with the reason a return needs.
    ///
    /// - Throws: `InvalidInput` for the reason.
    func found() throws -> AuditRegistration.Outcome {
        let reason = (reason ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard reason.count <= Self.longestReason else {
            throw InvalidInput(
                field: "reason",
                code: "certificate.reason-too-long",
                arguments: ["limit": String(Self.longestReason)]
            )
        }
        switch outcome {
        case .passed: return .passed
        case .returned:
            guard !reason.isEmpty else {
                throw InvalidInput([FieldProblem(field: "reason", Registration.Rejection.reasonMissing)])
            }
            return .returned(reason: reason)
        }
    }
}

/// When the enterprise issues; today where it does not say.
struct IssueBody: Decodable {
    let issuedOn: LocalDate?
}
