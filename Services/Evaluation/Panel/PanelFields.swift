import EvaluationDomain
import Foundation
import Kernel

/// Reads the members of a body about panels, and collects everything that is wrong before anything is refused.
struct PanelFields {
    private(set) var problems: [FieldProblem] = []

    /// A text that must be there, trimmed, without the number of a person in it.
    mutating func text(_ value: String?, _ field: String, most: Int = 200) -> String {
        let text = (value ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if text.isEmpty { refuse(field, "evaluation.field-missing") }
        if text.count > most { refuse(field, "evaluation.text-too-long", ["most": String(most)]) }
        problems += ShownText.problems(in: text, field: field)
        return text
    }

    /// A text that may be missing; nil where it is or is empty.
    mutating func optional(_ value: String?, _ field: String, most: Int = 200) -> String? {
        let text = value?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return text.isEmpty ? nil : self.text(text, field, most: most)
    }

    /// Notes a problem of a field.
    mutating func refuse(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
        problems.append(FieldProblem(field: field, code: code, arguments: arguments))
    }

    /// Ends the reading.
    ///
    /// - Throws: `InvalidInput` with every problem.
    func done() throws {
        guard problems.isEmpty else { throw InvalidInput(problems) }
    }
}
