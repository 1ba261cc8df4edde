import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise attests a month of some persons; each line stands alone.
struct AttestMonth: Sendable {
    /// Lines taken in one call.
    static let mostLines = 1000

    let duties = DutyStore()
    let store = AttestationStore()
    let months: CountMonths
    let procedures: MonthlyProcedures
    let journal: Journal

    /// Whose month it is, and who signs it.
    struct Heading: Hashable, Sendable {
        let creditCode: String
        let month: Month
        let signer: Attestation.Signer
        /// Why what was attested otherwise is corrected; nil where nothing is to be.
        let correction: String?
    }

    /// What became of a line.
    enum Outcome: Hashable, Sendable {
        case attested(UUID)
        case corrected(UUID)
        case unchanged(UUID)
        case refused([FieldProblem])
    }

    /// Takes the lines that can be taken, and says of the others why not.
    ///
    /// - Throws: `InvalidInput` where the month cannot be attested yet.
    func callAsFunction(
        _ lines: [AttestationLine],
        of heading: Heading,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [Outcome] {
        guard heading.month <= Month(of: cause.today) else {
            throw InvalidInput(field: "month", code: "compensation.month-ahead")
        }
        let appointments = lines.map(\.appointment)
        let due = try duties.of(appointments, creditCode: heading.creditCode, in: tx)
        var known = try store.load(heading.month, appointments, in: tx)
        let dueOn = try procedures.dueDay(of: heading.month, on: cause.today, in: tx)
        var changed: [Stored<Attestation>] = []
        var seen: Set<UUID> = []
        let outcomes = try lines.map { line -> Outcome in
            let duty = due[line.appointment]
            let attested = known[line.appointment]?.state.statement
            var problems = line.problems(in: heading.month, for: duty, attested: attested)
            if !seen.insert(line.appointment).inserted {
                problems.append(FieldProblem(field: "appointment", code: "compensation.person-twice"))
            }
            guard problems.isEmpty, let duty else { return .refused(problems) }
            let statement = Attestation.Statement(
                month: heading.month,
                appointment: line.appointment,
                person: duty.person,
                creditCode: heading.creditCode,
                standing: line.standing,
                band: line.band,
                reason: line.reason,
                signer: heading.signer,
                on: cause.today,
                isLate: cause.today > dueOn
            )
            var attestation = known[line.appointment] ?? Stored(new: NewID.v7())
            do {
                try attestation.handle(.attest(statement, correctedBecause: heading.correction))
            } catch let refusal as Attestation.Rejection {
                return .refused([FieldProblem(field: "correction", refusal)])
            }
            known[line.appointment] = attestation
            guard !attestation.events.isEmpty else { return .unchanged(attestation.id) }
            changed.append(attestation)
            return attestation.version == 0 ? .attested(attestation.id) : .corrected(attestation.id)
        }
        guard !changed.isEmpty else { return outcomes }
        try store.save(changed, in: tx)
        try journal.append(changed, of: "attestation", because: cause, in: tx)
        try months.note(heading.month, of: heading.creditCode, dueOn: dueOn, today: cause.today, in: tx)
        return outcomes
    }
}
