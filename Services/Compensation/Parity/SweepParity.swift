import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Measures again what is due: all appointments of an enterprise after a benchmark, a step at a time, and single ones on the
/// day a band, a benchmark or an appointment takes effect.
///
/// What is left to do stands in `parity_look` and moves on in the transaction of its step: a process that dies takes up
/// where it was.
struct SweepParity {
    /// How many appointments one step looks at.
    static let step = 10_000
    /// How many single ones are taken together.
    private static let singles = 500

    let measure: MeasureParity

    /// Takes one step; true where more may be left.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("parity", now: now)
        if try takeSingles(because: cause, in: tx) { return true }
        guard let look = try measure.looks.next(on: cause.today, in: tx) else { return false }
        guard let end = try end(of: look, in: tx) else {
            try measure.looks.move(look, to: nil, found: 0, on: cause.today, in: tx)
            return true
        }
        let found = try measure(
            .range(after: look.after, through: end.id),
            of: look.creditCode,
            since: look.since,
            because: cause,
            in: tx
        )
        try measure.looks.move(look, to: end, found: found, on: cause.today, in: tx)
        CrashPoint.reach("parity.after-step")
        return true
    }

    private func takeSingles(because cause: Cause, in tx: borrowing Transaction) throws -> Bool {
        let looks = try measure.looks.takeSingle(on: cause.today, limit: Self.singles, in: tx)
        try measure.lock(looks.map(\.creditCode), in: tx)
        let together = Dictionary(grouping: looks) { Together(creditCode: $0.creditCode, since: $0.since) }
        for (together, looks) in together {
            let appointments = looks.compactMap(\.appointment)
            try measure.payToday(appointments, today: cause.today, in: tx)
            _ = try measure(
                .some(appointments),
                of: together.creditCode,
                since: together.since,
                because: cause,
                in: tx
            )
        }
        return !looks.isEmpty
    }

    private struct Together: Hashable {
        let creditCode: String
        let since: LocalDate
    }

    /// The last appointment of the next step and how many there are, nil where none is left.
    private func end(
        of look: ParityLookStore.Running,
        in tx: borrowing Transaction
    ) throws -> (id: UUID, count: Int)? {
        let rows = try tx.query(
            """
            SELECT id, row_number() OVER (ORDER BY id) AS place FROM (
                SELECT id FROM appointment
                WHERE credit_code = \(look.creditCode) AND id > \(look.after)
                  AND last_day >= \(look.since.description)::text::date
                ORDER BY id LIMIT \(Self.step)) AS step
            ORDER BY id DESC LIMIT 1
            """
        )
        return try rows.first.map { (id: try $0.decode("id"), count: try $0.decode("place")) }
    }
}
