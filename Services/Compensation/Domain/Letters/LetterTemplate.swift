import Kernel

/// What a letter of appointment (聘书) says beside its person's data, as it stood on a day.
///
/// A place is written `{from}`; what stands there is the appointment's.
package struct LetterTemplate: DatedDocument {
    package static let kind = ConfigurationKind.letter

    /// A clause of the letter.
    package struct Clause: Codable, Hashable, Sendable {
        /// 待遇.
        package let heading: String
        package let text: String
    }

    /// What a letter can fill in.
    package enum Place: String, Codable, CaseIterable, Sendable {
        case name, employer, certificate, unit, occupation, duties, from, through, payFrom, band, benchmark, number
    }

    /// The policy document it rests on, with its date.
    package let basis: String
    package let inForceFrom: LocalDate
    /// What stands at its head, 聘书.
    package let title: String
    package let opening: String
    package let clauses: [Clause]
    package let closing: String

    /// Without these nobody would know what was agreed (岗位、期限、职责、待遇).
    package static let needed: [Place] = [.name, .unit, .occupation, .duties, .from, .through, .payFrom, .band]

    package var problems: [FieldProblem] {
        var problems: [FieldProblem] = []
        let texts = [("title", title, 20), ("opening", opening, 500), ("closing", closing, 500)]
        for (field, text, most) in texts where text.allSatisfy(\.isWhitespace) || text.count > most {
            problems.append(Self.words(field, most: most))
        }
        for (index, clause) in clauses.enumerated() {
            if clause.heading.allSatisfy(\.isWhitespace) || clause.heading.count > 20 {
                problems.append(Self.words("clauses[\(index)].heading", most: 20))
            }
            if clause.text.allSatisfy(\.isWhitespace) || clause.text.count > 2000 {
                problems.append(Self.words("clauses[\(index)].text", most: 2000))
            }
        }
        let whole = ([opening, closing] + clauses.map(\.text)).joined(separator: "\n")
        let missing = Self.needed.filter { !whole.contains("{\($0.rawValue)}") }
        if let first = missing.first {
            problems.append(
                FieldProblem(
                    field: "clauses",
                    code: "compensation.letter-place-missing",
                    arguments: ["place": first.rawValue]
                )
            )
        }
        for match in whole.matches(of: /\{([^{}]*)\}/) where Place(rawValue: String(match.1)) == nil {
            problems.append(
                FieldProblem(
                    field: "clauses",
                    code: "compensation.letter-place-unknown",
                    arguments: ["place": String(match.1)]
                )
            )
        }
        return problems
    }

    /// A text of it with every place filled in.
    package static func filled(_ text: String, _ values: [Place: String]) -> String {
        values.reduce(text) { text, value in text.replacing("{\(value.key.rawValue)}", with: value.value) }
    }

    private static func words(_ field: String, most: Int) -> FieldProblem {
        FieldProblem(field: field, code: "compensation.letter-words", arguments: ["most": String(most)])
    }
}
