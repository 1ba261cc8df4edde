import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Tenures as lists and pages show them; nothing here locks a row.
struct TenureRegister: Sendable {
    /// What a list is narrowed to.
    struct Filter: Sendable {
        var creditCode: String?
        var kind: FilingKind?
        var phase: TenurePhase?
        /// Terms that end on this day or before.
        var endingBy: LocalDate?
    }

    /// A page after an id, as filings stand on a day.
    func page(
        _ filter: Filter,
        on day: LocalDate,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Tenure>] {
        let (phase, kind) = (filter.phase?.rawValue, filter.kind?.rawValue)
        return try tx.query(
            """
            SELECT id, version, state FROM tenure
            WHERE (\(filter.creditCode)::text IS NULL
                   OR enterprise = (SELECT id FROM enterprise WHERE credit_code = \(filter.creditCode)::text))
              AND (\(kind)::text IS NULL OR kind = \(kind)::text)
              AND (\(filter.endingBy?.description)::text::date IS NULL OR valid_through <= \(filter.endingBy?.description)::text::date)
              AND (\(phase)::text IS NULL OR \(phase)::text =
                   CASE WHEN standing = 'in-force' AND valid_through < \(day.description)::text::date THEN 'expired' ELSE standing END)
              AND (\(after)::uuid IS NULL OR filing > \(after)::uuid)
            ORDER BY filing LIMIT \(limit)
            """
        ).map(TenureStore.stored)
    }

    /// General filings neither cancelled nor over whose renewal is open, those that end first at the top.
    func ending(
        by last: LocalDate,
        notBefore day: LocalDate,
        creditCode: String?,
        in tx: borrowing Transaction
    ) throws -> [Stored<Tenure>] {
        try tx.query(
            """
            SELECT id, version, state FROM tenure
            WHERE kind = 'general' AND standing <> 'cancelled' AND valid_through BETWEEN \(day.description)::text::date AND \(last.description)::text::date
              AND (\(creditCode)::text IS NULL
                   OR enterprise = (SELECT id FROM enterprise WHERE credit_code = \(creditCode)::text))
            ORDER BY valid_through, filing LIMIT 500
            """
        ).map(TenureStore.stored)
    }

    /// Which of these have an application for renewal with the authority.
    func renewing(_ tenures: [UUID], in tx: borrowing Transaction) throws -> Set<UUID> {
        let rows = try tx.query(
            """
            SELECT tenure FROM tenure_request
            WHERE tenure = ANY (\(tenures)) AND wish = 'renewal' AND phase = 'pending'
            """
        )
        return Set(try rows.map { try $0["tenure"] })
    }

    /// One; nil where there is none.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Tenure>? {
        try tx.query("SELECT id, version, state FROM tenure WHERE filing = \(id)").first.map(TenureStore.stored)
    }
}
