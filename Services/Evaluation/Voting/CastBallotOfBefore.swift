import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Casts a ballot in a vote that was opened before ballots were sealed to two officers; such votes go on as they began.
struct CastBallotOfBefore {
    let stores: Stores
    let gate: FilingGate
    let keys: KeyRing

    func callAsFunction(
        of evaluator: String,
        in round: UUID,
        votes: [Vote],
        recusals: [Recusal],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Ballot> {
        let round = try gate.running(round, in: tx)
        let candidates = try round.state.candidates(for: evaluator)
        var ballot = try stores.ballotBox.of(evaluator: evaluator, round: round.id, in: tx) ?? Stored(new: NewID.v7())
        let sealed = try SealedVotes.seal(votes, of: ballot.id, with: keys)
        try ballot.handle(
            .cast(
                round: round.id,
                evaluator: evaluator,
                votes: votes,
                recusals: recusals,
                candidates: candidates,
                sealedVotes: sealed
            )
        )
        try stores.ballots.save([ballot], because: cause, in: tx)
        return ballot
    }
}

/// How votes are kept: encrypted, tied to their ballot.
enum SealedVotes {
    /// The votes as text nobody can read without the service's key.
    static func seal(_ votes: [Vote], of ballot: UUID, with keys: KeyRing) throws -> String {
        let text = String(decoding: try WireFormat.encode(votes), as: UTF8.self)
        return Data(try keys.fields.seal(text, of: ballot.lowercase)).base64EncodedString()
    }

    /// The votes of a ballot.
    static func open(_ sealed: String, of ballot: UUID, with keys: KeyRing) throws -> [Vote] {
        let bytes = Data(base64Encoded: sealed).map { [UInt8]($0) } ?? []
        return try WireFormat.decode(from: Array(try keys.fields.open(bytes, of: ballot.lowercase).utf8))
    }
}
