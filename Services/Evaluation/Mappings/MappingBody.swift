import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// A decision as it is handed in.
struct MappingBody: Decodable {
    struct From: Decodable {
        let name: String
        let code: String?
        let edition: String?
    }

    struct To: Decodable {
        let code: String
        let edition: String
        let name: String
        let specialty: String?
    }

    let from: From
    let to: To
    let basis: String
    let decidedBy: String
    let decidedOn: LocalDate

    /// What was decided, checked.
    ///
    /// - Throws: `InvalidInput` with every problem.
    func content(of enterprise: String?, by account: String, today: LocalDate) throws -> MappingDecision.Content {
        var problems: [FieldProblem] = []
        for (field, text) in [
            ("from.name", from.name), ("to.code", to.code), ("to.edition", to.edition), ("to.name", to.name),
            ("basis", basis), ("decidedBy", decidedBy),
        ] {
            if text.allSatisfy(\.isWhitespace) {
                problems.append(FieldProblem(field: field, code: "evaluation.field-missing"))
            } else if text.count > 200 {
                problems.append(
                    FieldProblem(field: field, code: "evaluation.text-too-long", arguments: ["most": "200"])
                )
            }
        }
        problems += ShownText.problems(in: basis, field: "basis")
        if decidedOn > today { problems.append(FieldProblem(field: "decidedOn", code: "evaluation.day-in-future")) }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return MappingDecision.Content(
            enterprise: enterprise,
            from: MappingDecision.Former(
                name: from.name.trimmingCharacters(in: .whitespaces),
                code: from.code,
                edition: from.edition
            ),
            to: Occupation(
                code: Normalised.identifier(to.code),
                edition: Normalised.identifier(to.edition),
                name: to.name,
                specialty: to.specialty
            ),
            basis: basis,
            decidedBy: decidedBy,
            decidedOn: decidedOn,
            enteredBy: account
        )
    }
}

/// A decision as it goes out.
struct MappingView: Encodable {
    let id: ID<MappingDecision>
    /// Whether rounds judged from now on use it.
    let inForce: Bool
    let decision: MappingDecision.Content
    let withdrawal: MappingDecision.Withdrawal?
    let version: Int

    init?(_ stored: Stored<MappingDecision>) {
        guard let content = stored.state.content else { return nil }
        id = ID(stored.id)
        decision = content
        switch stored.state {
        case .absent, .inForce: (inForce, withdrawal) = (true, nil)
        case .withdrawn(_, let taken): (inForce, withdrawal) = (false, taken)
        }
        version = stored.newVersion
    }
}
