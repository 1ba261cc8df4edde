import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise pays in another band from a day on, at parity; the days from then on are measured again.
///
/// It may be told ahead, as a correction of days gone by, and of days before the end of one that is over.
struct ChangeBand {
    let change: ChangeAppointment
    let parity: MeasureParity

    /// - Throws: `NotFound`, `VersionMismatch`, `Appointment.Rejection`.
    func callAsFunction(
        _ id: UUID,
        _ step: Appointment.BandStep,
        seen version: Int,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Appointment> {
        let creditCode = try change.store.employer(of: id, in: tx)
        try parity.lock([creditCode], in: tx)
        let declared = try parity.benchmarks.declared(by: creditCode, in: tx)
        let changed = try change(id, .changeBand(step, declared: declared), seen: version, because: cause, in: tx)
        try parity.keepBands(of: changed, today: cause.today, in: tx)
        try parity.follow(changed, since: step.from, because: cause, in: tx)
        return changed
    }
}
