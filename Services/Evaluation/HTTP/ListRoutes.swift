import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Proposed lists and determinations.
    var listRoutes: [Route] {
        [
            Route("POST /rounds/{id}/proposed-list") { call, tx in
                let body = try call.body(ProposalBody.self)
                let proposed = try proposeList(
                    expectedRound(call, in: tx),
                    publishedOn: body.publishedOn,
                    because: call.cause,
                    in: tx
                )
                let names = try stores.persons.names(of: proposed.list.state.names.map(\.person), in: tx)
                return try .created(ListView(proposed.list, names: names), version: proposed.round.newVersion)
            },
            Route("POST /rounds/{id}/proposed-list/withdrawal") { call, tx in
                let reason = try call.body(ReasonBody.self).checked()
                let round = try withdrawList(
                    of: expectedRound(call, in: tx),
                    reason: reason,
                    because: call.cause,
                    in: tx
                )
                return try .ok(view(of: round, in: tx), version: round.newVersion)
            },
            Route("GET /rounds/{id}/determinations") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                let determinations = try stores.roundRegister.determinations(of: round.id, in: tx)
                let names = try stores.persons.names(of: determinations.flatMap(\.state.persons), in: tx)
                return try .page(determinations.compactMap { DeterminationView($0, names: names) }, next: nil)
            },
            Route("POST /determinations/{id}/signature") { call, tx in
                let determination = try stores.determinations.load(call.id(), in: tx)
                let round = try stores.rounds.read(determination.state.basis?.round ?? determination.id, in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                try determination.expect(version: call.expectedVersion())
                let signed = try signDetermination(determination, by: call.caller.name, because: call.cause, in: tx)
                let names = try stores.persons.names(of: signed.state.persons, in: tx)
                return try .ok(DeterminationView(signed, names: names), version: signed.newVersion)
            },
        ]
    }
}
