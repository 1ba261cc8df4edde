import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging

/// A certificate as its enterprise and the offices see it.
struct CertificateView: Encodable {
    struct Document: Encodable {
        let type: String
        /// Its ends only.
        let number: String
    }

    let id: ID<Certificate>
    let registration: String
    let determination: String
    let person: String
    let name: String
    let unit: String
    let occupation: Occupation
    let level: String
    let number: String?
    let state: Certificate.Stage?
    let issuedOn: LocalDate?
    let issuer: String
    /// What it will bear once the audits have passed, where numbers are reserved; left out of lists.
    var reservedNumber: String?
    /// Left out of lists.
    let document: Document?

    init?(_ certificate: Stored<Certificate>, identity: PersonIdentity?) {
        guard let holding = certificate.state.holding else { return nil }
        id = ID(certificate.id)
        registration = holding.registration.lowercase
        determination = holding.determination.lowercase
        person = holding.person.lowercase
        name = holding.name
        unit = holding.unit
        occupation = holding.occupation
        level = holding.level.chinese
        number = certificate.state.number?.text
        state = certificate.state.stage
        issuedOn = certificate.state.issuedOn
        issuer = holding.issuerName
        document = identity.map {
            Document(type: $0.documentType, number: Masking.documentNumber($0.documentNumber))
        }
    }
}
