import Kernel

/// How a decided special-grade filing had come to its decision.
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

    /// A course whose corrections were answered on a day.
    init(answered corrections: Corrections, on day: LocalDate) {
        self.init(submittedOn: corrections.submittedOn, corrections: corrections, resubmittedOn: day)
    }
}

extension SpecialFiling {
    /// The days and corrections so far; nil before it was handed in.
    package var course: Course? {
        switch self {
        case .notDrafted, .draft: nil
        case .submitted(_, let day): Course(submittedOn: day)
        case .correcting(_, let told): Course(submittedOn: told.submittedOn, corrections: told)
        case .resubmitted(_, let told, let day):
            Course(answered: told, on: day)
        case .accepted(_, let course, _), .refused(_, let course, _, _): course
        }
    }
}
