import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Records that a member of the panel is present (签到).
struct SignIn {
    let stores: Stores
    let gate: FilingGate

    func callAsFunction(
        _ account: String,
        in round: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Voting> {
        let round = try gate.running(round, in: tx)
        guard var voting = try stores.votings.newest(of: round.id, in: tx) else { throw Voting.Rejection.notPrepared }
        try voting.handle(.signIn(account: account, at: cause.now))
        try stores.votings.save(voting, because: cause, in: tx)
        return voting
    }
}
