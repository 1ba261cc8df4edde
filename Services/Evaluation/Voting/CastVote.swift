import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Casts the one ballot of a member: the roll says who has voted, the box holds what, and nothing links the two.
struct CastVote {
    let stores: Stores
    let gate: FilingGate
    let close: CloseVoting

    /// - Returns: The vote, and the receipt the member finds again in the published tally; it is kept nowhere else.
    func callAsFunction(
        of account: String,
        in round: UUID,
        votes: [CandidateVote],
        opinions: [MinorityOpinion],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> (voting: Stored<Voting>, receipt: String) {
        // Ballots of a round are put in one after another, so that all are mixed.
        let round = try gate.running(round, in: tx)
        guard var voting = try stores.votings.newest(of: round.id, in: tx) else { throw Voting.Rejection.notPrepared }
        try voting.handle(.cast(account: account, votes: votes, opinions: opinions, at: cause.now))
        guard let poll = voting.state.poll else { throw Voting.Rejection.notPrepared }
        let paper = try voting.state.paper(of: account, votes: votes, opinions: opinions)
        let sealed = try BallotSeal(voting: voting.id, poll: poll).seal(paper)
        try stores.voteBox.put(sealed, into: voting.id, in: tx)
        voting = try close(voting, of: round, because: cause, in: tx)
        return (voting, VoteBox.receipt(of: VoteBox.fingerprints(of: [sealed])[0]))
    }
}
