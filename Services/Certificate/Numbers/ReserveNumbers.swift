import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Reserves numbers when a batch is handed in, so that what is uploaded bears them.
struct ReserveNumbers {
    let certificates = CertificateStore()
    let number: NumberCertificates

    /// Reserves a number for each certificate of a batch that waits for one and has none reserved, in the order of the list.
    ///
    /// Whoever is held has none reserved and gets the next when released. What came back for correction keeps what it has.
    /// Where numbers are not reserved, nothing happens.
    ///
    /// - Throws: `NumberRejection`, or `Registration.Rejection` for an agency code that is none or not the filing's.
    func callAsFunction(
        _ batch: Batch,
        _ registration: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard batch.order.numbers == .reserved else { return }
        let waiting = try certificates.load(of: registration, in: tx).filter(\.state.awaitsNumber).map(\.id)
        let (series, range) = try number.series(of: batch, on: cause.today, in: tx)
        let reserved = try number.book.ledger.reserved(of: registration, in: tx)
        let usable = reserved.filter { NumberSeries(of: $0.value) == series }
        try number.voidOutdated(reserved.filter { waiting.contains($0.key) }, besides: series, because: cause, in: tx)
        _ = try number.book.take(
            for: waiting.filter { usable[$0] == nil },
            of: registration,
            from: series,
            in: range,
            isReserved: true,
            because: cause,
            in: tx
        )
    }

    /// Voids what was reserved for certificates that never get a number, or not in this batch.
    func giveUp(
        _ certificates: [UUID],
        of registration: UUID,
        because reason: VoidReason,
        _ cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard !certificates.isEmpty else { return }
        let reserved = try number.book.ledger.reserved(of: registration, in: tx).filter {
            certificates.contains($0.key)
        }
        try number.book.void(Array(reserved.values), because: reason, cause, in: tx)
    }
}
