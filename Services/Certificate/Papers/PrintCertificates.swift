import Attachments
import CertificateDomain
import Contracts
import DatedDocuments
import Documents
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Statements

/// Brings together what certificates print: what they say, the holder's document, photo and signature, and whether the paper was issued
/// again.
struct PrintCertificates: Sendable {
    let vault: IdentityVault
    let photos: Photos
    let address: VerificationAddress
    private let identities = IdentityStore()
    private let statements = StatementStore()
    private let reissues = ReissueStore()

    init(vault: IdentityVault, photos: Photos, address: VerificationAddress) {
        self.vault = vault
        self.photos = photos
        self.address = address
    }

    /// The paper of a certificate by the template of the day it was issued.
    ///
    /// - Throws: ``NotOnPaper`` for one that is not issued or not in force, `DocumentError`.
    func paper(
        of certificate: Stored<Certificate>,
        watermark: String? = nil,
        in tx: borrowing Transaction
    ) throws -> PaperDocument {
        guard let holding = certificate.state.holding, let number = certificate.state.number,
            let day = certificate.state.issuedOn, certificate.state.stage == .issued
        else { throw NotOnPaper() }
        let sealed = try identities.load(of: holding.registration, in: tx)[certificate.id]
        guard let identity = try sealed.map({ try vault.open($0, for: certificate.id) }) else {
            throw IdentityUnreadable(count: 1)
        }
        let statement = try statements.load(of: [certificate.id], in: tx)[certificate.id]
        let printed = PrintedCertificate(
            number: number.text,
            name: holding.name,
            documentType: identity.documentType,
            documentNumber: identity.documentNumber,
            occupation: holding.occupation.name,
            specialty: holding.occupation.specialty,
            issuerName: holding.issuerName,
            issuedOn: day,
            photo: try photos.bytes(of: certificate.id, in: tx),
            statement: statement?.qrText(address: address.page),
            remark: try reissues.find(certificate.id, in: tx).state.latest?.note,
            watermark: watermark
        )
        let template = try ConfigurationStore().inForce(CertificateTemplate.self, on: day, in: tx)
        return try CertificatePaper(template: template, certificate: printed).document()
    }
}

/// A certificate is printed once it is issued, and while it is in force.
struct NotOnPaper: Rejection, Hashable {
    var code: String { "certificate.not-on-paper" }
}
