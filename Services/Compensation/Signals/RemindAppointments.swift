import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Reminds enterprises of certificates in force that have no appointment after the working days of the procedure.
struct RemindAppointments: Sendable {
    private static let atOnce = 100

    let procedures: MonthlyProcedures
    let journal: Journal
    let outbox: Outbox

    /// Tells some; true where more may be due.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("reminders", now: now)
        let days = try procedures.inForce(on: cause.today, in: tx).appointmentReminderDays
        // So many working days are never fewer days; those issued later need not be looked at.
        let latest = cause.today.adding(days: -days)
        let rows = try tx.query(
            """
            SELECT holder.id, holder.version, holder.state::text AS state FROM holder
            LEFT JOIN certificate_status AS said ON said.certificate = holder.certificate
            WHERE phase = 'qualified' AND NOT COALESCE(said.is_suspended, false)
              AND holder.state #>> '{qualified,_1,issuedOn}' <= \(latest.description)
              AND NOT EXISTS (
                  SELECT FROM appointment_reminder WHERE appointment_reminder.certificate = holder.certificate)
            ORDER BY holder.state #>> '{qualified,_1,issuedOn}', holder.id
            LIMIT \(Self.atOnce) FOR UPDATE OF holder SKIP LOCKED
            """
        )
        var told = 0
        for row in rows {
            let holder: Stored<Holder> = try row.stored()
            guard let certificate = holder.state.certificate else { continue }
            let dueOn = try procedures.day(days, after: certificate.issuedOn, in: tx)
            var reminder = Stored<AppointmentReminder>(new: NewID.v7())
            try reminder.handle(.pass(certificate: certificate.id, dueOn: dueOn, today: cause.today))
            guard !reminder.events.isEmpty else { continue }
            try tx.execute(
                """
                INSERT INTO appointment_reminder (id, version, credit_code, certificate, due_on, state) VALUES
                    (\(reminder.id), \(reminder.newVersion), \(certificate.issuer.creditCode), \(certificate.id),
                     \(dueOn.description)::text::date, \(try Column.text(reminder.state))::text::jsonb)
                """
            )
            try journal.append(reminder, of: "appointment_reminder", because: cause, in: tx)
            let fact = AppointmentAwaited(
                certificate: certificate.id,
                holder: certificate.person,
                employer: certificate.issuer,
                issuedOn: certificate.issuedOn,
                dueOn: dueOn
            )
            try outbox.announce(fact, because: cause, in: tx)
            told += 1
        }
        return told == Self.atOnce
    }
}
