import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import Statements

/// The certificates as people look for them; nothing is locked.
struct CertificateRegister {
    /// What a list is narrowed to; nil is all.
    struct Filter {
        let creditCode: String?
        let stage: Certificate.Stage?
    }

    /// At most `limit` certificates after one, oldest first.
    func list(_ filter: Filter, after: UUID?, limit: Int, in tx: borrowing Transaction) throws -> [Stored<Certificate>]
    {
        let rows = try tx.query(
            """
            SELECT id, version, state FROM certificate
            WHERE (\(filter.creditCode)::text IS NULL OR credit_code = \(filter.creditCode)::text)
              AND (\(filter.stage?.rawValue)::text IS NULL OR stage = \(filter.stage?.rawValue)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        )
        return try rows.map(RegistrationStore.stored)
    }

    /// The certificates of a registration, in the order of the list.
    func list(of registration: UUID, in tx: borrowing Transaction) throws -> [Stored<Certificate>] {
        let rows = try tx.query(
            "SELECT id, version, state FROM certificate WHERE registration = \(registration) ORDER BY place"
        )
        return try rows.map(RegistrationStore.stored)
    }

    /// A certificate, or nil.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Certificate>? {
        try tx.query("SELECT id, version, state FROM certificate WHERE id = \(id)").first.map(RegistrationStore.stored)
    }

    /// What is not to be relied on, as the status list says it: an entry for each statement about what is issued and not in force,
    /// whoever's key signed it, and for each statement a corrected one replaced.
    ///
    /// A certificate that is withdrawn for good is so in all its statements.
    func statusEntries(in tx: borrowing Transaction) throws -> [StatusList.Entry] {
        let rows = try tx.query(
            """
            SELECT certificate.state, substring(said.compact FROM 1 FOR 64) AS signature, NULL::text AS superseded_on
            FROM certificate JOIN certificate_statement AS said ON said.certificate = certificate.id
            WHERE certificate.stage IN ('suspended', 'revoked', 'cancelled')
            UNION ALL
            SELECT certificate.state, substring(former.compact FROM 1 FOR 64), former.superseded_on::text
            FROM statement_superseded AS former JOIN certificate ON certificate.id = former.certificate
            """
        )
        let entries = try rows.compactMap { row -> StatusList.Entry? in
            let state = try row.json("state", as: Certificate.self)
            let mark = StatusList.mark(signature: try row.decode("signature"))
            let replaced = try row.decode("superseded_on", as: String?.self).flatMap { LocalDate($0) }
            guard let standing = state.standing, let reason = standing.reason else {
                return replaced.map { .init(mark: mark, .superseded, on: $0) }
            }
            if let replaced, standing.status == .suspended { return .init(mark: mark, .superseded, on: replaced) }
            return .init(mark: mark, .notInForce(standing.status, reason), on: standing.since)
        }
        return entries.sorted { $0.mark < $1.mark }
    }
}
