import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import Statements

/// The statements a corrected one replaced: their papers are out there, so each stays known for good.
struct SupersededStatements: Sendable {
    /// Why a statement was replaced.
    enum Reason: String, Sendable {
        /// What its certificate says was corrected after issue.
        case corrected
    }

    /// A statement there is, by the certificate it is about and the key that signed it.
    struct Signed: Hashable {
        let certificate: UUID
        let key: String
        /// Nil where its bytes are none, which nothing here writes.
        let statement: CertificateStatement?
    }

    /// The statements there are about these certificates, whoever's key signed them.
    func signed(about certificates: [UUID], in tx: borrowing Transaction) throws -> [Signed] {
        try tx.query(
            """
            SELECT certificate, key, compact FROM certificate_statement
            WHERE certificate = ANY (\(certificates)::uuid[]) ORDER BY certificate, key
            """
        ).map { row in
            let statement = SignedStatement(compact: try row.decode("compact", as: [UInt8].self))
            return Signed(
                certificate: try row.decode("certificate"),
                key: try row.decode("key"),
                statement: statement?.statement
            )
        }
    }

    /// Moves statements to those replaced since a day; the status list is published with them.
    func take(
        _ replaced: [Signed],
        on day: LocalDate,
        because reason: Reason,
        in tx: borrowing Transaction
    ) throws {
        guard !replaced.isEmpty else { return }
        try tx.execute(
            """
            WITH gone AS (
                DELETE FROM certificate_statement AS now
                USING unnest(\(replaced.map(\.certificate))::uuid[], \(replaced.map(\.key))::text[])
                    AS t (certificate, key)
                WHERE now.certificate = t.certificate AND now.key = t.key
                RETURNING now.certificate, now.key, now.compact)
            INSERT INTO statement_superseded (certificate, key, compact, superseded_on, reason)
            SELECT certificate, key, compact, \(day.description)::date, \(reason.rawValue) FROM gone
            """
        )
        try DueLists().note(.status, in: tx)
    }

    /// Looks up whether a statement is replaced.
    func lookUp(_ signed: SignedStatement) -> SQL {
        """
        SELECT certificate.state, superseded_on::text FROM statement_superseded
        JOIN certificate ON certificate.id = statement_superseded.certificate
        WHERE mark = \(StatusList.mark(signature: signed.signature))
        """
    }

    /// Since which day it is, with its certificate as it is now; nil for one that was not replaced.
    func found(_ rows: Rows) throws -> (Certificate, on: LocalDate)? {
        guard let row = rows.first, let certificate: Certificate = try row.kept("state"),
            let day = LocalDate(try row.decode("superseded_on", as: String.self))
        else { return nil }
        return (certificate, on: day)
    }
}
