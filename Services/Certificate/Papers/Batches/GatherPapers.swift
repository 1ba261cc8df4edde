import CertificateDomain
import Contracts
import DatedDocuments
import Documents
import Foundation
import Kernel
import Messaging
import Postgres
import Statements

extension PrintCertificates {
    /// Papers to be printed, and the certificates of which there are none.
    struct Gathered {
        var papers: [(number: String, document: PaperDocument)] = []
        var left: [PaperJob.Left] = []
    }

    /// The papers of these certificates, in their order; one that went out of force meanwhile is named, as is one whose identity
    /// document cannot be read.
    func gather(_ certificates: [UUID], in tx: borrowing Transaction) throws -> Gathered {
        let rows = try tx.query(
            """
            SELECT certificate.id, certificate.version, certificate.state, certificate.identity
            FROM unnest(\(certificates)::uuid[]) WITH ORDINALITY AS t (id, place)
            JOIN certificate ON certificate.id = t.id ORDER BY t.place
            """
        )
        let statements = try StatementStore().load(of: certificates, in: tx)
        let remarks = try remarks(of: certificates, in: tx)
        var templates: [LocalDate: CertificateTemplate] = [:]
        var gathered = Gathered()
        for row in rows {
            let stored: Stored<Certificate> = try RegistrationStore.stored(row)
            guard let holding = stored.state.holding, let number = stored.state.number?.text else { continue }
            guard stored.state.stage == .issued, let day = stored.state.issuedOn else {
                gathered.left.append(PaperJob.Left(number: number, code: NotOnPaper().code))
                continue
            }
            guard let sealed = try row.decode("identity", as: [UInt8]?.self),
                let identity = try? vault.open(sealed, for: stored.id)
            else {
                let refusal = IdentityUnreadable(count: 1)
                gathered.left.append(
                    PaperJob.Left(number: number, code: refusal.code, arguments: refusal.arguments)
                )
                continue
            }
            let template =
                try templates[day] ?? ConfigurationStore().inForce(CertificateTemplate.self, on: day, in: tx)
            templates[day] = template
            let printed = PrintedCertificate(
                number: number,
                name: holding.name,
                documentType: identity.documentType,
                documentNumber: identity.documentNumber,
                occupation: holding.occupation.name,
                specialty: holding.occupation.specialty,
                issuerName: holding.issuerName,
                issuedOn: day,
                photo: try photos.bytes(of: stored.id, in: tx),
                statement: statements[stored.id]?.qrText(address: address.page),
                remark: remarks[stored.id],
                watermark: nil
            )
            let paper = CertificatePaper(template: template, certificate: printed)
            do {
                gathered.papers.append((number, try paper.document()))
            } catch let error as DocumentError {
                // One that cannot be printed keeps none of the others.
                gathered.left.append(PaperJob.Left(number: number, error))
            }
        }
        return gathered
    }

    /// What papers issued again note at their foot.
    private func remarks(of certificates: [UUID], in tx: borrowing Transaction) throws -> [UUID: String] {
        let rows = try tx.query(
            "SELECT certificate, state FROM reissue WHERE certificate = ANY (\(certificates)::uuid[])"
        )
        var remarks: [UUID: String] = [:]
        for row in rows {
            guard let paper = try row.json("state", as: Reissues.self).latest else { continue }
            remarks[try row.decode("certificate")] = paper.note
        }
        return remarks
    }
}

extension Reissues.Paper {
    /// What it notes at its foot.
    var note: String { "\(remark) 印制流水码：\(serial)" }
}
