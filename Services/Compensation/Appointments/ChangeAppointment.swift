import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise assesses somebody on a post, expects a retirement, or pays in another band.
struct ChangeAppointment {
    let store: AppointmentStore
    let journal: Journal

    /// Decides at the version that was seen.
    ///
    /// - Throws: `NotFound`, `VersionMismatch`.
    func callAsFunction(
        _ id: UUID,
        _ command: Appointment.Command,
        seen version: Int,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Appointment> {
        var appointment = try store.load(id, in: tx)
        try appointment.expect(version: version)
        try appointment.handle(command)
        try store.save([appointment], in: tx)
        try journal.append(appointment, of: "appointment", because: cause, in: tx)
        return appointment
    }
}
