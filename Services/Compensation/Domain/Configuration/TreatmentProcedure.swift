import Kernel

/// What is due when in keeping the promise of the same treatment (待遇落实办理期限), as the authority laid it down.
package struct TreatmentProcedure: DatedDocument {
    package static let kind = ConfigurationKind.procedure

    /// The policy document it rests on, with its date.
    package let basis: String
    package let inForceFrom: LocalDate
    /// Working days within which pay below the benchmark is corrected.
    package let correctionDueDays: Int
    /// The working day of the following month by which a month is attested.
    package let attestationWorkingDay: Int
    /// Working days after which an enterprise is reminded of a certificate in force without an appointment.
    package let appointmentReminderDays: Int
    /// Working days within which the enterprise answers an employee who says that it is not so.
    package let denialAnswerDays: Int
    /// Working days within which the authority decides after that.
    package let denialDecisionDays: Int
    /// Calendar days before the end of a term or an expected retirement from which it is listed as coming.
    package let endReminderDays: Int

    package var problems: [FieldProblem] {
        Self.problems(ofDays: [
            "correctionDueDays": correctionDueDays, "attestationWorkingDay": attestationWorkingDay,
            "appointmentReminderDays": appointmentReminderDays, "denialAnswerDays": denialAnswerDays,
            "denialDecisionDays": denialDecisionDays, "endReminderDays": endReminderDays,
        ])
    }
}
