import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// After a benchmark has changed, compares the bands of the enterprise's appointments with it again, a step at a time.
///
/// What is left to do stands in `parity_sweep` and moves on in the transaction of its step: a process that dies takes up
/// where it was. The comparison is one statement a step; only appointments whose answer is another are touched.
struct SweepParity {
    /// How many appointments one step looks at.
    static let step = 10_000

    let shortfalls: KeepShortfalls

    /// A benchmark was declared: its enterprise is swept once the day it takes effect has come.
    func due(_ benchmark: Stored<Benchmark>, today: LocalDate, in tx: borrowing Transaction) throws {
        guard let declaration = benchmark.state.declaration else { return }
        try tx.execute(
            """
            INSERT INTO parity_sweep (id, credit_code, due)
            VALUES (\(benchmark.id), \(declaration.employer.creditCode),
                \(max(declaration.effectiveFrom, today).description)::text::date)
            """
        )
    }

    /// Takes one step; true where more may be left.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("parity", now: now)
        guard let sweep = try next(on: cause.today, in: tx) else { return false }
        guard let end = try end(of: sweep, on: cause.today, in: tx) else {
            try tx.execute(
                "UPDATE parity_sweep SET done_on = \(cause.today.description)::text::date WHERE id = \(sweep.id)"
            )
            return true
        }
        let changes = try compare(sweep, through: end.last, on: cause.today, in: tx)
        let dueOn = try shortfalls.dueDay(on: cause.today, in: tx)
        let short = changes.filter(\.isShort)
        try shortfalls.open(short.map { $0.finding(dueOn: dueOn) }, because: cause, in: tx)
        try shortfalls.settle(
            of: changes.filter { !$0.isShort }.map(\.appointment),
            source: .benchmark,
            because: cause,
            in: tx
        )
        try tx.execute(
            """
            UPDATE parity_sweep SET after = \(end.last), looked_at = looked_at + \(end.count),
                found_short = found_short + \(short.count)
            WHERE id = \(sweep.id)
            """
        )
        CrashPoint.reach("parity.after-step")
        return true
    }

    /// A sweep that is not done, and how far it is.
    private struct Sweep {
        let id: UUID
        let creditCode: String
        let after: UUID
    }

    private func next(on day: LocalDate, in tx: borrowing Transaction) throws -> Sweep? {
        try tx.query(
            """
            SELECT id, credit_code, after FROM parity_sweep
            WHERE done_on IS NULL AND due <= \(day.description)::text::date
            ORDER BY due, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """
        ).first.map {
            Sweep(id: try $0.decode("id"), creditCode: try $0.decode("credit_code"), after: try $0.decode("after"))
        }
    }

    /// The last appointment of the next step and how many there are, nil where none is left.
    private func end(
        of sweep: Sweep,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> (last: UUID, count: Int)? {
        let rows = try tx.query(
            """
            SELECT id, row_number() OVER (ORDER BY id) AS place FROM (
                SELECT id FROM appointment
                WHERE credit_code = \(sweep.creditCode) AND id > \(sweep.after)
                  AND last_day >= \(day.description)::text::date
                ORDER BY id LIMIT \(Self.step)) AS step
            ORDER BY id DESC LIMIT 1
            """
        )
        return try rows.first.map { (last: try $0.decode("id"), count: try $0.decode("place")) }
    }

    /// An appointment whose answer is another than before.
    private struct Change {
        let appointment: UUID
        let person: UUID
        let employer: EnterpriseRef
        let isShort: Bool
        let benchmark: UUID
        let required: String
        let since: LocalDate

        func finding(dueOn: LocalDate) -> Shortfall.Finding {
            Shortfall.Finding(
                appointment: appointment,
                person: person,
                employer: employer,
                source: .benchmark,
                since: since,
                dueOn: dueOn,
                against: benchmark,
                required: required
            )
        }
    }

    /// The same rule as `Parity.measure`, for all of a step at once.
    private func compare(
        _ sweep: Sweep,
        through last: UUID,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> [Change] {
        let today = day.description
        let rows = try tx.query(
            """
            WITH in_force AS (
                SELECT DISTINCT ON (band) id, band, minimum_fen, effective_from FROM benchmark
                WHERE credit_code = \(sweep.creditCode) AND effective_from <= \(today)::text::date
                ORDER BY band, effective_from DESC, revision DESC
            ), lowest AS (
                SELECT * FROM in_force ORDER BY minimum_fen, band COLLATE "C" LIMIT 1
            ), measured AS (
                SELECT one.id, measure.id AS benchmark, measure.band AS required,
                    greatest(one.pay_from, measure.effective_from) AS since,
                    one.band_minimum_fen < measure.minimum_fen AS short_now
                FROM appointment AS one
                LEFT JOIN in_force AS own ON own.band = one.band
                CROSS JOIN lowest
                CROSS JOIN LATERAL (
                    SELECT coalesce(own.id, lowest.id) AS id, coalesce(own.band, lowest.band) AS band,
                        coalesce(own.minimum_fen, lowest.minimum_fen) AS minimum_fen,
                        coalesce(own.effective_from, lowest.effective_from) AS effective_from) AS measure
                WHERE one.credit_code = \(sweep.creditCode) AND one.id > \(sweep.after) AND one.id <= \(last)
                  AND one.last_day >= \(today)::text::date
                  AND one.is_short <> (one.band_minimum_fen < measure.minimum_fen)
            )
            UPDATE appointment SET is_short = measured.short_now FROM measured
            WHERE appointment.id = measured.id
            RETURNING appointment.id, appointment.person, appointment.state::text AS state, appointment.version,
                measured.benchmark, measured.required, measured.since, measured.short_now
            """
        )
        return try rows.compactMap { row in
            let appointment = try row.stored(Appointment.self)
            guard let letter = appointment.state.letter else { return nil }
            return Change(
                appointment: appointment.id,
                person: letter.person,
                employer: letter.employer,
                isShort: try row.decode("short_now"),
                benchmark: try row.decode("benchmark"),
                required: try row.decode("required"),
                since: LocalDate(try row.decode("since", as: String.self)) ?? day
            )
        }
    }
}
