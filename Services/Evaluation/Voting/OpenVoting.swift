import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Puts the eligible before the panel (四（二）: 专家评审委员会进行评审).
struct OpenVoting {
    let stores: Stores

    func callAsFunction(
        _ round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Round> {
        var round = round
        let applications = try stores.applicationRegister.all(of: round.id, in: tx)
        try round.handle(
            .openVoting(
                eligible: applications.filter { $0.state.stage == .eligible }.map(\.id),
                waiting: applications.count { $0.state.stage == .needsPerson }
            )
        )
        try stores.rounds.save([round], because: cause, in: tx)
        return round
    }
}
