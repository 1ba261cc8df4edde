import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Prepares a vote of a round: names the two officers, who then make their keys.
struct PrepareVoting {
    let stores: Stores

    func callAsFunction(
        of round: Stored<Round>,
        openedBy officers: [VotingRule.OpeningOfficer],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Voting> {
        guard let terms = round.state.terms else { throw Round.Rejection.notOpened }
        guard case .judged = round.state else { throw Round.Rejection.notJudged }
        let before = try stores.votings.newest(of: round.id, in: tx)
        guard before?.state.isOver ?? true else { throw Voting.Rejection.alreadyPrepared }
        var voting = Stored<Voting>(new: NewID.v7())
        // A repetition has the officers of the vote before, with whoever was replaced, unless others are named.
        let named = officers.isEmpty ? before?.state.poll?.rule.openingOfficers ?? [] : officers
        let rule = terms.votingRule ?? VotingRule()
        try voting.handle(
            .prepare(
                round: round.id,
                attempt: (before?.state.poll?.attempt ?? 0) + 1,
                rule: before == nil ? rule.opened(by: named) : rule.reopened(by: named),
                panel: stores.electors.accounts(of: round, in: tx),
                at: cause.now
            )
        )
        try stores.votings.save(voting, because: cause, in: tx)
        return voting
    }
}
