import CertificateDomain
import Kernel

@testable import CertificateService

extension Refusals {
    static let register = Refusals(
        [
            HistoricCertificate.Rejection.alreadyStruck, HistoricCertificate.Rejection.strikingReasonMissing,
            HistoricCertificate.Rejection.alreadyWithdrawn,
            HistoricCertificate.Rejection.sinceOutOfRange(from: .earliest, today: .earliest),
            EnteredByOffice(),
        ],
        ofFields: [
            "certificate.unknown-grouping", "certificate.unknown-year", "certificate.unknown-origin",
            "certificate.cell-uncalculated", "certificate.cell-error", "certificate.cell-too-long",
            "certificate.cell-unprintable", "certificate.cell-day", "certificate.historic-occupation-code",
            "certificate.historic-edition", "certificate.historic-future", "certificate.historic-level",
            "certificate.historic-year", "certificate.historic-twice", "certificate.historic-not-yours",
            "certificate.historic-given-here", "certificate.historic-taken", "certificate.historic-differs",
            "certificate.historic-struck",
        ]
    )
}
