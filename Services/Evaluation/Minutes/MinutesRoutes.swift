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
                let names = try toldApart(candidateNames(candidates, in: tx), in: tx)
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

    /// The names, each that more than one has with the workshop beside it.
    private func toldApart(_ names: [UUID: String], in tx: borrowing Transaction) throws -> [UUID: String] {
        let namesakes = Dictionary(grouping: names.keys) { names[$0] ?? "" }.values.filter { $0.count > 1 }
        let applications = try stores.applications.read(namesakes.flatMap { $0 }, in: tx)
        return applications.reduce(into: names) { told, application in
            guard let name = names[application.id], let entry = application.state.entry else { return }
            told[application.id] = "\(name)(\(entry.particulars.workshop))"
        }
    }
}
