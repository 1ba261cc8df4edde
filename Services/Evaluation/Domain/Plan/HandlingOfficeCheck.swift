import Kernel

/// The office that takes objections is neither who chose the names nor who files them: not HR, not the panel.
enum HandlingOfficeCheck {
    /// What the name of an office that may not handle objections contains.
    static let barred = ["人力资源", "人事", "评审"]

    /// What is wrong with the office and its contact.
    static func problems(of terms: PlanTerms) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if barred.contains(where: terms.handlingOffice.contains) {
            problems.append(FieldProblem(field: "handlingOffice", code: "evaluation.handling-office"))
        }
        guard let contact = terms.handlingContact else { return problems }
        if [contact.telephone, contact.address, contact.email].allSatisfy({ $0 == nil }) {
            problems.append(FieldProblem(field: "handlingContact.telephone", code: "evaluation.field-missing"))
        }
        let tooLong = lengths(of: contact)
        problems += tooLong
        // What is too long is told once, not also as badly written.
        func isToCheck(_ field: String) -> Bool { !tooLong.contains { $0.field == field } }
        if let telephone = contact.telephone, isToCheck("handlingContact.telephone"), !isTelephone(telephone) {
            problems.append(FieldProblem(field: "handlingContact.telephone", code: "evaluation.telephone"))
        }
        if let email = contact.email, isToCheck("handlingContact.email"),
            email.wholeMatch(of: /[^\s@]+@[^\s@]+\.[^\s@]+/) == nil
        {
            problems.append(FieldProblem(field: "handlingContact.email", code: "evaluation.email"))
        }
        return problems
    }

    /// What is longer than the head of a notice has room for.
    private static func lengths(of contact: HandlingContact) -> [FieldProblem] {
        [
            ("person", contact.person, 60), ("telephone", contact.telephone, 40), ("address", contact.address, 200),
            ("email", contact.email, 120),
        ].compactMap { field, text, most in
            guard let text, text.count > most else { return nil }
            return FieldProblem(
                field: "handlingContact.\(field)",
                code: "evaluation.text-too-long",
                arguments: ["most": String(most)]
            )
        }
    }

    private static func isTelephone(_ text: String) -> Bool {
        text.wholeMatch(of: /[+0-9][0-9 \-]{3,18}[0-9]/) != nil
    }
}
