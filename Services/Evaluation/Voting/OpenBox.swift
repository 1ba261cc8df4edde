import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Opens the box with the codes of the two officers, one after the other, and counts with the second.
struct OpenBox {
    let stores: Stores
    let close: CloseVoting
    let tell: TellRounds

    /// Takes an officer's code: the first one's peels and mixes, the second one's opens and counts in the same transaction.
    ///
    /// The code is forgotten when this returns.
    func callAsFunction(
        _ round: Stored<Round>,
        code: String,
        of account: String,
        standingInBecause reason: String? = nil,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Voting> {
        guard var voting = try stores.votings.newest(of: round.id, in: tx) else { throw Voting.Rejection.notPrepared }
        voting = try close(voting, of: round, because: cause, in: tx)
        guard let poll = voting.state.poll else { throw Voting.Rejection.notPrepared }
        guard let layer = BallotSeal.layer(of: account, in: poll) else { throw Voting.Rejection.notAnOfficer }
        // Asked before the code is looked at, so that who comes too early or late is told so.
        let isPeeled = if case .peeled = voting.state { true } else { false }
        var trial = voting.state
        _ =
            try isPeeled
            ? trial.handle(
                .count(
                    VoteResult(tallies: [], marks: [], opinions: [], named: nil),
                    by: account,
                    because: reason,
                    at: cause.now
                )
            )
            : trial.handle(
                .peel(PeeledBox(by: account, digest: "", fingerprints: [], at: cause.now), because: reason)
            )
        let key = try Self.key(code, layer: layer, of: voting.id, in: poll, account: account)
        // What was closed above is saved; from here on it is the same vote, loaded.
        voting = Stored(id: voting.id, version: voting.newVersion, state: voting.state)
        return try isPeeled
            ? count(voting, round, with: key, by: account, standingInBecause: reason, because: cause, in: tx)
            : peel(voting, with: key, by: account, standingInBecause: reason, because: cause, in: tx)
    }

    private static func key(
        _ code: String,
        layer: Int,
        of voting: UUID,
        in poll: Poll,
        account: String
    ) throws -> OpeningKey {
        let key: OpeningKey
        do {
            key = try OpeningKey(code: code, for: BallotSeal.purpose(voting, layer: layer))
        } catch {
            throw WrongOpeningCode()
        }
        guard Data(key.publicKey).base64EncodedString() == poll.key(of: account)?.publicKey else {
            throw WrongOpeningCode()
        }
        return key
    }

    private func peel(
        _ voting: Stored<Voting>,
        with key: OpeningKey,
        by account: String,
        standingInBecause reason: String?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Voting> {
        var voting = voting
        let outer = try stores.voteBox.empty(voting.id, in: tx)
        CrashPoint.reach("vote.before-peel")
        let fingerprints = VoteBox.fingerprints(of: outer)
        guard VoteBox.digest(of: fingerprints) == voting.state.poll?.box?.digest else { throw BallotBoxAltered() }
        guard let poll = voting.state.poll else { throw Voting.Rejection.notPrepared }
        let seal = BallotSeal(voting: voting.id, poll: poll)
        let inner = try Self.opened(outer) { try seal.peel($0, with: key, of: account) }
        try stores.voteBox.fill(voting.id, with: inner, in: tx)
        try voting.handle(
            .peel(
                PeeledBox(
                    by: account,
                    digest: VoteBox.digest(of: VoteBox.fingerprints(of: inner)),
                    fingerprints: fingerprints,
                    at: cause.now
                ),
                because: reason
            )
        )
        try stores.votings.save(voting, because: cause, in: tx)
        CrashPoint.reach("vote.after-peel")
        return voting
    }

    private func count(
        _ voting: Stored<Voting>,
        _ round: Stored<Round>,
        with key: OpeningKey,
        by account: String,
        standingInBecause reason: String?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Voting> {
        var (voting, round) = (voting, round)
        guard let poll = voting.state.poll, let electorate = poll.electorate else { throw Voting.Rejection.notOpen }
        let inner = try stores.voteBox.empty(voting.id, in: tx)
        guard VoteBox.digest(of: VoteBox.fingerprints(of: inner)) == poll.peel?.digest else { throw BallotBoxAltered() }
        CrashPoint.reach("vote.before-count")
        let seal = BallotSeal(voting: voting.id, poll: poll)
        let papers = try Self.opened(inner) { try seal.open($0, with: key, of: account) }
        let result = VoteResult(
            of: papers,
            at: electorate,
            present: Set(poll.present.map(\.account)),
            under: poll.rule
        )
        try voting.handle(.count(result, by: account, because: reason, at: cause.now))
        try round.handle(.takeCount(tallies: result.tallies))
        var applications = try stores.applications.load(result.tallies.map(\.application), in: tx)
        let tallies = Dictionary(result.tallies.map { ($0.application, $0) }, uniquingKeysWith: { $1 })
        for index in applications.indices {
            guard let tally = tallies[applications[index].id] else { continue }
            try applications[index].handle(.recordVote(tally))
        }
        try stores.rounds.save([round], because: cause, in: tx)
        try stores.applications.save(applications, because: cause, in: tx)
        try stores.votings.save(voting, because: cause, in: tx)
        try tell.settle([round.id], because: cause, in: tx)
        CrashPoint.reach("vote.after-count")
        return voting
    }

    /// Opens each; one that cannot be opened was not put in by a member.
    private static func opened<Inner>(_ sealed: [[UInt8]], _ open: ([UInt8]) throws -> Inner) throws -> [Inner] {
        do {
            return try sealed.map(open)
        } catch is CryptographyError {
            throw BallotBoxAltered()
        }
    }
}

/// The code is not the one this officer was given for this vote.
struct WrongOpeningCode: Rejection, Hashable {
    var code: String { "evaluation.opening-code" }
}

/// The box is not as it was when it was closed; nothing of it is counted.
struct BallotBoxAltered: Rejection, Hashable {
    var code: String { "evaluation.ballot-box-altered" }
}
