import Kernel

/// The plan was shown to the employees and sent to the filing authority.
///
/// Notice, 四（一）“并向职工公开”; 劳动合同法 Art. 4.
package struct Disclosure: Codable, Hashable, Sendable {
    package let shownToEmployeesOn: LocalDate
    /// How it can be proved: minutes, a photograph of the board.
    package let proof: String
    package let sentToAuthorityOn: LocalDate
    package let proofOfSending: String

    /// A disclosure; throws ``Kernel/InvalidInput`` where proof is missing or a day has not come yet.
    package init(
        shownToEmployeesOn: LocalDate,
        proof: String,
        sentToAuthorityOn: LocalDate,
        proofOfSending: String,
        today: LocalDate
    ) throws(InvalidInput) {
        self.shownToEmployeesOn = shownToEmployeesOn
        self.proof = proof
        self.sentToAuthorityOn = sentToAuthorityOn
        self.proofOfSending = proofOfSending
        var problems: [FieldProblem] = []
        for (field, text) in [("proof", proof), ("proofOfSending", proofOfSending)]
        where text.allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem(field: field, code: "evaluation.field-missing"))
        }
        for (field, day) in [("shownToEmployeesOn", shownToEmployeesOn), ("sentToAuthorityOn", sentToAuthorityOn)]
        where day > today {
            problems.append(FieldProblem(field: field, code: "evaluation.day-in-future"))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
    }
}
