import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Answers an application an enterprise's own system hands in.
struct TakeApplication {
    let gate: FilingGate
    let submit: SubmitApplications

    func callAsFunction(
        _ submitted: ApplicationSubmitted,
        from creditCode: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> IngressAnswer {
        let round = try gate.running(submitted.round, in: tx)
        guard round.state.terms?.filing.enterprise.creditCode == creditCode else { throw ForeignRound() }
        let outcomes = try submit([submitted.form], in: round, by: .system, because: cause, in: tx)
        switch outcomes[0] {
        case .taken(let application, _): return .accepted(application)
        case .refused(let problems, _): throw InvalidInput(problems)
        }
    }
}

/// The round is another enterprise's.
struct ForeignRound: Rejection {
    var code: String { "evaluation.foreign-round" }
}
