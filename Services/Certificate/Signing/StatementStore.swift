import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import Statements

/// The signed statements of certificates, and which certificates wait for one.
struct StatementStore: Sendable {
    /// Keeps statements signed just now; one that the same key signed before and that says the same stays.
    func keep(_ signed: [(certificate: UUID, statement: SignedStatement)], in tx: borrowing Transaction) throws {
        guard !signed.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO certificate_statement (certificate, key, compact)
            SELECT * FROM unnest(
                \(signed.map(\.certificate))::uuid[], \(signed.map(\.statement.key))::text[],
                \(signed.map(\.statement.compact))::bytea[])
            ON CONFLICT (certificate, key) DO NOTHING
            """
        )
    }

    /// The statement of each of these certificates that can be believed, where it has one: signed by the newest key not revoked.
    func load(of certificates: [UUID], in tx: borrowing Transaction) throws -> [UUID: SignedStatement] {
        let rows = try tx.query(
            """
            SELECT DISTINCT ON (said.certificate) said.certificate, said.compact
            FROM certificate_statement AS said JOIN issuer_key AS key ON key.key = said.key
            WHERE said.certificate = ANY (\(certificates)::uuid[]) AND key.stage <> 'revoked'
            ORDER BY said.certificate, key.id DESC
            """
        )
        var statements: [UUID: SignedStatement] = [:]
        for row in rows {
            let statement = SignedStatement(compact: try row.decode("compact", as: [UInt8].self))
            statements[try row.decode("certificate")] = statement
        }
        return statements
    }

    /// What a key signed waits to be signed again.
    func sign(againWhatWasSignedBy key: String, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO statement_due (certificate)
            SELECT certificate FROM certificate_statement WHERE key = \(key)
            ON CONFLICT (certificate) DO UPDATE SET problem = NULL
            """
        )
    }

    /// What these certificates say waits to be signed again.
    func sign(again certificates: [UUID], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO statement_due (certificate) SELECT unnest(\(certificates)::uuid[])
            ON CONFLICT (certificate) DO UPDATE SET problem = NULL
            """
        )
    }

    /// At most `limit` issued certificates that wait for a statement and whose enterprise has a key, or may be given one.
    func due(_ limit: Int, needingKey: Bool, in tx: borrowing Transaction) throws -> [Stored<Certificate>] {
        try tx.query(
            """
            SELECT certificate.id, certificate.version, certificate.state
            FROM statement_due AS due JOIN certificate ON certificate.id = due.certificate
            WHERE due.problem IS NULL AND (NOT \(needingKey) OR EXISTS (
                SELECT FROM issuer_key AS key
                WHERE key.credit_code = certificate.credit_code AND key.stage = 'active'))
            ORDER BY due.certificate LIMIT \(limit) FOR UPDATE OF due SKIP LOCKED
            """
        ).map(RegistrationStore.stored)
    }

    /// These wait no more.
    func settle(_ certificates: [UUID], in tx: borrowing Transaction) throws {
        try tx.execute("DELETE FROM statement_due WHERE certificate = ANY (\(certificates)::uuid[])")
    }

    /// Nothing can be stated of this one until somebody has mended it.
    func setAside(_ certificate: UUID, because problem: String, in tx: borrowing Transaction) throws {
        try tx.execute("UPDATE statement_due SET problem = \(problem) WHERE certificate = \(certificate)")
    }
}
