import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// A month of an enterprise.
struct EnterpriseMonth: Hashable, Sendable {
    let creditCode: String
    let month: Month
}

/// Each enterprise's months, counted.
struct AttestedMonthStore {
    /// A month of an enterprise.
    struct Place {
        let creditCode: String
        let month: Month
        let stored: Stored<AttestedMonth>
    }

    /// A month as it is counted.
    struct Tally {
        var counts: AttestedMonth.Counts
        /// Persons attested after the due day.
        var late: Int
    }

    /// Has months of these enterprises counted from a day on; those listed already only where `again`.
    func look(
        _ month: Month,
        of creditCodes: [String],
        dueOn: LocalDate,
        on day: LocalDate,
        again: Bool,
        in tx: borrowing Transaction
    ) throws {
        let codes = creditCodes.sorted()
        try tx.execute(
            """
            INSERT INTO attested_month
                (id, version, credit_code, month, due_on, due, missing, not_met, late, look_on, state)
            SELECT id, 0, credit_code, \(month.first.description)::text::date, \(dueOn.description)::text::date, 0, 0, 0, 0,
                \(day.description)::text::date, \(try Column.text(AttestedMonth.initial))::text::jsonb
            FROM unnest(\(codes.map { _ in NewID.v7() })::uuid[], \(codes)::text[]) AS t(id, credit_code)
            ON CONFLICT (credit_code, month) DO UPDATE
            SET look_on = CASE WHEN \(again) THEN excluded.look_on ELSE attested_month.look_on END
            """
        )
    }

    /// Some that are to be counted, locked; what another replica has is passed over.
    func due(on day: LocalDate, limit: Int, in tx: borrowing Transaction) throws -> [Place] {
        try tx.query(
            """
            SELECT id, version, credit_code, month::text AS month, state::text AS state FROM attested_month
            WHERE look_on <= \(day.description)::text::date ORDER BY look_on, id LIMIT \(limit) FOR UPDATE SKIP LOCKED
            """
        ).map { row in
            Place(
                creditCode: try row.decode("credit_code"),
                month: Month(of: LocalDate(try row.decode("month")) ?? .earliest),
                stored: try row.stored()
            )
        }
    }

    /// Counts whom a month is due for, and what was attested of them.
    ///
    /// What was attested of an appointment that turned out not to be due in it, as after a revocation, is not counted.
    func tally(_ month: Month, of creditCode: String, in tx: borrowing Transaction) throws -> Tally {
        let row = try tx.query(
            """
            SELECT count(*)::int AS due, (count(*) FILTER (WHERE standing = 'met'))::int AS met,
                (count(*) FILTER (WHERE standing = 'not-met'))::int AS not_met,
                (count(*) FILTER (WHERE standing = 'not-due'))::int AS not_due, (count(*) FILTER (WHERE is_late))::int AS late
            FROM appointment LEFT JOIN attestation ON attestation.appointment = appointment.id
                AND attestation.month = \(month.first.description)::text::date
            WHERE appointment.credit_code = \(creditCode) AND certificate IS NOT NULL AND pay_from <= last_day
              AND pay_from <= \(month.last.description)::text::date AND last_day >= \(month.first.description)::text::date
            """
        ).first
        guard let row else { return Tally(counts: .init(due: 0, met: 0, notMet: 0, notDue: 0), late: 0) }
        let counts = AttestedMonth.Counts(
            due: try row.decode("due"),
            met: try row.decode("met"),
            notMet: try row.decode("not_met"),
            notDue: try row.decode("not_due")
        )
        return Tally(counts: counts, late: try row.decode("late"))
    }

    /// Has months of enterprises counted from a day on, listed or not.
    func lookAgain(_ months: Set<EnterpriseMonth>, on day: LocalDate, in tx: borrowing Transaction) throws {
        guard !months.isEmpty else { return }
        let sorted = months.sorted { ($0.creditCode, $0.month) < ($1.creditCode, $1.month) }
        let current = Month(of: day)
        try tx.execute(
            """
            INSERT INTO attested_month
                (id, version, credit_code, month, due_on, due, missing, not_met, late, look_on, state)
            SELECT id, 0, credit_code, month::date, month::date, 0, 0, 0, 0, \(day.description)::text::date,
                \(try Column.text(AttestedMonth.initial))::text::jsonb
            FROM unnest(
                \(sorted.map { _ in NewID.v7() })::uuid[], \(sorted.map(\.creditCode))::text[],
                \(sorted.map(\.month.first.description))::text[], \(sorted.map { $0.month < current })::bool[])
                AS t(id, credit_code, month, is_over)
            WHERE is_over OR EXISTS (
                SELECT FROM attested_month AS known
                WHERE known.credit_code = t.credit_code AND known.month = t.month::date)
            ON CONFLICT (credit_code, month) DO UPDATE SET look_on = excluded.look_on
            """
        )
    }

    /// Writes what was counted.
    func save(
        _ month: Stored<AttestedMonth>,
        _ counts: AttestedMonth.Counts,
        late: Int,
        dueOn: LocalDate,
        lookOn: LocalDate?,
        in tx: borrowing Transaction
    ) throws {
        try tx.execute(
            """
            UPDATE attested_month SET version = \(month.newVersion), due_on = \(dueOn.description)::text::date,
                due = \(counts.due), missing = \(counts.missing), not_met = \(counts.notMet), late = \(late),
                look_on = \(lookOn?.description)::text::date, state = \(try Column.text(month.state))::text::jsonb
            WHERE id = \(month.id)
            """
        )
    }
}
