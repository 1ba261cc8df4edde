import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Opens a round under a plan the employees have been shown.
struct OpenRound {
    let stores: Stores
    let gate: FilingGate
    let tell: TellRounds

    func callAsFunction(
        under plan: Stored<ImplementationPlan>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Round> {
        guard let terms = plan.state.terms else { throw NotFound("plan") }
        try gate.requireInForce(terms.filing.filing, on: cause.today, in: tx)
        let isDisclosed = if case .disclosed = plan.state { true } else { false }
        var round = Stored<Round>(new: NewID.v7())
        try round.handle(.open(plan: plan.id, terms: terms, isDisclosed: isDisclosed))
        try stores.rounds.save([round], because: cause, in: tx)
        try tell.opened(round, because: cause, in: tx)
        return round
    }
}
