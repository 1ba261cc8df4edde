import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Takes, voids and enters numbers: the series is locked, and ledger and journal are written with it.
struct NumberBook {
    let counters = CounterStore()
    let ledger = NumberLedger()
    let journal: Journal

    /// Takes a number for each of these certificates, in order.
    ///
    /// - Throws: `NumberRejection.exhausted`; nothing is taken then.
    func take(
        for certificates: [UUID],
        of registration: UUID,
        from series: NumberSeries,
        in range: ClosedRange<Int>,
        isReserved: Bool,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [CertificateNumber] {
        guard !certificates.isEmpty else { return [] }
        CrashPoint.reach("number.before-take")
        var book = try counters.load(series, in: tx)
        let last = if case .open(_, _, let last) = book.state { last } else { 0 }
        let events = try book.handle(
            .take(
                certificates.count,
                of: series,
                in: range,
                except: try ledger.occupied(series, above: last, in: tx),
                for: registration,
                isReserved: isReserved
            )
        )
        guard case .taken(let runs, _, _, _) = events.last else { return [] }
        for case .passedOver(let run, _) in events { try ledger.passOver(run, of: series, on: cause.today, in: tx) }
        let numbers = try SerialRun.serials(runs).map(series.number)
        try counters.save(book, in: tx)
        try journal.append(book, of: "certificate_counter", because: cause, in: tx)
        CrashPoint.reach("number.after-take")
        let entries = zip(certificates, numbers).map { certificate, number in
            NumberLedger.Entry(
                number: number,
                standing: isReserved ? .reserved : .given,
                source: isReserved ? .reserved : .afterAudit,
                reason: nil,
                certificate: certificate,
                registration: registration
            )
        }
        try ledger.insert(entries, on: cause.today, in: tx)
        CrashPoint.reach("number.after-ledger")
        return numbers
    }

    /// Makes numbers void, for good.
    func void(
        _ numbers: [CertificateNumber],
        because reason: VoidReason,
        _ cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard !numbers.isEmpty else { return }
        for (series, numbers) in Self.bySeries(numbers) {
            var book = try counters.load(series, in: tx)
            try book.handle(.void(numbers.map(\.sequence), because: reason))
            try counters.save(book, in: tx)
            try journal.append(book, of: "certificate_counter", because: cause, in: tx)
        }
        try ledger.set(numbers, to: .void, because: reason, on: cause.today, in: tx)
        CrashPoint.reach("number.after-void")
    }

    /// Gives for good what was reserved.
    func give(reserved numbers: [CertificateNumber], on day: LocalDate, in tx: borrowing Transaction) throws {
        guard !numbers.isEmpty else { return }
        try ledger.set(numbers, to: .given, on: day, in: tx)
        CrashPoint.reach("number.after-give")
    }

    /// Numbers by the series they are of, in the order series are locked in.
    static func bySeries(_ numbers: [CertificateNumber]) -> [(NumberSeries, [CertificateNumber])] {
        Dictionary(grouping: numbers, by: NumberSeries.init(of:)).sorted { $0.key.text < $1.key.text }
            .map { ($0.key, $0.value) }
    }
}
