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
                    reasonForExceeding: body.reason(),
                    because: call.cause,
                    in: tx
                )
                let names = try stores.persons.names(of: proposed.list.state.names.map(\.person), in: tx)
                return try .created(
                    ListView(proposed.list, names: names, leaving: nil, for: ListReader(call)),
                    version: proposed.round.newVersion
                )
            },
            Route("POST /rounds/{id}/proposed-list/withdrawal") { call, tx in
                let reason = try call.body(ReasonBody.self).checked()
                let round = try withdrawList(
                    of: withdrawableRound(call, in: tx),
                    reason: reason,
                    because: call.cause,
                    in: tx
                )
                return try .ok(view(of: round, for: call, in: tx), version: round.newVersion)
            },
            Route("GET /lists/{id}") { call, tx in
                let list = try stores.lists.read(call.id(), in: tx)
                try call.require(enterprise: list.state.listing?.filing.enterprise.creditCode ?? "")
                if let replay = try call.replay() {
                    return try .ok(entries(of: list.id, by: replay, for: call, in: tx)).unkept
                }
                return try .ok(entries(of: list, for: call, in: tx), version: list.state.listing?.edition)
            },
            Route("POST /lists/{id}/amendments") { call, tx in
                let wanted = try call.body(AmendmentBody.self).wanted()
                let seen = try stores.lists.read(call.id(), in: tx)
                try call.require(enterprise: seen.state.listing?.filing.enterprise.creditCode ?? "")
                let list = try amendList(
                    seen.id,
                    edition: call.expectedVersion(),
                    wanted,
                    because: call.cause,
                    in: tx
                )
                return try .ok(entries(of: list, for: call, in: tx), version: list.state.listing?.edition)
            },
            Route("GET /rounds/{id}/determinations") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                let determinations = try stores.roundRegister.determinations(of: round.id, in: tx)
                let names = try stores.persons.names(of: determinations.flatMap(\.state.persons), in: tx)
                let standings = try standings(in: determinations, for: call, in: tx)
                let views = determinations.compactMap {
                    DeterminationView($0, names: names, standings: standings[$0.state.basis?.list ?? $0.id] ?? [:])
                }
                return try .page(views, next: nil)
            },
            Route("POST /determinations/{id}/signature") { call, tx in
                let determination = try stores.determinations.load(call.id(), in: tx)
                let round = try stores.rounds.read(determination.state.basis?.round ?? determination.id, in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                try determination.expect(version: call.expectedVersion())
                let list = determination.state.basis?.list ?? determination.id
                let signed = try signDetermination(determination, by: call.caller.name, because: call.cause, in: tx)
                let names = try stores.persons.names(of: signed.state.persons, in: tx)
                let standings = try standings(in: [signed], for: call, in: tx)
                return try .ok(
                    DeterminationView(signed, names: names, standings: standings[list] ?? [:]),
                    version: signed.newVersion
                )
            },
        ]
    }

    /// A list with its entries as they are shown.
    private func entries(
        of list: Stored<ProposedList>,
        for call: Call,
        in tx: borrowing Transaction
    ) throws -> ListView? {
        try ListView(
            list,
            entries: stores.shownNames(list.state.names, in: tx),
            leaving: rest(beside: list, in: tx),
            for: ListReader(call)
        )
    }

    /// A list with its entries as they were shown at an instant.
    private func entries(
        of id: UUID,
        by replay: Replay,
        for call: Call,
        in tx: borrowing Transaction
    ) throws -> ListView? {
        let list = try replay.one(id, of: "proposed_list", as: ProposedList.self, in: tx)
        guard let listing = list.state.listing else { throw NotFound("proposed_list") }
        let beside = try replay.all(
            stores.roundRegister.listIDs(of: listing.round, in: tx),
            of: "proposed_list",
            as: ProposedList.self,
            in: tx
        )
        let applications = try replay.all(
            list.state.names.map(\.application),
            of: "application",
            as: Application.self,
            in: tx
        )
        return try ListView(
            list,
            entries: stores.shownNames(list.state.names, as: applications, in: tx),
            leaving: RestOfRound(after: beside.map(\.state)),
            for: ListReader(call, at: replay.instant)
        )
    }

    /// What the lists of a list's round leave to be shown; nil where the list leaves nothing.
    func rest(beside list: Stored<ProposedList>, in tx: borrowing Transaction) throws -> RestOfRound? {
        guard case .onShow(let listing, let names) = list.state, names.contains(where: \.isToBeShownAgain) else {
            return nil
        }
        return try stores.roundRegister.rest(of: listing.round, in: tx)
    }

    /// How the names of the lists of determinations stand, by list and person; one query, however many there are.
    private func standings(
        in determinations: [Stored<Determination>],
        for call: Call,
        in tx: borrowing Transaction
    ) throws -> [UUID: [UUID: String]] {
        let reader = ListReader(call)
        let lists = try stores.lists.read(Set(determinations.compactMap(\.state.basis?.list)), in: tx)
        return lists.compactMapValues { list in
            guard let listing = list.state.listing else { return nil }
            return Dictionary(
                list.state.names.map { ($0.person, reader.word(for: $0, on: listing)) },
                uniquingKeysWith: { $1 }
            )
        }
    }
}
