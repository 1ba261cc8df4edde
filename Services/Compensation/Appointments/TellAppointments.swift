import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Tells when appointments come in force and when they are over.
///
/// What waits for its certificate is the enterprise's own matter: nothing is said of it.
struct TellAppointments {
    let outbox: Outbox
    let months: CountMonths

    /// Has the months counted that appointments changed, however far back.
    func months(of changed: [Stored<Appointment>], because cause: Cause, in tx: borrowing Transaction) throws {
        try months.note(changed, today: cause.today, in: tx)
    }

    /// One that is in force now; nothing where it waits for its certificate.
    func inForce(_ appointment: Stored<Appointment>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let letter = appointment.state.letter, let measure = appointment.state.measure,
            let certificate = letter.certificate
        else { return }
        try outbox.announce(
            Appointed(
                appointment: appointment.id,
                appointee: letter.person,
                post: letter.post,
                certificate: certificate,
                employer: letter.employer,
                occupation: letter.occupation,
                from: letter.term.from,
                through: letter.term.through,
                band: letter.band.code,
                benchmark: measure.id
            ),
            because: cause,
            in: tx
        )
    }

    /// One that has ended, or is to end on a day that is known; nothing where it never came in force.
    func over(_ appointment: Stored<Appointment>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let letter = appointment.state.letter, let certificate = letter.certificate,
            let end = appointment.state.end
        else { return }
        try outbox.announce(
            AppointmentEnded(
                appointment: appointment.id,
                appointee: letter.person,
                certificate: certificate,
                employer: letter.employer,
                on: end.on,
                reason: end.reason
            ),
            because: cause,
            in: tx
        )
    }
}
