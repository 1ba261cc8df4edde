import CertificateDomain
import Foundation
import Kernel
import Messaging

/// By when the enterprise has to act.
struct DueView: Encodable {
    let on: LocalDate
    /// The day it is counted from, which does not count.
    let from: LocalDate
    let workingDays: Int
    /// The working days left after today; below zero so many overdue.
    let daysLeft: Int
    let isOverdue: Bool
    /// The countdown in words.
    let text: String
    /// The version of the calendar it was reckoned by.
    let calendar: String

    init(_ due: Due, on today: LocalDate, by calendar: WorkingCalendar) {
        on = due.on
        from = due.from
        workingDays = due.workingDays
        daysLeft = due.daysLeft(on: today, by: calendar)
        isOverdue = today > due.on
        text =
            isOverdue
            ? "已逾期\(-daysLeft)个工作日" : daysLeft == 0 ? "今天24时截止" : "还剩\(daysLeft)个工作日(\(due.on)24时截止)"
        self.calendar = due.calendar
    }
}

/// What an office wants corrected.
struct CorrectionView: Encodable {
    struct Finding: Encodable {
        let person: String
        let field: RecordField?
        let fieldName: String?
        let reason: String
    }

    let office: Registration.Office
    let officeName: String
    let reason: String
    let persons: [Finding]

    init(_ correction: Registration.Correction) {
        office = correction.office
        officeName = correction.office.chinese
        reason = correction.reason
        persons = correction.persons.map {
            Finding(
                person: $0.person.lowercase,
                field: $0.field,
                fieldName: $0.field?.chinese,
                reason: $0.reason
            )
        }
    }
}

/// One time it was handed in, with what was corrected since the time before.
struct SubmissionView: Encodable {
    struct Change: Encodable {
        let person: String
        let fields: [RecordField]
        let fieldNames: [String]
    }

    let by: String
    let on: LocalDate
    let isLate: Bool
    /// Whether the city centre was passed over, because the filing is with the province.
    let skipsMunicipalAudit: Bool
    let changes: [Change]

    init(_ submission: Submission) {
        by = submission.by
        on = submission.on
        isLate = submission.isLate
        skipsMunicipalAudit = submission.skipsMunicipalAudit
        changes = submission.changes.map {
            Change(person: $0.person.lowercase, fields: $0.fields, fieldNames: $0.fields.map(\.chinese))
        }
    }
}

/// What an office found, and who audited.
struct AuditView: Encodable {
    let office: Registration.Office
    let officeName: String
    let outcome: Audit.Outcome
    let by: String
    let on: LocalDate
    let remark: String?
    /// Its mark in the provincial system; nil where it was made here.
    let reference: String?

    init(_ audit: Audit) {
        office = audit.office
        officeName = audit.office.chinese
        outcome = audit.outcome
        by = audit.by
        on = audit.on
        remark = audit.remark
        reference = audit.reference
    }
}

/// Persons that go by another registration.
struct SetApartView: Encodable {
    let persons: [String]
    let registration: String
    let ground: SetApart.Ground
    let reason: String

    init(_ apart: SetApart) {
        persons = apart.persons.map(\.lowercase)
        registration = apart.into.lowercase
        ground = apart.ground
        reason = apart.reason
    }
}
