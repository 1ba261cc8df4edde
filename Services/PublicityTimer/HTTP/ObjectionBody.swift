import Foundation
import Kernel
import PublicityTimerDomain

/// An objection as it is handed in.
struct ObjectionBody: Decodable {
    /// The person objected to.
    let person: UUID
    /// What it is about; only a name can be objected to here.
    let about: String?
    let reason: String
    let evidence: String?
    /// Who objects: `{"name", "contact"}`; `"anonymous"` or nothing where nobody is named.
    let objector: Who?
    /// True to say so; with a name it contradicts.
    let anonymous: Bool?

    /// Somebody named, or nobody.
    enum Who: Decodable {
        case named(Objector)
        case anonymous

        init(from decoder: any Decoder) throws {
            if let word = try? decoder.singleValueContainer().decode(String.self) {
                guard word == "anonymous" else {
                    throw DecodingError.dataCorrupted(
                        .init(codingPath: decoder.codingPath, debugDescription: "a name, or anonymous")
                    )
                }
                self = .anonymous
            } else {
                self = .named(try Objector(from: decoder))
            }
        }
    }

    /// What was handed in, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> ReceiveObjection.Request {
        var problems: [FieldProblem] = []
        if let about, about != "name" {
            problems.append(FieldProblem(field: "about", code: "publicity-timer.about"))
        }
        let reason = Text.required(reason, field: "reason", upTo: 2000, &problems)
        let evidence = evidence.map { Text.limited($0, field: "evidence", upTo: 2000, &problems) }
        var named: Objector?
        if case .named(let objector) = objector {
            named = Objector(
                name: Text.required(objector.name, field: "objector.name", upTo: 60, &problems),
                contact: objector.contact.map { Text.limited($0, field: "objector.contact", upTo: 120, &problems) }
            )
            if anonymous == true { problems.append(FieldProblem(field: "anonymous", code: "publicity-timer.objector")) }
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return ReceiveObjection.Request(person: person, reason: reason, evidence: evidence, objector: named)
    }
}

/// What the handling office found.
struct DecisionBody: Decodable {
    let outcome: String
    let reason: String

    /// What was found, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> (outcome: Objection.Outcome, reason: String) {
        var problems: [FieldProblem] = []
        let found = Objection.Outcome(rawValue: outcome)
        if found == nil { problems.append(FieldProblem(field: "outcome", code: "publicity-timer.outcome")) }
        let reason = Text.required(reason, field: "reason", upTo: 2000, &problems)
        guard problems.isEmpty, let found else { throw InvalidInput(problems) }
        return (found, reason)
    }
}

/// An objector asks how an objection stands.
struct InquiryBody: Decodable {
    let receiptCode: String
}

/// Text people typed.
enum Text {
    /// The text without spaces around it; notes a problem when nothing is left or it is too long.
    static func required(_ text: String, field: String, upTo most: Int, _ problems: inout [FieldProblem]) -> String {
        let text = limited(text, field: field, upTo: most, &problems)
        if text.isEmpty { problems.append(FieldProblem(field: field, code: "publicity-timer.required")) }
        return text
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
