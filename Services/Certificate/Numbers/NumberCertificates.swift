import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Gives certificates their numbers, once both audits have passed.
struct NumberCertificates {
    let certificates = CertificateStore()
    let counters = CounterStore()
    let journal: Journal
    let outbox: Outbox

    /// Numbers those of a batch that may have one, in the order of the list, all in this transaction.
    ///
    /// Held ones stay behind and follow when they are released. The registration and the certificates are locked, and what
    /// objections do takes the same locks: a name is held before it has its number, or reviewed after, never neither.
    func callAsFunction(
        _ batch: Batch,
        _ registration: UUID,
        _ certificates: [Stored<Certificate>],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        var waiting = certificates.filter(\.state.awaitsNumber)
        guard !waiting.isEmpty else { return }
        // While the filing is out of force they stay behind, and follow when it is in force again.
        guard try FilingStandings.read([batch.filing], in: tx)[batch.filing]?.effects?.unissued != .freeze else {
            return
        }
        let series = NumberSeries(
            agency: try AgencyCode(batch.agencyCode),
            level: .specialGradeTechnician,
            on: cause.today
        )
        let numbers = try counters.take(waiting.count, of: series, in: tx)
        for (index, number) in zip(waiting.indices, numbers) {
            try waiting[index].handle(.number(number, on: cause.today))
        }
        try self.certificates.save(waiting, in: tx)
        try journal.append(waiting, of: "certificate", because: cause, in: tx)
        try outbox.announce(
            CertificatesRegistered(
                registration: registration,
                determination: batch.determination,
                issuer: batch.issuer,
                persons: waiting.compactMap(\.state.holding?.person)
            ),
            because: cause,
            in: tx
        )
    }
}
