import CompensationDomain
import Contracts
import Cryptography
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Lists what each appointment brings beside pay, and records what is granted or waived.
struct KeepTreatment {
    /// Appointments a step lists.
    private static let atOnce = 500

    let store = TreatmentStore()
    let journal: Journal

    /// Lists the items of some appointments by the catalogue followed today; true where more may be to list.
    ///
    /// A later catalogue adds what is new in it to appointments that run; what was listed stays as it was said.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("treatment", now: now)
        let catalogue = try ConfigurationStore().inForce(TreatmentCatalogue.self, on: cause.today, in: tx)
        let digest = Digest.sha256Hex(try WireFormat.encode(catalogue))
        let appointments = try store.unlisted(by: digest, on: cause.today, limit: Self.atOnce, in: tx)
        guard !appointments.isEmpty else { return false }
        let calendar = try CalendarCopy.current(in: tx)
        var items: [Stored<TreatmentItem>] = []
        for one in appointments {
            for entry in catalogue.items {
                var item = Stored<TreatmentItem>(new: NewID.v7())
                // Nobody is late with what is listed only now.
                let start = max(one.from, cause.today)
                let owing = TreatmentItem.Owing(
                    appointment: one.appointment,
                    person: one.person,
                    creditCode: one.creditCode,
                    entry: entry,
                    dueOn: calendar.lastDay(published: start, workingDays: entry.dueDays).lastDay
                )
                try item.handle(.owe(owing))
                items.append(item)
            }
        }
        let written = try store.insert(items, of: appointments.map(\.appointment), by: digest, in: tx)
        try journal.append(written, of: "treatment_item", because: cause, in: tx)
        return appointments.count == Self.atOnce
    }

    /// Takes a command of whoever owes it, who saw its version.
    ///
    /// - Throws: `VersionMismatch`, `TreatmentItem.Rejection`.
    func change(
        _ item: Stored<TreatmentItem>,
        _ command: TreatmentItem.Command,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<TreatmentItem> {
        var item = item
        try item.handle(command)
        try store.save(item, in: tx)
        try journal.append(item, of: "treatment_item", because: cause, in: tx)
        return item
    }
}
