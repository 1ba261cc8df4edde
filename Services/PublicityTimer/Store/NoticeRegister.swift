import Foundation
import Messaging
import Postgres
import PublicityTimerDomain

/// The notices as people look for them; nothing is locked.
struct NoticeRegister {
    /// A notice, nil where there is none.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Notice>? {
        try tx.query("SELECT id, version, state::text AS state FROM notice WHERE id = \(id)").map(stored).first
    }

    /// A page of notices, oldest first, of one enterprise and in one phase where given.
    func page(
        creditCode: String?,
        phase: Notice.Phase?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Notice>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM notice
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND (\(phase?.rawValue)::text IS NULL OR phase = \(phase?.rawValue)::text)
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
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
