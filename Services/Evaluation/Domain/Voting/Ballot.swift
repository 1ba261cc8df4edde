import Foundation
import Kernel

/// The ballot (表决) of one member in one round: cast once, sealed until it is counted.
package enum Ballot: Decider, Codable, Hashable {
    /// Can transition to: cast.
    case notCast
    /// Final. The votes are encrypted text; recusals are open.
    case cast(round: UUID, evaluator: String, sealedVotes: String, recusals: [Recusal])

    /// What a ballot can be asked to do.
    package enum Command: Sendable {
        /// Casts it: the votes to be checked against the candidates, and the same votes sealed.
        case cast(
            round: UUID,
            evaluator: String,
            votes: [Vote],
            recusals: [Recusal],
            candidates: [UUID],
            sealedVotes: String
        )
    }

    /// What can have happened to a ballot.
    package enum Event: Codable, Hashable, Sendable {
        case cast(round: UUID, evaluator: String, sealedVotes: String, recusals: [Recusal])
    }

    /// Why a ballot says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It was cast before and cannot be changed.
        case alreadyCast
        /// It leaves out candidates, names strangers, or names one twice.
        case doesNotMatch(missing: Int, unknown: Int, repeated: Int)
        /// A recusal without a reason.
        case recusalWithoutReason

        package var code: String {
            switch self {
            case .alreadyCast: "evaluation.ballot-already-cast"
            case .doesNotMatch: "evaluation.ballot-does-not-match"
            case .recusalWithoutReason: "evaluation.recusal-without-reason"
            }
        }

        package var arguments: [String: String] {
            guard case .doesNotMatch(let missing, let unknown, let repeated) = self else { return [:] }
            return ["missing": String(missing), "unknown": String(unknown), "repeated": String(repeated)]
        }
    }

    package static var initial: Ballot { .notCast }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.cast, .cast): throw .alreadyCast
        case (.notCast, .cast(let round, let evaluator, let votes, let recusals, let candidates, let sealedVotes)):
            let named = votes.map(\.application) + recusals.map(\.application)
            let (asked, answered) = (Set(candidates), Set(named))
            guard named.count == asked.count, asked == answered else {
                throw .doesNotMatch(
                    missing: asked.subtracting(answered).count,
                    unknown: answered.subtracting(asked).count,
                    repeated: named.count - answered.count
                )
            }
            guard recusals.allSatisfy({ !$0.reason.allSatisfy(\.isWhitespace) }) else { throw .recusalWithoutReason }
            return [.cast(round: round, evaluator: evaluator, sealedVotes: sealedVotes, recusals: recusals)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .cast(let round, let evaluator, let sealedVotes, let recusals):
            self = .cast(round: round, evaluator: evaluator, sealedVotes: sealedVotes, recusals: recusals)
        }
    }
}

extension Ballot {
    /// The round it is cast in; nil before.
    package var round: UUID? { if case .cast(let round, _, _, _) = self { round } else { nil } }

    /// The account that cast it; nil before.
    package var evaluator: String? { if case .cast(_, let evaluator, _, _) = self { evaluator } else { nil } }

    /// The encrypted votes; nil before.
    package var sealedVotes: String? { if case .cast(_, _, let sealed, _) = self { sealed } else { nil } }

    /// Where the member stands aside.
    package var recusals: [Recusal] { if case .cast(_, _, _, let recusals) = self { recusals } else { [] } }
}
