import Contracts
import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Records that a plan was shown to the employees and sent to the filing authority, and tells it.
struct DisclosePlan {
    let stores: Stores
    let outbox: Outbox

    func callAsFunction(
        _ plan: Stored<ImplementationPlan>,
        _ disclosure: Disclosure,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ImplementationPlan> {
        var plan = plan
        try plan.handle(.disclose(disclosure))
        try stores.plans.save([plan], because: cause, in: tx)
        guard let shown = plan.state.current else { return plan }
        let fact = PlanDisclosed(
            plan: plan.id,
            version: shown.number,
            filing: shown.terms.filing.filing,
            owner: shown.terms.filing.enterprise,
            title: shown.terms.title,
            shownOn: disclosure.shownToEmployeesOn,
            sentOn: disclosure.sentToAuthorityOn,
            files: (disclosure.shownFiles ?? []).count + (disclosure.sentFiles ?? []).count
        )
        try outbox.announce(fact, because: cause, in: tx)
        return plan
    }
}
