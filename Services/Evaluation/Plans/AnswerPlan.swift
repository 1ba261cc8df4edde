import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// What the filing authority says of a plan that was sent to it: that it has it, and what it remarks.
///
/// Neither is an approval: the notice has a plan sent and shown, not permitted (四（一）).
struct AnswerPlan {
    let stores: Stores

    func callAsFunction(
        _ plan: Stored<ImplementationPlan>,
        _ answer: ImplementationPlan.Command,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ImplementationPlan> {
        var plan = plan
        try plan.handle(answer)
        try stores.plans.save([plan], because: cause, in: tx)
        return plan
    }
}
