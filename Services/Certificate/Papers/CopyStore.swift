import CertificateDomain
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// The copies made for a purpose.
struct CopyStore: Sendable {
    /// Writes one made just now, found again by its token.
    func insert(_ made: Stored<CopyForPurpose>, token: String, in tx: borrowing Transaction) throws {
        guard let certificate = made.state.made?.certificate else { return }
        try tx.execute(
            """
            INSERT INTO certificate_copy (id, certificate, token_hash, state, version)
            VALUES (\(made.id), \(certificate), \(Self.hash(token)), \(JSON(made.state))::jsonb, \(made.newVersion))
            """
        )
    }

    /// Writes what was decided about one loaded before.
    ///
    /// - Throws: `VersionMismatch`.
    func save(_ changed: Stored<CopyForPurpose>, in tx: borrowing Transaction) throws {
        let saved = try tx.execute(
            """
            UPDATE certificate_copy SET state = \(JSON(changed.state))::jsonb, version = \(changed.newVersion)
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
        try RegistrationStore.require(saved, of: [changed])
    }

    /// One, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<CopyForPurpose> {
        let rows = try tx.query("SELECT id, version, state FROM certificate_copy WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("certificate-copy") }
        return try RegistrationStore.stored(row)
    }

    /// The one a link leads to; nil where none does.
    func find(token: String, in tx: borrowing Transaction) throws -> Stored<CopyForPurpose>? {
        try tx.query("SELECT id, version, state FROM certificate_copy WHERE token_hash = \(Self.hash(token))").first
            .map(RegistrationStore.stored)
    }

    /// Those of a certificate, oldest first.
    func list(of certificate: UUID, in tx: borrowing Transaction) throws -> [Stored<CopyForPurpose>] {
        try tx.query(
            "SELECT id, version, state FROM certificate_copy WHERE certificate = \(certificate) ORDER BY id"
        ).map(RegistrationStore.stored)
    }

    private static func hash(_ token: String) -> [UInt8] { Digest.sha256(Array(token.utf8)) }
}
