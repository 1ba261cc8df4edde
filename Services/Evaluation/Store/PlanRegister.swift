import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Plans as lists show them.
struct PlanRegister: Sendable {
    /// A page of plans, of one enterprise or of all.
    func page(
        of creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<ImplementationPlan>] {
        try tx.query(
            """
            SELECT id, version, state FROM plan
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode))
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(PlanStore.stored)
    }
}
