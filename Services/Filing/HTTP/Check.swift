import Foundation
import Kernel

/// Reads members of a body, and collects everything that is wrong with them before anything is refused.
struct Check {
    private(set) var problems: [FieldProblem] = []

    /// A text that must be there, trimmed.
    mutating func text(_ value: String?, _ field: String, most: Int = 200) -> String {
        let text = optional(value, field, most: most)
        if text.isEmpty { problem(field, "common.missing-member") }
        return text
    }

    /// A text that may be missing, trimmed; empty where it is.
    mutating func optional(_ value: String?, _ field: String, most: Int = 200) -> String {
        let text = (value ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if text.unicodeScalars.contains(where: {
            $0.properties.generalCategory == .control && !"\n\r\t".unicodeScalars.contains($0)
        }) {
            problem(field, "filing.unprintable")
        }
        if text.count > most { problem(field, "filing.too-long", ["most": String(most)]) }
        return text
    }

    /// A short text, as a name, without the number of a person in it.
    mutating func plain(_ value: String?, _ field: String, most: Int = 200, isNeeded: Bool = true) -> String {
        let text = isNeeded ? text(value, field, most: most) : optional(value, field, most: most)
        noNumbers(in: text, field)
        return text
    }

    /// A whole number that must be there, within bounds.
    mutating func number(_ value: Int?, _ field: String, in range: ClosedRange<Int>) -> Int {
        guard let value else {
            problem(field, "common.missing-member")
            return range.lowerBound
        }
        if !range.contains(value) {
            let bounds = ["least": String(range.lowerBound), "most": String(range.upperBound)]
            problem(field, "filing.out-of-range", bounds)
        }
        return value
    }

    /// A day that must be there.
    mutating func day(_ value: String?, _ field: String) -> LocalDate? {
        guard let value, !value.isEmpty else {
            problem(field, "common.missing-member")
            return nil
        }
        guard let day = LocalDate(value) else {
            problem(field, "filing.not-a-day")
            return nil
        }
        return day
    }

    /// An id that must be there.
    mutating func id(_ value: String?, _ field: String) -> UUID? {
        guard let value, !value.isEmpty else {
            problem(field, "common.missing-member")
            return nil
        }
        guard let id = UUID(uuidString: value) else {
            problem(field, "filing.not-an-id")
            return nil
        }
        return id
    }

    /// A list that must have at least one element.
    mutating func list<Element>(_ value: [Element]?, _ field: String, most: Int = 100) -> [Element] {
        guard let value, !value.isEmpty else {
            problem(field, "common.missing-member")
            return []
        }
        guard value.count <= most else {
            problem(field, "filing.too-many", ["most": String(most)])
            return []
        }
        return value
    }

    /// An identifier that must be there, with what is wrong with it named.
    mutating func identifier<Value>(
        _ value: String?,
        _ field: String,
        _ read: (String) throws(IdentifierError) -> Value
    ) -> Value? {
        do {
            return try read(value ?? "")
        } catch {
            problems.append(FieldProblem(field: field, error))
            return nil
        }
    }

    /// Notes a problem of a field.
    mutating func problem(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
        problems.append(FieldProblem(field: field, code: code, arguments: arguments))
    }

    /// Ends the reading of a body.
    ///
    /// - Throws: `InvalidInput` with every problem.
    func done() throws {
        guard problems.isEmpty else { throw InvalidInput(problems) }
    }

    /// Ends the reading of a body whose values are there unless a problem was noted.
    ///
    /// - Throws: `InvalidInput` with every problem.
    func done<each Value>(_ value: repeat (each Value)?) throws -> (repeat each Value) {
        try done()
        func unwrap<One>(_ one: One?) throws -> One {
            guard let one else { throw InvalidInput(problems) }
            return one
        }
        return (repeat try unwrap(each value))
    }
}
