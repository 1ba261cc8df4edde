import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Answers a month an enterprise's own system sends.
struct TakeAttestation: Sendable {
    let attest: AttestMonth

    /// Takes all lines or none.
    ///
    /// - Throws: `InvalidInput` with what is wrong, by line and field.
    func callAsFunction(
        _ sent: AttestationSubmitted,
        from creditCode: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> IngressAnswer {
        guard let month = Month(sent.month) else { throw InvalidInput(field: "month", code: "compensation.month") }
        guard (1...AttestMonth.mostLines).contains(sent.items.count) else {
            throw InvalidInput(
                field: "items",
                code: "compensation.lines",
                arguments: ["most": String(AttestMonth.mostLines)]
            )
        }
        let heading = try AttestMonth.Heading(
            creditCode: creditCode,
            month: month,
            signer: sent.signer,
            position: sent.position,
            account: cause.actor,
            correction: sent.correction
        )
        var problems: [FieldProblem] = []
        var lines: [AttestationLine] = []
        for (index, item) in sent.items.enumerated() {
            guard let standing = Attestation.Standing(rawValue: item.standing) else {
                problems.append(FieldProblem(field: "items.\(index).standing", code: "compensation.standing"))
                continue
            }
            lines.append(
                AttestationLine(
                    appointment: item.appointment,
                    standing: standing,
                    band: item.band.trimmingCharacters(in: .whitespacesAndNewlines),
                    reason: item.reason.flatMap { $0.isEmpty ? nil : $0 }
                )
            )
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        for (index, outcome) in try attest(lines, of: heading, because: cause, in: tx).enumerated() {
            guard case .refused(let wrong) = outcome else { continue }
            problems += wrong.map {
                FieldProblem(field: "items.\(index).\($0.field)", code: $0.code, arguments: $0.arguments)
            }
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return .accepted(nil)
    }
}
