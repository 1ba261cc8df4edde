import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What a person sees, says is not so, and how that is handled.
    var denialRoutes: [Route] { ownRoutes + deskRoutes }

    private var ownRoutes: [Route] {
        [
            Route("GET /me/entitlement") { [denials, attestMonth] call, tx in
                let person = try call.person()
                let attested = try attestMonth.store.of(person: person, limit: 400, in: tx)
                let entitlements = try denials.duties.entitlements(of: person, in: tx)
                let views = try denials.duties.of(person: person, in: tx).map { duty in
                    let own = attested.filter { $0.state.statement?.appointment == duty.appointment }
                    let ends = entitlements[duty.appointment]?.ends ?? .expiry
                    return EntitlementView(duty, ends: ends, own, today: call.cause.today)
                }
                return try .page(views, next: nil)
            },
            Route("POST /me/denials") { [denials] call, tx in
                let request = try call.body(DenialBody.self).validated()
                let denial = try denials.receive(request, from: call.person(), because: call.cause, in: tx)
                return try .created(
                    DenialView(denial, for: .person, today: call.cause.today, desk: denials),
                    version: denial.newVersion
                )
            },
            Route("GET /me/denials") { [denials] call, tx in
                let page = call.page
                let filter = DenialStore.Filter(person: try call.person())
                let found = try denials.store.page(filter, after: page.after, limit: page.limit, in: tx)
                return try .page(
                    found.compactMap { try DenialView($0, for: .person, today: call.cause.today, desk: denials) },
                    next: page.next(found)
                )
            },
            Route("POST /me/denials/{id}/withdrawal") { [denials] call, tx in
                var denial = try denials.store.load(call.id(), in: tx)
                guard try denial.state.claim?.person == call.person() else { throw NotFound("denial") }
                try denials.withdraw(&denial, because: call.cause, in: tx)
                return try .ok(
                    DenialView(denial, for: .person, today: call.cause.today, desk: denials),
                    version: denial.newVersion
                )
            },
        ]
    }

    private var deskRoutes: [Route] {
        [
            Route("GET /denials") { [denials] call, tx in
                let page = call.page
                let isOverdue = call.query("overdue") == "true"
                let filter = DenialStore.Filter(
                    creditCode: try call.enterprise(),
                    county: try call.countyAskedFor(),
                    overdueOn: isOverdue ? call.cause.today : nil
                )
                let found = try denials.store.page(filter, after: page.after, limit: page.limit, in: tx)
                let side = call.caller.role.isOfEnterprise ? DenialView.Side.enterprise : .authority
                return try .page(
                    found.compactMap { try DenialView($0, for: side, today: call.cause.today, desk: denials) },
                    next: page.next(found)
                )
            },
            Route("POST /denials/{id}/answer") { [denials] call, tx in
                let body = try call.body(DenialAnswerBody.self)
                var denial = try denials.store.load(call.id(), in: tx)
                try call.require(enterprise: denial.state.claim?.creditCode ?? "")
                let text = try body.text.denialText("text")
                try denials.answer(&denial, concedes: body.concedes, text: text, because: call.cause, in: tx)
                return try .ok(
                    DenialView(denial, for: .enterprise, today: call.cause.today, desk: denials),
                    version: denial.newVersion
                )
            },
            Route("POST /denials/{id}/decision") { [denials] call, tx in
                let body = try call.body(DenialDecisionBody.self)
                var denial = try denials.store.load(call.id(), in: tx)
                let finding = try body.finding.denialText("finding")
                try denials.decide(&denial, upheld: body.upheld, finding: finding, because: call.cause, in: tx)
                return try .ok(
                    DenialView(denial, for: .authority, today: call.cause.today, desk: denials),
                    version: denial.newVersion
                )
            },
        ]
    }
}

extension Call {
    /// The person of the register the account is tied to.
    ///
    /// - Throws: ``NoPerson``.
    func person() throws -> UUID {
        guard let person = caller.person else { throw NoPerson() }
        return person
    }
}

/// The account is tied to nobody of the register.
struct NoPerson: Rejection, Hashable {
    var code: String { "compensation.no-person" }
}
