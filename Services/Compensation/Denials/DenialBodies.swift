import CompensationDomain
import Foundation
import Kernel

/// What a person says is not so.
struct DenialBody: Decodable {
    let appointment: UUID
    let month: Month
    let ground: Denial.Ground
    let text: String
    let confidential: String?

    /// What is asked for, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> HandleDenials.Request {
        var checks = Checks()
        let text = checks.text(text, "text", upTo: 1000)
        let confidential = confidential.flatMap { $0.isEmpty ? nil : checks.text($0, "confidential", upTo: 1000) }
        if PayMention.isIn(text) { checks.fail("text", "compensation.amount-in-text") }
        if let confidential, PayMention.isIn(confidential) {
            checks.fail("confidential", "compensation.amount-in-text")
        }
        try checks.finish()
        return HandleDenials.Request(
            appointment: appointment,
            month: month,
            ground: ground,
            text: text,
            confidential: confidential
        )
    }
}

/// What the enterprise answers.
struct DenialAnswerBody: Decodable {
    let concedes: Bool
    let text: String
}

/// What the authority decides.
struct DenialDecisionBody: Decodable {
    let upheld: Bool
    let finding: String
}

extension String {
    /// The text of a paper on a denial, checked; no amount is in it.
    ///
    /// - Throws: `InvalidInput`.
    func denialText(_ field: String) throws -> String {
        var checks = Checks()
        let text = checks.plain(self, field, upTo: 1000)
        try checks.finish()
        return text
    }
}
