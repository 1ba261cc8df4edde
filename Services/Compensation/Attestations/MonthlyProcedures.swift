import CompensationDomain
import DatedDocuments
import Foundation
import Kernel
import Postgres
import ServiceKit

/// The procedure followed on a day, with the calendar it is reckoned by.
struct MonthlyProcedures: Sendable {
    /// The one followed on a day.
    func inForce(on day: LocalDate, in tx: borrowing Transaction) throws -> TreatmentProcedure {
        try ConfigurationStore().inForce(TreatmentProcedure.self, on: day, in: tx)
    }

    /// The last day on which a month is attested in time.
    func dueDay(of month: Month, on day: LocalDate, in tx: borrowing Transaction) throws -> LocalDate {
        try inForce(on: day, in: tx).attestationDueDay(of: month, by: CalendarCopy.current(in: tx))
    }

    /// The last of so many working days after a day.
    func day(_ count: Int, after day: LocalDate, in tx: borrowing Transaction) throws -> LocalDate {
        try CalendarCopy.current(in: tx).lastDay(published: day, workingDays: count).lastDay
    }
}
