import CertificateDomain
import Contracts
import Foundation
import Kernel
import Postgres

@testable import CertificateService

extension IssueRig {
    /// What is on record of a batch when all is at rest.
    struct Account: Hashable {
        /// Of each certificate, what is in the journal.
        var kinds: [[String]]
        /// Of each certificate, the rows of the ledger: year and standing.
        var ledger: [[String]]
        /// How often its numbers were told, and how many certificates were told as issued.
        var registered: Int
        var issued: Int
    }

    /// What is on record of a batch.
    func account(of path: String) async throws -> Account {
        let id = UUID(uuidString: String(path.split(separator: "/").last ?? "")) ?? UUID()
        return try await pool.transaction { tx in
            let rows = try tx.query(
                """
                SELECT
                    (SELECT coalesce(array_agg(kind ORDER BY version), '{}') FROM journal
                        WHERE aggregate = 'certificate' AND aggregate_id = c.id) AS kinds,
                    (SELECT coalesce(array_agg(substr(series, 14, 2) || ' ' || standing ORDER BY series, serial), '{}')
                        FROM number_ledger WHERE certificate = c.id) AS ledger,
                    (SELECT count(*) FROM (SELECT subject, routing_key, exchange FROM outbox
                        UNION ALL SELECT subject, routing_key, exchange FROM outbox_archive) AS o
                        WHERE o.subject = c.id AND o.routing_key = \(CertificateIssued.name)
                            AND o.exchange = \(Topology.facts)) AS issued
                FROM certificate AS c WHERE c.registration = \(id) ORDER BY c.place
                """
            )
            let registered: Int? = try tx.query(
                """
                SELECT count(*) AS n FROM (SELECT subject, routing_key, exchange FROM outbox
                    UNION ALL SELECT subject, routing_key, exchange FROM outbox_archive) AS o
                WHERE o.subject = \(id) AND o.routing_key = \(CertificatesRegistered.name) AND o.exchange = \(Topology.facts)
                """
            ).first?.decode("n")
            return Account(
                kinds: try rows.map { try $0.decode("kinds") },
                ledger: try rows.map { try $0.decode("ledger") },
                registered: registered ?? 0,
                issued: try rows.map { try $0.decode("issued", as: Int.self) }.reduce(0, +)
            )
        }
    }

    /// How the ledger counts, whoever died.
    func findings() async throws -> RecountNumbers.Findings {
        try await pool.transaction { tx in try RecountNumbers()(.init(), in: tx) }
    }
}
