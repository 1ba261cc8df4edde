import CertificateDomain
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// The keys of enterprises; the secret halves are encrypted under the service's field key, bound to the row.
struct IssuerKeyStore: Sendable {
    let keys: KeyRing

    /// Lets nobody else make, certify, retire or revoke keys of an enterprise until the transaction ends.
    func lock(_ issuer: UUID, in tx: borrowing Transaction) throws {
        _ = try tx.query("SELECT pg_advisory_xact_lock(hashtextextended(\("issuer_key \(issuer.lowercase)"), 0))")
    }

    /// The keys of an enterprise in a stage, newest first, locked.
    func load(of issuer: UUID, in stage: IssuerKey.Stage, in tx: borrowing Transaction) throws -> [Stored<IssuerKey>] {
        try tx.query(
            """
            SELECT id, version, state FROM issuer_key WHERE issuer = \(issuer) AND stage = \(stage.rawValue)
            ORDER BY id DESC FOR UPDATE
            """
        ).map(RegistrationStore.stored)
    }

    /// A key, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<IssuerKey> {
        let rows = try tx.query("SELECT id, version, state FROM issuer_key WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("issuer-key") }
        return try RegistrationStore.stored(row)
    }

    /// The key an enterprise signs with, which nobody revokes or retires until the transaction ends; nil where it has none.
    func active(of issuer: UUID, in tx: borrowing Transaction) throws -> SigningKey? {
        let rows = try tx.query(
            "SELECT id, state, secret FROM issuer_key WHERE issuer = \(issuer) AND stage = 'active' FOR SHARE"
        )
        guard let row = rows.first else { return nil }
        let (id, state): (UUID, IssuerKey) = (try row.decode("id"), try row.json("state"))
        guard let made = state.made, let algorithm = SignatureAlgorithm(rawValue: made.algorithm) else {
            throw CryptographyError.noKey
        }
        let scalar = try keys.fields.open(bytes: row.decode("secret", as: [UInt8].self), of: id.lowercase)
        return try SigningKey(algorithm, scalar: scalar)
    }

    /// Writes a key made just now, with its secret half.
    func insert(_ made: Stored<IssuerKey>, _ key: SigningKey, in tx: borrowing Transaction) throws {
        guard let what = made.state.made, let stage = made.state.stage else { return }
        let secret = try keys.fields.seal(bytes: key.scalar, of: made.id.lowercase)
        try tx.execute(
            """
            INSERT INTO issuer_key (id, key, issuer, credit_code, stage, secret, state, version)
            VALUES (\(made.id), \(what.key), \(what.issuer.id), \(what.issuer.creditCode), \(stage.rawValue), \(secret),
                \(JSON(made.state))::jsonb, \(made.newVersion))
            """
        )
    }

    /// Writes what was decided about a key loaded before.
    func save(_ changed: Stored<IssuerKey>, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE issuer_key SET stage = \(changed.state.stage?.rawValue), state = \(JSON(changed.state))::jsonb,
                version = \(changed.newVersion)
            WHERE id = \(changed.id) AND version = \(changed.version)
            """
        )
    }

    /// At most `limit` keys after one, oldest first, of one enterprise where asked; nothing is locked.
    func list(
        of creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<IssuerKey>] {
        try tx.query(
            """
            SELECT id, version, state FROM issuer_key
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text) AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(RegistrationStore.stored)
    }

    /// Looks up the `state` of the key statements name so.
    func lookUp(_ key: String) -> SQL { "SELECT state FROM issuer_key WHERE key = \(key)" }

    /// All keys that were ever certified, for the trust list.
    func certified(in tx: borrowing Transaction) throws -> [IssuerKey] {
        try tx.query("SELECT state FROM issuer_key WHERE stage <> 'proposed' ORDER BY key").map { try $0.json("state") }
    }
}
