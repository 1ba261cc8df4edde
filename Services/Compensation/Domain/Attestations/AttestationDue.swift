import Kernel

extension TreatmentProcedure {
    /// The last day on which a month is attested in time: the so-many-th working day after its last day.
    package func attestationDueDay(of month: Month, by calendar: WorkingCalendar) -> LocalDate {
        calendar.lastDay(published: month.last, workingDays: attestationWorkingDay).lastDay
    }
}
