import CompensationDomain
import Kernel

@testable import CompensationService

extension Refusals {
    static let appointments = Refusals(
        [
            Appointment.Rejection.alreadyMade, Appointment.Rejection.notMade, Appointment.Rejection.noBenchmark,
            Appointment.Rejection.belowBenchmark(band: ""), Appointment.Rejection.awaitsCertificate,
            Appointment.Rejection.alreadyEnded,
            Appointment.Rejection.endOutsideTerm(from: .earliest, through: .latest),
            Appointment.Rejection.nothingFailed, Appointment.Rejection.assessedOutsideTerm(from: .earliest),
            Appointment.Rejection.assessedAlready, Appointment.Rejection.notAssessed,
            Appointment.Rejection.failedAssessment, Appointment.Rejection.alreadyRenewed,
            Appointment.Rejection.bandOutsideTerm(from: .earliest, through: .latest), CertificateSuspended(),
        ],
        ofFields: [
            "compensation.term", "compensation.day-outside-term", "compensation.years", "compensation.term-once",
            "compensation.assessed-year", "compensation.end-reason",
        ]
    )
}
