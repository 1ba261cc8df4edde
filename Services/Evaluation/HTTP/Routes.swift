import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What clients can ask.
    var routes: [Route] {
        allRoutes.map { $0.stopping(by: gate).noting(stores.accounts) }
    }

    private var allRoutes: [Route] {
        planRoutes + roundRoutes + applicationRoutes + applyingRoutes + draftRoutes + applicationFileRoutes
            + importRoutes + ruleSetRoutes + mappingRoutes + relaxationRoutes + recheckRoutes
            + expertRoutes + formingRoutes + recusalRoutes + scoringRoutes + scoreSheetRoutes + scorePaperRoutes
            + defenceRoutes + votingRoutes + minutesRoutes + listRoutes + omissionRoutes + determinationRoutes
    }
}

extension Call {
    /// The enterprise lists are narrowed to: the caller's own, or the one an officer asks for.
    func listedEnterprise() throws -> String? {
        let asked = caller.role.isOfEnterprise ? caller.organisation ?? "" : query("creditCode")
        if let asked { try require(enterprise: asked) }
        return asked
    }

    /// A page of what was read with one more than its limit.
    func page<Item, View: Encodable>(
        of items: [Item],
        id: (Item) -> UUID,
        _ view: (Item) throws -> View?
    ) throws -> Answer {
        let shown = items.prefix(page.limit)
        return try .page(try shown.compactMap(view), next: items.count > shown.count ? shown.last.map(id) : nil)
    }
}

extension Main {
    /// A plan the caller may see.
    func plan(_ call: Call, _ id: UUID, in tx: borrowing Transaction) throws -> Stored<ImplementationPlan> {
        let plan = try stores.plans.load(id, in: tx)
        try call.require(enterprise: plan.state.terms?.filing.enterprise.creditCode ?? "")
        return plan
    }

    /// A round the caller may command, locked; refused while its filing keeps it from going on.
    func round(_ call: Call, _ id: UUID, in tx: borrowing Transaction) throws -> Stored<Round> {
        try call.require(
            enterprise: stores.rounds.read(id, in: tx).state.terms?.filing.enterprise.creditCode ?? ""
        )
        let round = try gate.running(id, in: tx)
        try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
        return round
    }

    /// A round the caller may take a list back from, also while nothing else goes on in it.
    func withdrawableRound(_ call: Call, in tx: borrowing Transaction) throws -> Stored<Round> {
        let round = try stores.rounds.load(call.id(), in: tx)
        try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
        try round.expect(version: call.expectedVersion())
        return round
    }

    /// A round the caller may command, as the caller has seen it.
    func expectedRound(_ call: Call, in tx: borrowing Transaction) throws -> Stored<Round> {
        let round = try round(call, call.id(), in: tx)
        try round.expect(version: call.expectedVersion())
        return round
    }
}
