import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Records that a plan was shown to the employees and sent to the filing authority.
struct DisclosePlan {
    let stores: Stores

    func callAsFunction(
        _ plan: Stored<ImplementationPlan>,
        _ disclosure: Disclosure,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ImplementationPlan> {
        var plan = plan
        try plan.handle(.disclose(disclosure))
        try stores.plans.save([plan], because: cause, in: tx)
        return plan
    }
}
