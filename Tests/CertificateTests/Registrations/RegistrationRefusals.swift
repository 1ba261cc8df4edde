import CertificateDomain
import Kernel

extension Refusals {
    static let registrations = Refusals(
        [
            Registration.Rejection.notAudited, Registration.Rejection.auditRecorded(.municipal),
            Registration.Rejection.auditMadeHere(.provincial), Registration.Rejection.auditedInFuture(today: .earliest),
            Registration.Rejection.auditedBeforeSubmission(.earliest), Registration.Rejection.notOfBatch,
            Registration.Rejection.nobodyLeft, HandOver.Rejection.notIssued, HandOver.Rejection.beforeIssue(.earliest),
            HandOver.Rejection.inFuture(today: .earliest), HandOver.Rejection.unknown, HandOver.Rejection.undoneBefore,
        ],
        ofFields: [
            "certificate.reference-invalid", "certificate.record-field-unknown", "certificate.record-nothing-corrected",
            "certificate.record-field-missing", "certificate.record-too-long", "certificate.record-unprintable",
            "certificate.record-day", "certificate.record-day-to-come", "certificate.record-telephone",
            "certificate.record-document-number", "certificate.overdue-unknown", "certificate.hand-over-too-long",
            "certificate.hand-over-ground-missing",
        ]
    )
}
