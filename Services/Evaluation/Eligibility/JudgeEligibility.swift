import EvaluationDomain
import Importing
import Kernel
import Messaging
import Postgres

/// Closes a round to applications and judges each by its rule set (四（二）: 审核报名人员资格条件).
struct JudgeEligibility {
    let stores: Stores
    let prepare: PrepareJudging

    func callAsFunction(
        _ round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Round> {
        if round.state.stage == .collecting, let terms = round.state.terms {
            let frozen = try stores.frozenDays.days(of: terms.filing.filing, through: cause.today, in: tx)
            try terms.requireApplicationsOver(on: cause.today, givingBack: frozen)
        }
        // What was handed in on the last day counts, though it is still being read.
        guard try !ImportStore.isRunning(in: round.id, in: tx) else { throw ImportRunning() }
        var round = round
        var applications = try stores.applicationRegister.all(of: round.id, in: tx)
        try round.handle(.close(applications: applications.count))
        guard let terms = round.state.terms else { return round }
        let judging = try prepare(terms, because: cause, in: tx)
        for index in applications.indices { try applications[index].handle(.judge(judging)) }
        try stores.rounds.save([round], because: cause, in: tx)
        try stores.applications.save(applications, because: cause, in: tx)
        try stores.relaxations.keep(applications, under: terms, in: tx)
        return round
    }
}

/// A list of applications is still being entered into the round.
struct ImportRunning: Rejection {
    var code: String { "evaluation.import-running" }
}
