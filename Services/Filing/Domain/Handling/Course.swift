import Kernel

/// How a filing came to where it is: handed in, corrected, handed in again.
package struct Course: Hashable, Sendable, Codable {
    package let submittedOn: LocalDate
    /// What was to be corrected, where anything was.
    package let corrections: Corrections?
    /// The day it was handed in again after them.
    package let resubmittedOn: LocalDate?

    /// A course with what there was of it.
    package init(submittedOn: LocalDate, corrections: Corrections? = nil, resubmittedOn: LocalDate? = nil) {
        self.submittedOn = submittedOn
        self.corrections = corrections
        self.resubmittedOn = resubmittedOn
    }

    /// A course whose corrections were told and not answered yet.
    init(told corrections: Corrections) {
        self.init(submittedOn: corrections.submittedOn, corrections: corrections)
    }

    /// A course whose corrections were answered on a day.
    init(answered corrections: Corrections, on day: LocalDate) {
        self.init(submittedOn: corrections.submittedOn, corrections: corrections, resubmittedOn: day)
    }
}
