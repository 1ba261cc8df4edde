import CertificateDomain
import Foundation
import Kernel
import Messaging

/// The papers of a certificate.
struct ReissuesView: Encodable {
    struct Paper: Encodable {
        /// 2 for the first that was issued again.
        let ordinal: Int
        let serial: String
        let blank: String?
        let reason: Reissues.Reason
        let remark: String
        let statement: String
        let issuedAgainOn: LocalDate
        let by: String
    }

    let certificate: String
    let number: CertificateNumber?
    /// All papers there ever were, with the first.
    let papers: Int
    let items: [Paper]
    let version: Int

    init(_ reissues: Stored<Reissues>, of certificate: Certificate, _ id: UUID) {
        self.certificate = id.lowercase
        number = certificate.number
        let again = reissues.state.papers
        papers = (certificate.issuedOn == nil ? 0 : 1) + again.count
        items = again.map {
            Paper(
                ordinal: $0.ordinal,
                serial: $0.serial,
                blank: $0.blank,
                reason: $0.reason,
                remark: $0.remark,
                statement: $0.statement,
                issuedAgainOn: $0.on,
                by: $0.by
            )
        }
        version = reissues.newVersion
    }
}
