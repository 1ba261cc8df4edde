import Documents
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The minutes of a round's vote.
    var minutesRoutes: [Route] {
        [
            Route("GET /rounds/{id}/minutes") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                let votings = try stores.votings.all(of: round.id, in: tx)
                try requireSight(of: round, votings, call)
                let candidates = votings.last?.state.poll?.electorate?.candidates ?? []
                let names = try candidateNames(candidates, in: tx)
                // A member of a vote that came to nothing sees no scores before the next one is over.
                let isOver = votings.last?.state.poll?.result != nil
                let scores = try stores.scorings.read(of: round.id, in: tx).state.results ?? []
                guard
                    let content = MinutesContent(
                        round,
                        votings,
                        names: names,
                        panel: try stores.panels.read(of: round.id, in: tx).state,
                        scores: isOver || call.caller.role != .evaluator ? scores : []
                    )
                else { throw NotFound("minutes") }
                let paper = MinutesPaper(content: content)
                return .file(try paper.printed(), type: "application/pdf", name: "评审纪要.pdf", isShown: true)
            }
        ]
    }
}
