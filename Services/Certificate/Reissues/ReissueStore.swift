import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The papers issued again, by certificate.
struct ReissueStore {
    /// What was issued again of a certificate; of none nothing was.
    func find(_ certificate: UUID, in tx: borrowing Transaction) throws -> Stored<Reissues> {
        let rows = try tx.query("SELECT id, version, state FROM reissue WHERE certificate = \(certificate)")
        return try rows.first.map(RegistrationStore.stored) ?? Stored(new: NewID.v7())
    }

    /// A certificate, locked, so that papers of it are issued again one after the other.
    ///
    /// - Throws: `NotFound`.
    func lock(_ certificate: UUID, in tx: borrowing Transaction) throws -> Certificate {
        let rows = try tx.query("SELECT id, version, state FROM certificate WHERE id = \(certificate) FOR UPDATE")
        let found: Stored<Certificate>? = try rows.first.map(RegistrationStore.stored)
        guard let found else { throw NotFound("certificate") }
        return found.state
    }

    /// A certificate as it is.
    ///
    /// - Throws: `NotFound`.
    func certificate(_ id: UUID, in tx: borrowing Transaction) throws -> Certificate {
        let rows = try tx.query("SELECT id, version, state FROM certificate WHERE id = \(id)")
        let found: Stored<Certificate>? = try rows.first.map(RegistrationStore.stored)
        guard let found else { throw NotFound("certificate") }
        return found.state
    }

    /// Writes what was decided; the certificate is locked.
    ///
    /// - Throws: ``BlankUsed`` where another paper has the blank.
    func save(
        _ changed: Stored<Reissues>,
        of certificate: UUID,
        _ creditCode: String,
        in tx: borrowing Transaction
    ) throws {
        try tx.execute(
            """
            INSERT INTO reissue (id, certificate, credit_code, papers, state, version)
            VALUES (\(changed.id), \(certificate), \(creditCode), \(changed.state.papers.count + 1),
                \(JSON(changed.state))::jsonb, \(changed.newVersion))
            ON CONFLICT (certificate) DO UPDATE SET papers = excluded.papers, state = excluded.state,
                version = excluded.version
            """
        )
        guard let blank = changed.state.latest?.blank else { return }
        let isNew = try tx.execute(
            """
            INSERT INTO reissue_blank (credit_code, blank, certificate) VALUES (\(creditCode), \(blank), \(certificate))
            ON CONFLICT DO NOTHING
            """
        )
        guard isNew == 1 else { throw InvalidInput([FieldProblem(field: "blank", BlankUsed())]) }
    }
}

/// A printed blank is one paper.
struct BlankUsed: Rejection, Hashable {
    var code: String { "certificate.blank-used" }
}

/// Only a certificate in force is issued again.
struct NotInForce: Rejection, Hashable {
    var code: String { "certificate.not-in-force" }
}
