import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What was found short, and how it is corrected.
    var parityRoutes: [Route] {
        [
            Route("GET /shortfalls") { [keepShortfalls] call, tx in
                let page = call.page
                let found = try keepShortfalls.store.page(
                    creditCode: call.enterprise(),
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                return try .page(found.compactMap(ShortfallView.init), next: page.next(found))
            },
            Route("POST /shortfalls/{id}/settlement") { [keepShortfalls, measureParity, appointments] call, tx in
                let how = try call.body(SettlementBody.self).validated()
                let creditCode = try keepShortfalls.store.employer(of: call.id(), in: tx)
                try call.require(enterprise: creditCode)
                try measureParity.lock([creditCode], in: tx)
                let shortfall = try keepShortfalls.store.load(call.id(), in: tx)
                guard let finding = shortfall.state.finding else { throw NotFound("shortfall") }
                try shortfall.expect(version: call.expectedVersion())
                // While it goes on, nothing is made good by words.
                if finding.source == .benchmark, finding.through == nil,
                    let last = try appointments.find(finding.appointment, in: tx).state.last, last >= call.cause.today
                {
                    throw StillShort()
                }
                let settled = try keepShortfalls.settle(shortfall, how: how, because: call.cause, in: tx)
                return try .ok(ShortfallView(settled), version: settled.newVersion)
            },
            Route("POST /appointments/{id}/band") { [changeBand] call, tx in
                let step = try call.body(BandChangeBody.self).validated()
                let (id, version) = try own(call, in: tx)
                return try ok(changeBand(id, step, seen: version, because: call.cause, in: tx), call)
            },
        ]
    }
}

/// How the enterprise corrected it.
struct SettlementBody: Decodable {
    let how: String

    /// - Throws: `InvalidInput`.
    func validated() throws -> String {
        var checks = Checks()
        return try checks.finish(checks.plain(how, "how", upTo: 500))
    }
}

/// The band still begins below the benchmark: it is raised before anything is settled.
struct StillShort: Rejection, Hashable {
    var code: String { "compensation.still-short" }
}
