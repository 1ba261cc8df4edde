import CertificateDomain
import Kernel

extension Refusals {
    static let configuration = Refusals(
        [ConfigurationRecord.Rejection.inForceInPast(today: .earliest)],
        ofFields: ["certificate.configuration-too-large", "certificate.configuration-days"]
    )
}
