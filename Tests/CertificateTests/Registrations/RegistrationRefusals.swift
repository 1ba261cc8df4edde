import CertificateDomain
import Kernel

extension Refusals {
    static let registrations = Refusals(
        [
            Registration.Rejection.notAudited, Registration.Rejection.auditRecorded(.municipal),
            Registration.Rejection.auditMadeHere(.provincial), Registration.Rejection.auditedInFuture(today: .earliest),
            Registration.Rejection.auditedBeforeSubmission(.earliest), Registration.Rejection.notOfBatch,
            Registration.Rejection.nobodyLeft,
        ],
        ofFields: ["certificate.reference-invalid"]
    )
}
