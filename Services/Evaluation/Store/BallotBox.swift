import EvaluationDomain
import Foundation
import Messaging
import Postgres

/// The ballots of a round, found by round and member.
struct BallotBox: Sendable {
    /// All ballots cast in a round.
    func all(of round: UUID, in tx: borrowing Transaction) throws -> [Stored<Ballot>] {
        try tx.query("SELECT id, version, state FROM ballot WHERE round = \(round) ORDER BY id FOR UPDATE")
            .map(BallotStore.stored)
    }

    /// The ballot of a member, nil before it is cast.
    func of(evaluator: String, round: UUID, in tx: borrowing Transaction) throws -> Stored<Ballot>? {
        try tx.query(
            """
            SELECT id, version, state FROM ballot
            WHERE round = \(round) AND evaluator = \(evaluator) FOR UPDATE
            """
        ).first.map(BallotStore.stored)
    }
}
