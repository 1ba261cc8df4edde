import Contracts
import Kernel

/// A form as far as it is written: the members of ``Contracts/ApplicationForm`` that have a text.
struct WrittenForm: Sendable, Hashable, CustomReflectable {
    private(set) var members: [String: String]

    /// A form with these members.
    init(members: [String: String]) { self.members = members.filter { !$0.value.isEmpty } }

    /// A form as somebody sent it.
    ///
    /// - Throws: `InvalidInput` naming members a form has not, and texts that are longer than any form's.
    init(sent members: [String: String]) throws(InvalidInput) {
        let unknown = members.keys.filter { !Self.known.contains($0) }.sorted()
        let long = members.filter { $0.value.utf8.count > 8000 }.keys.sorted()
        let problems =
            unknown.map { FieldProblem(field: $0, code: "evaluation.unknown-member") }
            + long.map { FieldProblem(field: $0, code: "evaluation.text-too-long", arguments: ["most": "2000"]) }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        self.init(members: members)
    }

    /// The form, members that are not written being empty.
    var form: ApplicationForm { ApplicationColumns.form { members[$0] ?? "" } }

    /// With who the person is, as the register has it.
    func of(_ identity: PersonalIdentity) -> WrittenForm {
        var form = self
        form.members["name"] = identity.name
        form.members["documentType"] = identity.documentType
        form.members["documentNumber"] = identity.documentNumber
        if form.members["telephone"] == nil, let telephone = identity.telephone {
            form.members["telephone"] = telephone
        }
        return form
    }

    /// Nothing, so that no dump shows a number.
    var customMirror: Mirror { Mirror(self, children: []) }

    private static let known = Set(ApplicationColumns.all.map(\.member))
}
