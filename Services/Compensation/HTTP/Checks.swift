import CompensationDomain
import Foundation
import Kernel

/// Collects what is wrong with a body.
struct Checks {
    private var problems: [FieldProblem] = []

    /// The text without spaces around it; nothing or too much is a problem.
    mutating func text(_ text: String, _ field: String, upTo most: Int = 200) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.isEmpty { fail(field, "compensation.required") }
        if text.count > most { fail(field, "compensation.too-long", ["most": String(most)]) }
        return text
    }

    /// The same of a text that may be missing; nothing between spaces is missing.
    mutating func optional(_ text: String?, _ field: String, upTo most: Int = 200) -> String? {
        let text = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return text.isEmpty ? nil : self.text(text, field, upTo: most)
    }

    /// A text that others than the enterprise read, in which no amount of money may stand.
    mutating func plain(_ text: String, _ field: String, upTo most: Int = 200) -> String {
        if PayMention.isIn(text) { fail(field, "compensation.amount-in-text") }
        return self.text(text, field, upTo: most)
    }

    /// The same of a text that may be missing; nothing between spaces is missing.
    mutating func optionalPlain(_ text: String?, _ field: String, upTo most: Int = 200) -> String? {
        if let text, PayMention.isIn(text) { fail(field, "compensation.amount-in-text") }
        return optional(text, field, upTo: most)
    }

    /// A person's name, never an amount of money.
    mutating func personName(_ text: String, _ field: String, upTo most: Int = 40) -> String {
        if PayMention.isInName(text) { fail(field, "compensation.amount-in-text") }
        return self.text(text, field, upTo: most)
    }

    /// The code of a pay band: a short one of the enterprise's pay rules, never an amount.
    mutating func bandCode(_ text: String, _ field: String) -> String {
        let code = self.text(text, field, upTo: 40)
        if !code.isEmpty, code.count <= 40, !PayMention.isBandCode(code) { fail(field, "compensation.amount-in-band") }
        return code
    }

    /// A month's pay in fen: something, and less than anybody is paid.
    mutating func amount(_ fen: Int64, _ field: String) {
        if fen <= 0 || fen >= Benchmark.most.fen {
            fail(field, "compensation.amount", ["most": Benchmark.most.description])
        }
    }

    /// An occupation as typed, each part without spaces around it.
    mutating func occupation(_ occupation: Occupation) -> Occupation {
        Occupation(
            code: text(occupation.code, "occupation.code", upTo: 20),
            edition: text(occupation.edition, "occupation.edition", upTo: 10),
            name: text(occupation.name, "occupation.name", upTo: 60),
            specialty: occupation.specialty
        )
    }

    /// The credit code in its one form.
    mutating func creditCode(_ text: String) -> String {
        do { return try CreditCode(text).text } catch {
            problems.append(FieldProblem(field: "creditCode", error))
            return text
        }
    }

    /// Notes a problem of a field.
    mutating func fail(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
        problems.append(FieldProblem(field: field, code: code, arguments: arguments))
    }

    /// Ends with what was noted.
    ///
    /// - Throws: `InvalidInput` when anything was.
    func finish() throws {
        guard problems.isEmpty else { throw InvalidInput(problems) }
    }

    /// A value whose rule one of these checks has put in words.
    ///
    /// - Throws: `InvalidInput` when it is nil.
    func finish<Value>(_ value: Value?) throws -> Value {
        guard problems.isEmpty, let value else { throw InvalidInput(problems) }
        return value
    }
}
