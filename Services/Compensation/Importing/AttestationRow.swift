import CompensationDomain
import Foundation
import Kernel

/// One row of a file with what is wrong with its cells.
struct AttestationRow: Sendable {
    /// The number Excel shows.
    let number: Int
    let name: String
    /// The line; nil where its cells could not be read.
    let line: AttestationLine?
    let problems: [FieldProblem]

    init(_ row: KeptRow) {
        number = row.number
        name = String(row.text("name").prefix(100))
        var problems = row.fieldsWithAmount.map { FieldProblem(field: $0, code: "compensation.amount-in-text") }
        func fail(_ field: String, _ code: String) {
            guard !problems.contains(where: { $0.field == field }) else { return }
            problems.append(FieldProblem(field: field, code: code))
        }
        if row.isTorn { fail("", "compensation.row-torn") }
        let appointment = UUID(uuidString: row.text("appointment"))
        if appointment == nil { fail("appointment", "compensation.not-appointed-here") }
        let standing = AttestationColumns.standing(row.text("standing"))
        if standing == nil { fail("standing", "compensation.standing") }
        self.problems = problems
        guard let appointment, let standing, problems.isEmpty else {
            line = nil
            return
        }
        let reason = row.text("reason")
        line = AttestationLine(
            appointment: appointment,
            standing: standing,
            band: row.text("band"),
            reason: reason.isEmpty ? nil : reason
        )
    }
}
