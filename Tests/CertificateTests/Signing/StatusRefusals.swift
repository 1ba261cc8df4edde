import CertificateDomain
import Kernel

@testable import CertificateService

extension Refusals {
    static let status = Refusals(
        [
            Certificate.Rejection.notIssued, Certificate.Rejection.alreadySuspended,
            Certificate.Rejection.notSuspended, Certificate.Rejection.alreadyWithdrawn,
            Certificate.Rejection.sinceOutOfRange(from: .earliest, today: .earliest), SuspensionNotProvided(),
            RevocationKnown(), Revocation.Rejection.notDue, Revocation.Rejection.alreadyTold,
            Revocation.Rejection.notTold, Revocation.Rejection.hearingRuns(until: .earliest),
            Revocation.Rejection.alreadyDecided,
        ],
        ofFields: ["certificate.unknown-status-reason"]
    )
}
