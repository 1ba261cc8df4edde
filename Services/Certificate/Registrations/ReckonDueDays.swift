import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Reckons due days by the calendar there is, until they are over: again when another is published, and at last for what was opened
/// before due days were kept.
struct ReckonDueDays {
    /// How many at a time.
    static let most = 200

    let registrations = RegistrationStore()
    let journal: Journal

    /// Reckons some; true where more are waiting.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let calendar = try CalendarCopy.current(in: tx)
        let cause = Cause.system("reckon-due-days", now: now)
        let rows = try tx.query(
            """
            SELECT id, version, state FROM registration
            WHERE stage IN ('awaiting-submission', 'returned') AND due_calendar IS DISTINCT FROM \(calendar.version)
              AND (due_on IS NULL OR due_on >= \(cause.today.description)::date)
            ORDER BY id LIMIT \(Self.most) FOR UPDATE SKIP LOCKED
            """
        )
        var found: [Stored<Registration>] = try rows.map(RegistrationStore.stored)
        guard !found.isEmpty else { return false }
        for index in found.indices {
            guard let due = Self.due(of: found[index].state, on: cause.today, by: calendar) else { continue }
            try found[index].handle(.reckon(due, today: cause.today))
        }
        let moved = found.filter { !$0.events.isEmpty }
        try registrations.save(moved, in: tx)
        try journal.append(moved, of: "registration", because: cause, in: tx)
        // Those whose day stays the same are done with this calendar too; that is no event.
        try tx.execute(
            """
            UPDATE registration SET due_calendar = \(calendar.version)
            WHERE id = ANY(\(found.map(\.id))::uuid[]) AND due_calendar IS DISTINCT FROM \(calendar.version)
            """
        )
        return found.count == Self.most
    }

    private static func due(of registration: Registration, on today: LocalDate, by calendar: WorkingCalendar) -> Due? {
        if let due = registration.due { return due.reckoned(by: calendar) }
        guard let batch = registration.batch else { return nil }
        return registration.correction == nil
            ? Due(from: batch.determinedOn, workingDays: batch.order.uploadDueDays, by: calendar)
            : Due(from: today, workingDays: batch.order.correctionDueDays, by: calendar)
    }
}
