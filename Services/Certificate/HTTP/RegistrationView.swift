import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging

/// A registration as people see it.
struct RegistrationView: Encodable {
    struct Issuer: Encodable {
        let id: ID<Issuer>
        let creditCode: String
        let name: String
    }

    struct Correction: Encodable {
        let office: Registration.Office
        let officeName: String
        let reason: String
    }

    struct Filing: Encodable {
        let id: ID<Filing>
        let receiptNumber: String?
        let authority: String?
        /// The agency code the authority gave, to compare with the registration's; nil while it has not been heard.
        let agencyCode: String?
    }

    let id: ID<Registration>
    let determination: String
    let list: String
    let determinedOn: LocalDate
    let issuer: Issuer
    let agencyCode: String
    let filing: Filing
    let state: Registration.Stage
    let stateName: String
    let persons: Int
    let correction: Correction?
    /// Left out of lists.
    let certificates: [CertificateView]?
    let version: Int

    /// A view with what was heard of the filing, where anything was, and the persons, or nil in a list.
    init(
        _ registration: Stored<Registration>,
        filing: FiledAgencyStore.Entry?,
        certificates: [CertificateView]?
    ) throws {
        guard let batch = registration.state.batch, let stage = registration.state.stage else {
            throw NotFound("registration")
        }
        id = ID(registration.id)
        determination = batch.determination.lowercase
        list = batch.list.lowercase
        determinedOn = batch.determinedOn
        issuer = Issuer(id: ID(batch.issuer.id), creditCode: batch.issuer.creditCode, name: batch.issuerName)
        agencyCode = batch.agencyCode
        self.filing = Filing(
            id: ID(batch.filing),
            receiptNumber: filing?.receiptNumber,
            authority: filing?.authority,
            agencyCode: filing?.agencyCode
        )
        state = stage
        stateName = stage.chinese
        persons = batch.persons.count
        correction = registration.state.correction.map {
            Correction(office: $0.office, officeName: $0.office.chinese, reason: $0.reason)
        }
        self.certificates = certificates
        version = registration.newVersion
    }
}
