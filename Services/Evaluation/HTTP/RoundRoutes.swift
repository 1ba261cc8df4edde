import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Rounds.
    var roundRoutes: [Route] {
        [
            Route("POST /rounds") { call, tx in
                let plan = try plan(call, call.body(RoundBody.self).plan, in: tx)
                let round = try openRound(under: plan, because: call.cause, in: tx)
                return try .created(RoundView(round), version: round.newVersion)
            },
            Route("GET /rounds") { call, tx in
                let rounds = try stores.roundRegister.page(
                    of: call.listedEnterprise(),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let standings = try FilingStandings.read(rounds.compactMap { $0.state.terms?.filing.filing }, in: tx)
                return try call.page(of: rounds, id: \.id) { round in
                    RoundView(round)?.under(round.state.terms.flatMap { standings[$0.filing.filing] })
                }
            },
            Route("GET /rounds/{id}") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                if let replay = try call.replay() {
                    let before = try replay.one(round.id, of: "round", as: Round.self, in: tx)
                    return try .ok(RoundAsOfView(before, by: replay, for: call, from: stores, in: tx)).unkept
                }
                return try .ok(view(of: round, for: call, in: tx), version: round.version)
            },
            Route("POST /rounds/{id}/eligibility") { call, tx in
                let round = try judgeEligibility(expectedRound(call, in: tx), because: call.cause, in: tx)
                return try .ok(view(of: round, for: call, in: tx), version: round.newVersion)
            },
        ]
    }

    /// A round with its numbers and its newest list.
    func view(of round: Stored<Round>, for call: Call, in tx: borrowing Transaction) throws -> RoundView? {
        let list = try stores.roundRegister.list(of: round.id, in: tx)
        let names = try stores.persons.names(of: list?.state.names.map(\.person) ?? [], in: tx)
        let filing = round.state.terms?.filing.filing
        let standing = try filing.flatMap { try FilingStandings.read([$0], in: tx)[$0] }
        let poll = try stores.votings.all(of: round.id, in: tx).last?.state.poll
        let frozen = try filing.map {
            try stores.frozenDays.days(of: $0, through: call.cause.today, in: tx)
        }
        let window = round.state.terms?.applicationWindow(givingBack: frozen ?? [])
        return try RoundView(round)?.under(standing).with(window: window).with(
            counts: stores.roundRegister.counts(of: round.id, in: tx),
            ballots: poll?.voted.count ?? stores.roundRegister.ballots(of: round.id, in: tx),
            seats: poll?.electorate?.electors.count ?? round.state.terms?.panel.count ?? 0,
            list: list.flatMap {
                try ListView($0, names: names, leaving: rest(beside: $0, in: tx), for: ListReader(call))
            }
        )
    }
}
