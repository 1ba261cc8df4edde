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
        /// The county or zone the enterprise files under.
        var county: String?
        /// What the enterprise should have handed in before this day.
        var overdueOn: LocalDate?
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
              AND (\(filter.county)::text IS NULL OR credit_code IN (
                  SELECT credit_code FROM enterprise_directory WHERE jurisdiction = \(filter.county)::text))
              AND (\(filter.overdueOn?.description)::date IS NULL OR (
                  stage IN ('awaiting-submission', 'returned') AND due_on < \(filter.overdueOn?.description)::date
                  AND EXISTS (
                      SELECT FROM certificate WHERE registration = registration.id AND certificate.stage <> 'taken-out')))
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        )
        return try rows.map(RegistrationStore.stored)
    }
}
