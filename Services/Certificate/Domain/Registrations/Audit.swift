import Foundation
import Kernel

/// What an office found, who found it, and where.
package struct Audit: Hashable, Sendable, Codable {
    package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        case passed
        case returned
    }

    package let office: Registration.Office
    package let outcome: Outcome
    /// The account that audited, or that recorded what was audited elsewhere.
    package let by: String
    /// The day of the audit, which lies before that of recording it where it was made elsewhere.
    package let on: LocalDate
    /// What the office notes for those after it; nil where nothing.
    package let remark: String?
    /// Its mark in the provincial system; nil where it was made here.
    package let reference: String?

    package init(
        office: Registration.Office,
        outcome: Outcome,
        by: String,
        on: LocalDate,
        remark: String? = nil,
        reference: String? = nil
    ) {
        self.office = office
        self.outcome = outcome
        self.by = by
        self.on = on
        self.remark = remark
        self.reference = reference
    }

    /// Where it was made.
    package var place: RegistrationProcedure.Audit { reference == nil ? .here : .recorded }
}
