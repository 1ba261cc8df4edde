import Kernel
import PublicityTimerDomain

/// What the handling office found, where it only has to say why.
struct ReasonBody: Decodable {
    private let reason: String?

    /// The reason, checked.
    ///
    /// - Throws: `InvalidInput`.
    func validated() throws -> String {
        var problems: [FieldProblem] = []
        let reason = Text.required(reason, field: "reason", upTo: ObjectionBody.mostText, &problems)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return reason
    }
}

/// How the handling office decides.
struct DecisionBody: Decodable {
    private let outcome: String?
    private let reason: String?

    /// What was found, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> (upheld: Bool, reason: String) {
        var problems: [FieldProblem] = []
        let outcome = outcome.flatMap(Objection.Outcome.init(rawValue:))
        if outcome != .upheld, outcome != .dismissed {
            problems.append(FieldProblem(field: "outcome", code: "publicity-timer.outcome"))
        }
        let reason = Text.required(reason, field: "reason", upTo: ObjectionBody.mostText, &problems)
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return (outcome == .upheld, reason)
    }
}

/// An objector asks after an objection.
struct InquiryBody: Decodable {
    private let receiptCode: String

    /// The code as it was given, whatever was typed.
    var code: String { Self.code(of: receiptCode) }

    /// A typed code in its one form.
    static func code(of text: String) -> String { Normalised.identifier(text) }
}
