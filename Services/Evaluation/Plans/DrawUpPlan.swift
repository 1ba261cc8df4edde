import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Draws up an implementation plan on an accepted filing.
struct DrawUpPlan {
    let stores: Stores
    let gate: FilingGate

    func callAsFunction(
        _ terms: PlanTerms,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ImplementationPlan> {
        try gate.requireInForce(terms.filing.filing, on: cause.today, in: tx)
        var plan = Stored<ImplementationPlan>(new: NewID.v7())
        try plan.handle(.drawUp(terms, today: cause.today))
        try stores.plans.save([plan], because: cause, in: tx)
        return plan
    }
}
