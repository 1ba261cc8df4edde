import Cryptography
import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Counts a vote that was opened before ballots were sealed to two officers, once all ballots are cast.
struct CountVotesOfBefore {
    let stores: Stores
    let keys: KeyRing
    let tell: TellRounds

    func callAsFunction(
        _ round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Round> {
        var round = round
        let ballots = try stores.ballotBox.all(of: round.id, in: tx)
        let votes = try ballots.flatMap { ballot in
            try ballot.state.sealedVotes.map { try SealedVotes.open($0, of: ballot.id, with: keys) } ?? []
        }
        let tallies = Count.tallies(
            of: round.state.candidates,
            votes: votes,
            recusals: ballots.flatMap(\.state.recusals)
        )
        try round.handle(.count(tallies: tallies, ballots: ballots.count))
        var applications = try stores.applications.load(tallies.map(\.application), in: tx)
        for index in applications.indices {
            guard let tally = tallies.first(where: { $0.application == applications[index].id }) else { continue }
            try applications[index].handle(.recordVote(tally))
        }
        try stores.rounds.save([round], because: cause, in: tx)
        try stores.applications.save(applications, because: cause, in: tx)
        try tell.settle([round.id], because: cause, in: tx)
        return round
    }
}
