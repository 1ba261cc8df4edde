import CompensationDomain
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// An officer opens an inspection, persons are drawn or named, and what was seen of their papers is recorded.
struct Inspect {
    /// The largest pool of a draw.
    static let mostDrawnFrom = 10_000

    let store = InspectionStore()
    let duties = DutyStore()
    let cipher: FieldCipher
    let shortfalls: KeepShortfalls
    let journal: Journal

    /// Opens one; the draw is fixed by the digest of its seed before anybody knows the word it is drawn with.
    ///
    /// - Throws: `InvalidInput`.
    func open(
        _ request: InspectionBody.Request,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Inspection> {
        let month = request.opening.month
        let pool = try duties.due(
            in: month,
            creditCode: request.opening.employer.creditCode,
            after: nil,
            limit: Self.mostDrawnFrom,
            onlyMissing: false,
            in: tx
        ).map { duty in
            Inspection.Subject(
                appointment: duty.appointment,
                person: duty.person,
                since: max(month.first, duty.from)
            )
        }
        guard !pool.isEmpty else { throw InvalidInput(field: "month", code: "compensation.inspection-nobody") }
        var inspection = Stored<Inspection>(new: NewID.v7())
        switch request.choice {
        case .draw(let count):
            guard (1...pool.count).contains(count) else {
                throw InvalidInput(
                    field: "draw",
                    code: "compensation.inspection-count",
                    arguments: ["most": String(pool.count)]
                )
            }
            let seed = DrawGenerator.newSeed()
            let commitment = Inspection.Commitment(
                digest: DrawGenerator.digest(of: seed),
                sealedSeed: Data(try cipher.seal(bytes: Array(seed.utf8), of: inspection.id.lowercase)),
                pool: pool,
                count: count
            )
            try inspection.handle(.announce(request.opening, commitment))
        case .name(let appointments, let reason):
            let known = Dictionary(pool.map { ($0.appointment, $0) }) { first, _ in first }
            let problems = appointments.enumerated().filter { known[$0.element] == nil }.map { index, _ in
                FieldProblem(field: "appointments.\(index)", code: "compensation.inspection-not-due")
            }
            guard problems.isEmpty else { throw InvalidInput(problems) }
            try inspection.handle(
                .name(request.opening, appointments.compactMap { known[$0] }, reason: reason)
            )
        }
        try keep(inspection, because: cause, in: tx)
        return inspection
    }

    /// Carries out the draw with the word of a witness.
    ///
    /// - Throws: `Inspection.Rejection`.
    func draw(
        _ inspection: Stored<Inspection>,
        word: String,
        witness: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Inspection> {
        guard case .announced(_, let commitment) = inspection.state else {
            throw inspection.state.stage == .closed
                ? Inspection.Rejection.alreadyClosed : Inspection.Rejection.alreadyDrawn
        }
        let opened = try cipher.open(bytes: Array(commitment.sealedSeed), of: inspection.id.lowercase)
        let seed = String(decoding: opened, as: UTF8.self)
        var generator = DrawGenerator(seed: seed, word: word)
        let draw = Inspection.Draw(
            seed: seed,
            word: word,
            witness: witness,
            order: DrawnOrder.of(commitment.pool.map(\.appointment), using: &generator),
            by: cause.actor,
            on: cause.today
        )
        return try change(inspection, .draw(draw), because: cause, in: tx)
    }

    /// Takes what was seen of one person.
    ///
    /// - Throws: `Inspection.Rejection`.
    func record(
        _ inspection: Stored<Inspection>,
        _ finding: Inspection.Finding,
        of appointment: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Inspection> {
        try change(inspection, .record(finding, of: appointment), because: cause, in: tx)
    }

    /// Closes it; what was not met or not shown has to be corrected, as any shortfall.
    ///
    /// - Throws: `Inspection.Rejection`.
    func close(
        _ inspection: Stored<Inspection>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Inspection> {
        let closed = try change(inspection, .close(by: cause.actor, on: cause.today), because: cause, in: tx)
        guard let opening = closed.state.opening, !closed.state.short.isEmpty else { return closed }
        let dueOn = try shortfalls.dueDay(on: cause.today, in: tx)
        let findings = closed.state.short.map { subject in
            Shortfall.Finding(
                appointment: subject.appointment,
                person: subject.person,
                employer: opening.employer,
                source: .inspection,
                since: subject.since,
                dueOn: dueOn,
                against: closed.id
            )
        }
        try shortfalls.open(findings, because: cause, in: tx)
        return closed
    }

    private func change(
        _ inspection: Stored<Inspection>,
        _ command: Inspection.Command,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Inspection> {
        var inspection = inspection
        try inspection.handle(command)
        try keep(inspection, because: cause, in: tx)
        return inspection
    }

    private func keep(_ inspection: Stored<Inspection>, because cause: Cause, in tx: borrowing Transaction) throws {
        try store.save(inspection, in: tx)
        try journal.append(inspection, of: "inspection", because: cause, in: tx)
    }
}
