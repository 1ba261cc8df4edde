import Foundation
import Kernel

/// Text people typed.
enum Text {
    /// The text without spaces around it; notes a problem when nothing is left or it is too long.
    static func required(_ text: String?, field: String, upTo most: Int, _ problems: inout [FieldProblem]) -> String {
        let text = limited(text ?? "", field: field, upTo: most, &problems)
        if text.isEmpty { problems.append(FieldProblem(field: field, code: "publicity-timer.required")) }
        return text
    }

    /// The text without spaces around it, nil where nothing is left; notes a problem when it is too long.
    static func optional(_ text: String?, field: String, upTo most: Int, _ problems: inout [FieldProblem]) -> String? {
        let text = limited(text ?? "", field: field, upTo: most, &problems)
        return text.isEmpty ? nil : text
    }

    /// The text without spaces around it; notes a problem when it is too long.
    static func limited(_ text: String, field: String, upTo most: Int, _ problems: inout [FieldProblem]) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.count > most {
            problems.append(
                FieldProblem(field: field, code: "publicity-timer.too-long", arguments: ["most": String(most)])
            )
        }
        return text
    }
}
