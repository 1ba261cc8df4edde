import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The items about revoking a certificate.
struct RevocationStore {
    /// The items about these certificates, by certificate; their certificates are locked already.
    func load(of certificates: [UUID], in tx: borrowing Transaction) throws -> [UUID: Stored<Revocation>] {
        let rows = try tx.query(
            """
            SELECT id, version, state, certificate FROM revocation
            WHERE certificate = ANY(\(certificates)::uuid[]) ORDER BY id FOR UPDATE
            """
        )
        return Dictionary(
            uniqueKeysWithValues: try rows.map { (try $0.decode("certificate"), try RegistrationStore.stored($0)) }
        )
    }

    /// The certificate an item is about; nothing is locked.
    func certificate(of item: UUID, in tx: borrowing Transaction) throws -> UUID? {
        try tx.query("SELECT certificate FROM revocation WHERE id = \(item)").first.map { try $0.decode("certificate") }
    }

    /// Writes what is new or changed.
    func save(_ changed: [Stored<Revocation>], in tx: borrowing Transaction) throws {
        let subjects = changed.compactMap(\.state.subject)
        guard !changed.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO revocation (id, certificate, credit_code, stage, state, version)
            SELECT * FROM unnest(
                \(changed.map(\.id))::uuid[], \(subjects.map(\.certificate))::uuid[],
                \(subjects.map(\.holding.issuer.creditCode))::text[],
                \(changed.compactMap(\.state.stage?.rawValue))::text[],
                \(changed.map { JSON($0.state) })::jsonb[], \(changed.map(\.newVersion))::int[])
            ON CONFLICT (id) DO UPDATE
            SET stage = excluded.stage, state = excluded.state, version = excluded.version
            """
        )
    }

    /// At most `limit` items after one, oldest first, of one enterprise and in one stage where asked; nothing is locked.
    func list(
        of creditCode: String?,
        in stage: Revocation.Stage?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Revocation>] {
        let rows = try tx.query(
            """
            SELECT id, version, state FROM revocation
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND (\(stage?.rawValue)::text IS NULL OR stage = \(stage?.rawValue)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        )
        return try rows.map(RegistrationStore.stored)
    }
}
