import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The handings-over of certificates.
struct HandOverStore {
    /// One of them, locked; of a certificate and no other.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, of certificate: UUID, in tx: borrowing Transaction) throws -> Stored<HandOver> {
        let rows = try tx.query(
            "SELECT id, version, state FROM hand_over WHERE id = \(id) AND certificate = \(certificate) FOR UPDATE"
        )
        guard let row = rows.first else { throw NotFound("hand-over") }
        return try RegistrationStore.stored(row)
    }

    /// At most `limit` after one, first to last: of a certificate, of an enterprise, or all; those undone too.
    func list(
        of certificate: UUID? = nil,
        creditCode: String? = nil,
        after: UUID? = nil,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<HandOver>] {
        try tx.query(
            """
            SELECT id, version, state FROM hand_over
            WHERE (\(certificate)::uuid IS NULL OR certificate = \(certificate)::uuid)
              AND (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(RegistrationStore.stored)
    }

    /// Writes one as it is now.
    ///
    /// - Throws: `VersionMismatch`.
    func save(_ handOver: Stored<HandOver>, in tx: borrowing Transaction) throws {
        guard let delivery = handOver.state.delivery else { return }
        let saved = try tx.execute(
            """
            INSERT INTO hand_over AS old (id, certificate, credit_code, stands, state, version)
            VALUES (\(handOver.id), \(delivery.certificate), \(delivery.creditCode), \(handOver.state.undoing == nil),
                \(JSON(handOver.state))::jsonb, \(handOver.newVersion))
            ON CONFLICT (id) DO UPDATE SET stands = excluded.stands, state = excluded.state, version = excluded.version
            WHERE old.version = \(handOver.version)
            """
        )
        try RegistrationStore.require(saved, of: [handOver])
    }
}
