import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Opens a round under a plan the employees have been shown.
struct OpenRound {
    let stores: Stores
    let gate: FilingGate
    let tell: TellRounds
    let pin: PinRuleSet

    func callAsFunction(
        under plan: Stored<ImplementationPlan>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Round> {
        guard let now = plan.state.current else { throw NotFound("plan") }
        let terms = now.terms.ofVersion(now.number)
        try gate.requireInForce(terms.filing.filing, on: cause.today, in: tx)
        let isDisclosed = now.disclosure != nil
        if isDisclosed {
            try requireFiledPlan(of: terms, in: tx)
            try terms.requireApplicationsToCome(
                on: cause.today,
                givingBack: stores.frozenDays.days(of: terms.filing.filing, through: cause.today, in: tx)
            )
        }
        var round = Stored<Round>(new: NewID.v7())
        let pinned = try pin(terms, because: cause, in: tx)
        try round.handle(.open(plan: plan.id, terms: pinned, isDisclosed: isDisclosed))
        try stores.rounds.save([round], because: cause, in: tx)
        try tell.opened(round, because: cause, in: tx)
        return round
    }

    /// Refuses a plan that rests on another work plan than the one filed now; one of before plans named theirs rests on any.
    private func requireFiledPlan(of terms: PlanTerms, in tx: borrowing Transaction) throws {
        guard let workPlan = terms.workPlan,
            let filed = try stores.filings.scope(of: terms.filing.filing, in: tx).workPlan
        else { return }
        guard workPlan.digest == filed.digest else {
            throw WorkPlanReplaced(version: workPlan.version, filed: filed.version)
        }
    }
}

/// The filed work plan is another version than the one the plan rests on.
struct WorkPlanReplaced: Rejection, Hashable {
    let version: Int
    let filed: Int

    var code: String { "evaluation.work-plan-replaced" }
    var arguments: [String: String] { ["version": String(version), "filed": String(filed)] }
}
