import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Ends appointments whose term is over, and tells it.
struct EndAppointments {
    let store: AppointmentStore
    let journal: Journal
    let outbox: Outbox

    /// Ends some; true where more may be due.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("appointments", now: now)
        let ended = try store.due(on: cause.today, limit: 100, in: tx).map { appointment in
            var appointment = appointment
            try appointment.handle(.pass(on: cause.today))
            return appointment
        }
        try store.saveEnded(ended, in: tx)
        try journal.append(ended, of: "appointment", because: cause, in: tx)
        for appointment in ended {
            guard let letter = appointment.state.letter else { continue }
            let fact = AppointmentEnded(
                appointment: appointment.id,
                appointee: letter.person,
                certificate: letter.certificate,
                employer: letter.employer,
                on: letter.term.through
            )
            try outbox.announce(fact, because: cause, in: tx)
        }
        return !ended.isEmpty
    }
}
