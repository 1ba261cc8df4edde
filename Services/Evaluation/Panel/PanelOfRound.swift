import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// A round and its panel, both locked, while the panel can change.
struct PanelOfRound {
    let round: Stored<Round>
    var panel: Stored<Panel>

    /// The enterprise whose round it is.
    var creditCode: String { round.state.terms?.filing.enterprise.creditCode ?? "" }

    /// The share of the panel that must be able to vote on each candidate.
    var quorum: VotingRule.Share { round.state.quorum }
}

extension Round {
    /// The share of the panel that must be present at a vote; two thirds where the plan says nothing.
    var quorum: VotingRule.Share { terms?.votingRule?.quorum ?? .twoThirds }
}
