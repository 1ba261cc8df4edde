import CertificateDomain
import Contracts
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Gives certificates their numbers, once the audits have passed.
struct NumberCertificates {
    let certificates = CertificateStore()
    let configuration = ConfigurationStore()
    let filings = FiledAgencyStore()
    let book: NumberBook
    let journal: Journal
    let outbox: Outbox

    init(journal: Journal, outbox: Outbox) {
        book = NumberBook(journal: journal)
        self.journal = journal
        self.outbox = outbox
    }

    /// Numbers those of a batch that may have one, in the order of the list, all in this transaction.
    ///
    /// Held ones stay behind and follow when they are released. The registration and the certificates are locked, and what
    /// objections do takes the same locks: a name is held before it has its number, or reviewed after, never neither.
    ///
    /// - Throws: `NumberRejection`, or `Registration.Rejection` for an agency code that is none or not the filing's.
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
        // Those the province numbers wait for its receipts.
        guard batch.order.numbers != .province else { return }
        let ids = waiting.map(\.id)
        let numbers = try numbers(for: ids, of: batch, registration, because: cause, in: tx)
        for index in waiting.indices {
            guard let number = numbers[waiting[index].id] else { continue }
            try waiting[index].handle(.number(number, on: cause.today))
        }
        try save(waiting, of: batch, registration, because: cause, in: tx)
    }

    /// The same where a fact leads to it: whoever cannot be numbered now stays behind, and is numbered when an officer asks for it.
    func asFarAsPossible(
        _ batch: Batch,
        _ registration: UUID,
        _ certificates: [Stored<Certificate>],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        do {
            try self(batch, registration, certificates, because: cause, in: tx)
        } catch is any Rejection {
            // No number was taken, and no certificate changed.
        }
    }

    /// A number for each certificate: the one reserved for it where that is of this year's series, else the next.
    func numbers(
        for ids: [UUID],
        of batch: Batch,
        _ registration: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [UUID: CertificateNumber] {
        let (series, range) = try series(of: batch, on: cause.today, in: tx)
        let reserved = try book.ledger.reserved(of: registration, in: tx).filter { ids.contains($0.key) }
        let usable = reserved.filter { NumberSeries(of: $0.value) == series }
        try voidOutdated(reserved, besides: series, because: cause, in: tx)
        let fresh = ids.filter { usable[$0] == nil }
        let taken = try book.take(
            for: fresh,
            of: registration,
            from: series,
            in: range,
            isReserved: false,
            because: cause,
            in: tx
        )
        try book.give(reserved: Array(usable.values), on: cause.today, in: tx)
        return usable.merging(zip(fresh, taken)) { $1 }
    }

    /// Voids what was reserved in another series than the one numbers are given in now.
    ///
    /// Before any is taken: of two years' series the older is locked first, as everywhere.
    func voidOutdated(
        _ reserved: [UUID: CertificateNumber],
        besides series: NumberSeries,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let outdated = reserved.values.filter { NumberSeries(of: $0) != series }
        try book.void(outdated.filter { $0.year != series.year }, because: .yearOver, cause, in: tx)
        try book.void(outdated.filter { $0.year == series.year }, because: .seriesChanged, cause, in: tx)
    }

    /// The series numbers of a batch are given in on a day, and the running numbers it has.
    ///
    /// - Throws: `NumberRejection`, or `Registration.Rejection` for an agency code that is none or not the filing's.
    func series(
        of batch: Batch,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> (NumberSeries, ClosedRange<Int>) {
        guard let agency = try? AgencyCode(batch.agencyCode) else { throw Registration.Rejection.agencyCodeInvalid }
        if let filed = try filings.find(batch.filing, in: tx)?.agencyCode, filed != batch.agencyCode {
            throw Registration.Rejection.agencyCodeDiffers(filed: filed)
        }
        let scheme = try configuration.inForce(NumberScheme.self, on: day, in: tx)
        return (try scheme.series(agency: agency, level: .specialGradeTechnician, year: day.year), scheme.range)
    }

    /// Writes certificates that have their numbers now, and says so.
    func save(
        _ numbered: [Stored<Certificate>],
        of batch: Batch,
        _ registration: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard !numbered.isEmpty else { return }
        try certificates.save(numbered, in: tx)
        CrashPoint.reach("number.after-save")
        try journal.append(numbered, of: "certificate", because: cause, in: tx)
        try outbox.announce(
            CertificatesRegistered(
                registration: registration,
                determination: batch.determination,
                issuer: batch.issuer,
                persons: numbered.compactMap(\.state.holding?.person)
            ),
            because: cause,
            in: tx
        )
    }
}
