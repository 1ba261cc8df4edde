import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The notices as people look for them; nothing is locked.
struct NoticeRegister {
    /// A notice, nil where there is none.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Notice>? {
        try tx.query("SELECT id, version, state::text AS state FROM notice WHERE id = \(id)").map(stored).first
    }

    /// The notices of these ids that exist.
    func find(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Notice>] {
        try tx.query("SELECT id, version, state::text AS state FROM notice WHERE id = ANY (\(ids)::uuid[]) ORDER BY id")
            .map(stored)
    }

    /// The rule behind one notice's end.
    struct Rule {
        let notice: UUID
        let publishedOn: LocalDate
        let days: Int
        let promised: LocalDate
    }

    /// Looks at the rule of every running notice whose period touches these days, without reading its names.
    func forEachRule(
        touching days: ClosedRange<LocalDate>,
        in tx: borrowing Transaction,
        _ body: (Rule) throws -> Void
    ) throws {
        var last: UUID?
        repeat {
            let rows = try tx.query(
                """
                SELECT id, published_on - DATE '1970-01-01' AS published_on, last_day - DATE '1970-01-01' AS last_day,
                    required_days + extra_days AS days
                FROM notice
                WHERE phase = 'running' AND id > \(last ?? .lowest)::uuid
                  AND published_on < \(days.upperBound.description)::text::date
                  AND last_day >= \(days.lowerBound.description)::text::date
                ORDER BY id LIMIT 10000
                """
            )
            last = nil
            for row in rows {
                let rule = Rule(
                    notice: try row.decode("id"),
                    publishedOn: LocalDate(dayNumber: try row.decode("published_on")),
                    days: try row.decode("days"),
                    promised: LocalDate(dayNumber: try row.decode("last_day"))
                )
                try body(rule)
                last = rule.notice
            }
        } while last != nil
    }

    /// A page of notices, oldest first, of some enterprises and in one phase where given.
    func page(
        creditCodes: [String]?,
        phase: Notice.Phase?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Notice>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM notice
            WHERE (\(creditCodes)::text[] IS NULL OR credit_code = ANY (\(creditCodes)::text[]))
              AND (\(phase?.rawValue)::text IS NULL OR phase = \(phase?.rawValue)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(stored)
    }

    private func stored(_ row: Row) throws -> Stored<Notice> {
        Stored(
            id: try row.decode("id"),
            version: try row.decode("version"),
            state: try Column.value(row.decode("state", as: String.self))
        )
    }
}
