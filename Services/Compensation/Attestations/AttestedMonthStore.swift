import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Each enterprise's months, counted.
struct AttestedMonthStore {
    /// A month of an enterprise.
    struct Place {
        let creditCode: String
        let month: Month
        let stored: Stored<AttestedMonth>
    }

    /// What was attested of a month, counted.
    struct Tally {
        var (met, notMet, notDue, late) = (0, 0, 0, 0)
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

    /// Counts what was attested of a month.
    func tally(_ month: Month, of creditCode: String, in tx: borrowing Transaction) throws -> Tally {
        var tally = Tally()
        let rows = try tx.query(
            """
            SELECT standing, count(*)::int AS persons, (count(*) FILTER (WHERE is_late))::int AS late FROM attestation
            WHERE credit_code = \(creditCode) AND month = \(month.first.description)::text::date GROUP BY standing
            """
        )
        for row in rows {
            let (standing, persons): (String, Int) = (try row.decode("standing"), try row.decode("persons"))
            switch Attestation.Standing(rawValue: standing) {
            case .met: tally.met = persons
            case .notMet: tally.notMet = persons
            case .notDue, nil: tally.notDue += persons
            }
            tally.late += try row.decode("late", as: Int.self)
        }
        return tally
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
