import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Plans as lists show them.
struct PlanRegister: Sendable {
    /// Where a plan stands with the filing authority.
    enum Standing: String, CaseIterable {
        case draft, sent, received
    }

    /// A page of plans, of one enterprise or of all.
    func page(
        of creditCode: String?,
        standing: Standing? = nil,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<ImplementationPlan>] {
        try tx.query(
            """
            SELECT id, version, state FROM plan
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode))
              AND (\(standing?.rawValue)::text IS NULL OR standing = \(standing?.rawValue))
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(PlanStore.stored)
    }

    /// A page of plans that were shown to employees, of these enterprises or of all.
    func shown(
        by creditCodes: [String]?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<ImplementationPlan>] {
        try tx.query(
            """
            SELECT id, version, state FROM plan
            WHERE (\(creditCodes == nil) OR credit_code = ANY (\(creditCodes ?? [])))
              AND jsonb_path_exists(state, '$.**.disclosure')
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(PlanStore.stored)
    }
}
