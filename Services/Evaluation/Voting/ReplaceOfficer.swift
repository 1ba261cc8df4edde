import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Names another officer, or stand-in, for a vote that is being prepared, on record, as when one of the plan's cannot come.
struct ReplaceOfficer {
    let stores: Stores

    /// The new officer makes a key of their own; the key of who left is forgotten.
    func callAsFunction(
        _ left: String,
        by officer: VotingRule.OpeningOfficer,
        reason: String,
        in round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Voting> {
        guard var voting = try stores.votings.newest(of: round.id, in: tx), let poll = voting.state.poll else {
            throw Voting.Rejection.notPrepared
        }
        guard let leaving = poll.rule.keyHolders.first(where: { $0.account == left }) else {
            throw Voting.Rejection.notAnOfficer
        }
        try voting.handle(
            .replaceOfficer(
                OfficerReplacement(
                    left: VotingRule.OpeningOfficer(account: leaving.account, name: leaving.name),
                    officer: officer,
                    reason: reason,
                    by: cause.actor,
                    at: cause.now
                ),
                panel: stores.electors.persons(of: round, in: tx)
            )
        )
        try stores.votings.save(voting, because: cause, in: tx)
        return voting
    }
}
