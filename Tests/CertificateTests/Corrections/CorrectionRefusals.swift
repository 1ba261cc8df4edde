import CertificateDomain

@testable import CertificateService

extension Refusals {
    static let corrections = Refusals(
        [
            CorrectedOnRequest(), CorrectionPending(), OfOtherAuthority(office: .provincial),
            CorrectionRequest.Rejection.unknown, CorrectionRequest.Rejection.alreadyClosed(.refused),
        ],
        ofFields: []
    )
}
