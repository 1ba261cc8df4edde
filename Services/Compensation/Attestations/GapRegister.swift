import Foundation
import Kernel
import Postgres

/// Months that are late or have gaps.
struct GapRegister {
    /// A page, oldest first, of one enterprise or county where given.
    func page(
        creditCode: String?,
        county: String?,
        today: LocalDate,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [GapView] {
        try tx.query(
            """
            SELECT gap.id, gap.credit_code, name, jurisdiction, to_char(month, 'YYYY-MM') AS month, due_on::text AS due_on,
                due, missing, not_met, late, due_on < \(today.description)::text::date AS is_overdue
            FROM attested_month AS gap LEFT JOIN enterprise_directory AS known ON known.credit_code = gap.credit_code
            WHERE (missing > 0 OR late > 0) AND (\(creditCode)::text IS NULL OR gap.credit_code = \(creditCode)::text)
              AND (\(county)::text IS NULL OR jurisdiction = \(county)::text) AND gap.id > \(after ?? .lowest)::uuid
            ORDER BY gap.id LIMIT \(limit)
            """
        ).map { row in
            GapView(
                id: try row.decode("id", as: UUID.self).lowercase,
                creditCode: try row.decode("credit_code"),
                enterpriseName: try row.decode("name"),
                county: try row.decode("jurisdiction"),
                month: try row.decode("month"),
                dueOn: try row.decode("due_on"),
                due: try row.decode("due"),
                missing: try row.decode("missing"),
                notMet: try row.decode("not_met"),
                late: try row.decode("late"),
                isOverdue: try row.decode("is_overdue")
            )
        }
    }
}
