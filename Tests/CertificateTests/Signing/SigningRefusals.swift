import CertificateDomain
import Kernel

@testable import CertificateService

extension Refusals {
    static let signing = Refusals(
        [
            IssuerKey.Rejection.unknown, IssuerKey.Rejection.alreadyCertified, IssuerKey.Rejection.alreadyRevoked,
            NoSigningKey(), CannotBeStated(member: "name", number: ""), NoListYet(),
        ],
        ofFields: ["certificate.configuration-algorithm", "certificate.why-missing"]
    )
}
