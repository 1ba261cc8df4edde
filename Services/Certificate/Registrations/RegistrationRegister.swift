import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The registrations as people look for them; nothing is locked.
struct RegistrationRegister {
    /// What a list is narrowed to; nil is all.
    struct Filter {
        let creditCode: String?
        let stage: Registration.Stage?
    }

    /// A registration, or nil.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Registration>? {
        let rows = try tx.query("SELECT id, version, state FROM registration WHERE id = \(id)")
        return try rows.first.map(RegistrationStore.stored)
    }

    /// At most `limit` registrations after one, oldest first.
    func list(
        _ filter: Filter,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Registration>] {
        let rows = try tx.query(
            """
            SELECT id, version, state FROM registration
            WHERE (\(filter.creditCode)::text IS NULL OR credit_code = \(filter.creditCode)::text)
              AND (\(filter.stage?.rawValue)::text IS NULL OR stage = \(filter.stage?.rawValue)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        )
        return try rows.map(RegistrationStore.stored)
    }
}
