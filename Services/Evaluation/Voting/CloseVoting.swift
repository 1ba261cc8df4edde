import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Closes votes once all have voted or time is up, and puts the digest of the ballots into the journal before any is opened.
struct CloseVoting {
    let stores: Stores

    /// Saves a vote, closed where it is due; one that came to nothing takes its round back to before it.
    ///
    /// The round is locked by the caller.
    func callAsFunction(
        _ voting: Stored<Voting>,
        of round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Voting> {
        var voting = voting
        if voting.state.isDue(at: cause.now) {
            let fingerprints = VoteBox.fingerprints(of: try stores.voteBox.ballots(of: voting.id, in: tx))
            try voting.handle(
                .close(ballots: fingerprints.count, digest: VoteBox.digest(of: fingerprints), at: cause.now)
            )
            if case .failed = voting.state { try end(voting, round, because: cause, in: tx) }
        }
        try stores.votings.save(voting, because: cause, in: tx)
        return voting
    }

    /// Closes the votes whose time is up; true where more may be left.
    ///
    /// Not while a filing keeps its rounds from going on: nobody can vote then, and the time is given back.
    func overdue(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let rounds = try stores.votings.overdue(at: now, in: tx)
        let cause = Cause.system("vote-closing", now: now)
        for id in rounds {
            let round = try stores.rounds.load(id, in: tx)
            guard let voting = try stores.votings.newest(of: id, in: tx) else { continue }
            _ = try self(voting, of: round, because: cause, in: tx)
        }
        return rounds.count == 100
    }

    /// Puts off the closing of the open votes under a filing by the time in which nobody could vote.
    func giveBack(
        _ frozen: ClosedRange<Date>,
        under filing: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        for id in try stores.votings.open(under: filing, in: tx) {
            _ = try stores.rounds.load(id, in: tx)
            guard var voting = try stores.votings.newest(of: id, in: tx) else { continue }
            try voting.handle(.giveBack(from: frozen.lowerBound, through: frozen.upperBound))
            try stores.votings.save(voting, because: cause, in: tx)
        }
    }

    /// Burns the ballots of a vote that is over, unopened, and lets the round hold another.
    func end(
        _ voting: Stored<Voting>,
        _ round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        var round = round
        try stores.voteBox.empty(voting.id, in: tx)
        try round.handle(.endVoting)
        try stores.rounds.save([round], because: cause, in: tx)
    }
}
