import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise pays in another band, at parity: what was short by the benchmark is settled with it.
struct ChangeBand {
    let change: ChangeAppointment
    let benchmarks: BenchmarkStore
    let shortfalls: KeepShortfalls

    /// - Throws: `NotFound`, `VersionMismatch`, `Appointment.Rejection`.
    func callAsFunction(
        _ id: UUID,
        _ step: Appointment.BandStep,
        seen version: Int,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Appointment> {
        let declared = try benchmarks.declared(by: change.store.employer(of: id, in: tx), in: tx)
        let changed = try change(id, .changeBand(step, declared: declared), seen: version, because: cause, in: tx)
        // One from a day gone by may have kept that day's benchmark and be short of today's; one from a day to come is settled
        // when a comparison after that day finds it so.
        guard step.from <= cause.today,
            (try? Appointment.measured(step.band, on: cause.today, against: declared)) != nil
        else { return changed }
        try tx.execute("UPDATE appointment SET is_short = false WHERE id = \(id) AND is_short")
        try shortfalls.settle(of: [id], source: .benchmark, because: cause, in: tx)
        return changed
    }
}
