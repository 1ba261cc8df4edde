import CompensationDomain
import Foundation
import Kernel
import Postgres

/// What an enterprise did about treatment, as evidence for the renewal of its filing: counts, no person and no amount.
struct EnterpriseRecord: Encodable {
    let creditCode: String
    /// Months in which somebody was due.
    let months: Int
    /// Months attested of everybody.
    let complete: Int
    /// Months whose due day passed with somebody missing.
    let gaps: [Gap]
    /// Months in which somebody was attested after the due day.
    let lateMonths: Int
    /// Persons and months attested as not met.
    let notMet: Int
    let denialsReceived: Int
    let denialsUpheld: Int
    /// Promises found not to be kept, of whatever source, and how many of them are still to be corrected or are overdue.
    let shortfalls: Int
    let shortfallsOpen: Int
    let shortfallsOverdue: Int
    /// Certificates in force of which it was reminded and that still have no appointment.
    let withoutAppointment: Int

    struct Gap: Encodable {
        let month: String
        let missing: Int
    }

    /// The record as it stands on a day.
    init(of creditCode: String, today: LocalDate, in tx: borrowing Transaction) throws {
        self.creditCode = creditCode
        let day = today.description
        let counted = try tx.query(
            """
            SELECT count(*) FILTER (WHERE due > 0)::int AS months,
                count(*) FILTER (WHERE due > 0 AND missing = 0)::int AS complete,
                count(*) FILTER (WHERE late > 0)::int AS late_months, COALESCE(sum(not_met), 0)::int AS not_met
            FROM attested_month WHERE credit_code = \(creditCode)
            """
        ).first
        months = try counted?.decode("months") ?? 0
        complete = try counted?.decode("complete") ?? 0
        lateMonths = try counted?.decode("late_months") ?? 0
        notMet = try counted?.decode("not_met") ?? 0
        gaps = try tx.query(
            """
            SELECT to_char(month, 'YYYY-MM') AS month, missing FROM attested_month
            WHERE credit_code = \(creditCode) AND missing > 0 AND due_on < \(day)::text::date
            ORDER BY month DESC LIMIT 60
            """
        ).map { Gap(month: try $0.decode("month"), missing: try $0.decode("missing")) }
        let heard = try tx.query(
            """
            SELECT count(*)::int AS received,
                count(*) FILTER (WHERE state #>> '{closed,_2,outcome}' = 'upheld')::int AS upheld
            FROM denial WHERE credit_code = \(creditCode)
            """
        ).first
        denialsReceived = try heard?.decode("received") ?? 0
        denialsUpheld = try heard?.decode("upheld") ?? 0
        let short = try tx.query(
            """
            SELECT count(*)::int AS found, count(*) FILTER (WHERE stage <> 'settled')::int AS running,
                count(*) FILTER (WHERE stage = 'overdue' OR stage = 'open' AND due_on < \(day)::text::date)::int AS overdue
            FROM shortfall WHERE credit_code = \(creditCode)
            """
        ).first
        shortfalls = try short?.decode("found") ?? 0
        shortfallsOpen = try short?.decode("running") ?? 0
        shortfallsOverdue = try short?.decode("overdue") ?? 0
        withoutAppointment =
            try tx.query(
                """
                SELECT count(*)::int AS persons FROM appointment_reminder
                JOIN holder ON holder.certificate = appointment_reminder.certificate
                LEFT JOIN certificate_status AS standing ON standing.certificate = holder.certificate
                WHERE appointment_reminder.credit_code = \(creditCode) AND holder.phase = 'qualified'
                  AND NOT COALESCE(standing.is_suspended, false)
                """
            ).first?.decode("persons") ?? 0
    }
}
