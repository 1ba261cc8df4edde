import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The objections as those who handle them look for them; nothing is locked.
struct ObjectionRegister {
    /// Which objections are looked for.
    struct Filter {
        /// Only those to notices of one enterprise.
        var creditCode: String?
        /// Only those addressed so.
        var addressee: Complaint.Addressee?
        /// Only those to one notice.
        var notice: UUID?
        /// Only those in one phase; nil for all that are open.
        var phase: Objection.Phase?
        /// Only those that were to be acted on before this day.
        var dueBefore: LocalDate?
    }

    /// An objection, nil where there is none.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Objection>? {
        try tx.query("SELECT id, version, state::text AS state FROM objection WHERE id = \(id)")
            .map(ObjectionRow.stored).first
    }

    /// The objection a receipt was given for, nil when none was.
    func find(receipt: [UInt8], in tx: borrowing Transaction) throws -> Stored<Objection>? {
        try tx.query("SELECT id, version, state::text AS state FROM objection WHERE receipt = \(receipt)")
            .map(ObjectionRow.stored).first
    }

    /// A page of objections, those due first before the others.
    func page(
        _ filter: Filter,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Objection>] {
        let phase = filter.phase?.rawValue
        let dueBefore = filter.dueBefore?.description
        return try tx.query(
            """
            SELECT o.id, o.version, o.state::text AS state FROM objection o JOIN notice n ON n.id = o.notice
            WHERE (\(filter.creditCode)::text IS NULL OR n.credit_code = \(filter.creditCode)::text)
              AND (\(filter.addressee?.rawValue)::text IS NULL OR o.addressee = \(filter.addressee?.rawValue)::text)
              AND (\(filter.notice)::uuid IS NULL OR o.notice = \(filter.notice)::uuid)
              AND (o.phase = \(phase)::text OR (\(phase)::text IS NULL AND o.due_on IS NOT NULL))
              AND (\(dueBefore)::date IS NULL OR o.due_on < \(dueBefore)::date)
              AND (\(after)::uuid IS NULL OR (coalesce(o.due_on, 'infinity'), o.id) >
                    (SELECT coalesce(due_on, 'infinity'), id FROM objection WHERE id = \(after)::uuid))
            ORDER BY coalesce(o.due_on, 'infinity'), o.id LIMIT \(limit)
            """
        ).map(ObjectionRow.stored)
    }
}
