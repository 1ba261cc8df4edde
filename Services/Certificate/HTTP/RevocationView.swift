import CertificateDomain
import Foundation
import Kernel
import Messaging

/// A certificate that may have to be revoked, as officers see it.
struct RevocationView: Encodable {
    let id: ID<Revocation>
    let certificate: ID<Certificate>
    let number: String
    let person: String
    let name: String
    let occupation: Occupation
    let issuer: String
    let creditCode: String
    let state: Revocation.Stage
    let stateName: String
    /// Why revoking is due, where it is.
    let reason: String?
    /// The reason everybody will know, and until when those concerned may be heard, once they were told.
    let statusReason: StatusReason?
    let hearUntil: LocalDate?
    let heard: String?
    let isRevoked: Bool?
    let decidedOn: LocalDate?
    let decision: String?
    let version: Int

    init?(_ item: Stored<Revocation>) {
        guard let subject = item.state.subject, let stage = item.state.stage else { return nil }
        id = ID(item.id)
        certificate = ID(subject.certificate)
        number = subject.number.text
        person = subject.holding.person.lowercase
        name = subject.holding.name
        occupation = subject.holding.occupation
        issuer = subject.holding.issuerName
        creditCode = subject.holding.issuer.creditCode
        state = stage
        stateName = stage.chinese
        reason = item.state.reason
        statusReason = item.state.notice?.reason
        hearUntil = item.state.notice?.hearUntil
        heard = item.state.heard
        isRevoked = item.state.outcome?.isRevoked
        decidedOn = item.state.outcome?.on
        decision = item.state.outcome?.reason
        version = item.newVersion
    }
}
