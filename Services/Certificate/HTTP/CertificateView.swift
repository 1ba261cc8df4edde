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

/// What anybody who knows number and name is told: the holder's name stays masked.
struct VerificationView: Encodable {
    let number: String
    let name: String
    let enterprise: String
    let occupation: String
    /// 工种, "--" where the occupation has none, as the certificate prints it.
    let specialty: String
    let level: String
    let issuedOn: LocalDate
    let status: Certificate.Stage
    let statusName: String

    init?(_ certificate: Certificate) {
        guard let holding = certificate.holding, let number = certificate.number, let day = certificate.issuedOn else {
            return nil
        }
        self.number = number.text
        name = Masking.name(holding.name)
        enterprise = holding.issuerName
        occupation = holding.occupation.name
        specialty = holding.occupation.specialty ?? "--"
        level = holding.level.chinese
        issuedOn = day
        let isSuspended = certificate.stage == .suspended
        status = isSuspended ? .suspended : .issued
        statusName = isSuspended ? "暂停使用" : "有效"
    }
}
