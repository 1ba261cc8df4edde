import CompensationDomain
import Kernel

@testable import CompensationService

extension Refusals {
    static let appointments = Refusals(
        [
            Appointment.Rejection.alreadyMade, Appointment.Rejection.noBenchmark,
            Appointment.Rejection.belowBenchmark(band: ""), CertificateSuspended(),
        ],
        ofFields: ["compensation.term"]
    )
}
