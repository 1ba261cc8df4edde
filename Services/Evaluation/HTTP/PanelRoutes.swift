import EvaluationDomain
import Foundation
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// The panel: what it sees, its ballots, and the count.
    var panelRoutes: [Route] {
        [
            Route("POST /rounds/{id}/panel") { call, tx in
                let round = try openVoting(expectedRound(call, in: tx), because: call.cause, in: tx)
                return try .ok(view(of: round, for: call, in: tx), version: round.newVersion)
            },
            Route("GET /rounds/{id}/candidates") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                let candidates = try round.state.candidates(for: call.caller.subject)
                let applications = try stores.applications.read(candidates, in: tx)
                let names = try stores.persons.names(of: applications.compactMap { $0.state.entry?.person }, in: tx)
                let views = applications.compactMap { application in
                    CandidateView(application, name: application.state.entry.flatMap { names[$0.person] })
                }
                return try .page(views, next: nil)
            },
            Route("POST /rounds/{id}/ballots") { call, tx in
                let body = try call.body(BallotBody.self)
                let ballot = try castBallot(
                    of: call.caller.subject,
                    in: call.id(),
                    votes: body.votes,
                    recusals: body.recusals ?? [],
                    because: call.cause,
                    in: tx
                )
                return try .created(["id": ballot.id.lowercase], version: ballot.newVersion)
            },
            Route("POST /rounds/{id}/count") { call, tx in
                let round = try countVotes(expectedRound(call, in: tx), because: call.cause, in: tx)
                return try .ok(view(of: round, for: call, in: tx), version: round.newVersion)
            },
        ]
    }
}
