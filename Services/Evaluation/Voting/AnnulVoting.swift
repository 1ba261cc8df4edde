import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Declares a vote void before its count, on record, as when an officer's code is lost; another can be held.
struct AnnulVoting {
    let stores: Stores
    let close: CloseVoting

    func callAsFunction(
        of round: Stored<Round>,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Voting> {
        guard var voting = try stores.votings.newest(of: round.id, in: tx) else { throw Voting.Rejection.notPrepared }
        try voting.handle(.annul(reason: reason, by: cause.actor, at: cause.now))
        try stores.votings.save(voting, because: cause, in: tx)
        try close.end(voting, round, because: cause, in: tx)
        return voting
    }
}
