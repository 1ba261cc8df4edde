import Attachments
import CertificateDomain
import Contracts
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
    /// - Throws: ``NotOnPaper`` for one that is not issued, `DocumentError`.
    func paper(
        of certificate: Stored<Certificate>,
        watermark: String? = nil,
        in tx: borrowing Transaction
    ) throws -> PaperDocument {
        guard let holding = certificate.state.holding, let number = certificate.state.number,
            let day = certificate.state.issuedOn
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

    /// The papers of a registration's issued certificates, one after the other in one file.
    ///
    /// - Returns: The file and how many certificates are in it.
    /// - Throws: ``NotOnPaper`` where none is issued, ``UnprintableCharacter``.
    func papers(of registration: UUID, in tx: borrowing Transaction) throws -> (pdf: [UInt8], count: Int) {
        let issued = try CertificateRegister().list(of: registration, in: tx).filter { $0.state.issuedOn != nil }
        guard let first = issued.first?.state.holding, let day = issued.compactMap(\.state.issuedOn).max() else {
            throw NotOnPaper()
        }
        var pdf: [UInt8] = []
        // Each paper is read and made when its turn comes.
        let documents = try issued.map { try paper(of: $0, in: tx) }
        let batch = DocumentBatch(
            information: PaperInformation(
                title: "特级技师证书 \(issued.count) 本",
                author: first.issuerName,
                created: day.start
            ),
            count: documents.count
        ) { documents[$0] }
        do {
            try batch.write(to: { pdf += $0 })
        } catch let error as DocumentError {
            throw UnprintableCharacter(error) ?? error as any Error
        }
        return (pdf, issued.count)
    }
}

/// A certificate is printed once it is issued.
struct NotOnPaper: Rejection, Hashable {
    var code: String { "certificate.not-on-paper" }
}
