import EvaluationDomain
import Foundation
import Kernel

/// A change of a list as an enterprise asks for it.
struct AmendmentBody: Decodable {
    struct CorrectedBody: Decodable {
        let person: UUID
        let unit: String?
        let workshop: String?
        let occupationName: String?
        let specialty: String?
        let merits: String?
    }

    struct AddedBody: Decodable {
        let application: UUID
        let omission: UUID?
        let resolution: String?
    }

    let withdrawn: [UUID]?
    let corrected: [CorrectedBody]?
    let added: [AddedBody]?
    let concernsAll: Bool?
    let reason: String

    /// What is wanted, checked.
    ///
    /// - Throws: `InvalidInput`.
    func wanted() throws -> AmendList.Wanted {
        var check = Check()
        let reason = check.needed(reason, "reason", most: 500)
        let corrected = (corrected ?? []).enumerated().map { index, body in
            let field = "corrected[\(index)]"
            let correction = EntryCorrection(
                unit: check.optional(body.unit, "\(field).unit"),
                workshop: check.optional(body.workshop, "\(field).workshop"),
                occupationName: check.optional(body.occupationName, "\(field).occupationName"),
                specialty: check.optional(body.specialty, "\(field).specialty"),
                merits: check.optional(body.merits, "\(field).merits", most: 2000)
            )
            if correction.isEmpty { check.refuse(field, "evaluation.field-missing") }
            return ListAmendment.Corrected(person: body.person, correction: correction)
        }
        let added = (added ?? []).enumerated().map { index, body in
            AmendList.Wanted.Addition(
                application: body.application,
                omission: body.omission,
                resolution: check.optional(body.resolution, "added[\(index)].resolution", most: 500)
            )
        }
        let withdrawn = withdrawn ?? []
        check.once(withdrawn, "withdrawn")
        check.once(corrected.map(\.person) + withdrawn, "corrected")
        check.once(added.map(\.application), "added")
        let concernsAll = concernsAll ?? false
        if withdrawn.isEmpty, corrected.isEmpty, added.isEmpty, !concernsAll {
            check.refuse("reason", "evaluation.amendment-empty")
        }
        guard check.problems.isEmpty else { throw InvalidInput(check.problems) }
        return AmendList.Wanted(
            withdrawn: withdrawn,
            corrected: corrected,
            added: added,
            concernsAll: concernsAll,
            reason: reason
        )
    }

    private struct Check {
        var problems: [FieldProblem] = []

        mutating func refuse(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
            problems.append(FieldProblem(field: field, code: code, arguments: arguments))
        }

        mutating func needed(_ text: String, _ field: String, most: Int) -> String {
            let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
            if text.isEmpty { refuse(field, "evaluation.field-missing") }
            if text.count > most { refuse(field, "evaluation.text-too-long", ["most": String(most)]) }
            problems += ShownText.problems(in: text, field: field)
            return text
        }

        /// What is told must say something.
        mutating func optional(_ text: String?, _ field: String, most: Int = 200) -> String? {
            text.map { needed($0, field, most: most) }
        }

        mutating func once(_ ids: [UUID], _ field: String) {
            if Set(ids).count != ids.count { refuse(field, "evaluation.repeated") }
        }
    }
}
