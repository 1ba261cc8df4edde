import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Decisions about occupations whose names or codes changed between editions.
    var mappingRoutes: [Route] {
        [
            Route("GET /mapping-decisions") { call, tx in
                let decisions = try stores.mappings.page(
                    for: call.listedEnterprise(),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                if !call.caller.role.isOfEnterprise { try call.require(enterprise: "") }
                return try call.page(of: decisions, id: \.id) { MappingView($0) }
            },
            Route("POST /mapping-decisions") { call, tx in
                // What an enterprise decides holds for its own rounds, what the authority decides for all.
                let enterprise = call.caller.role.isOfEnterprise ? call.caller.organisation ?? "" : nil
                try call.require(enterprise: enterprise ?? "")
                let content = try call.body(MappingBody.self)
                    .content(of: enterprise, by: call.caller.subject, today: call.cause.today)
                var decision = Stored<MappingDecision>(new: NewID.v7())
                try decision.handle(.record(content))
                try stores.mappings.save(decision, because: call.cause, in: tx)
                return try .created(MappingView(decision), version: decision.newVersion)
            },
            Route("POST /mapping-decisions/{id}/withdrawal") { call, tx in
                var decision = try stores.mappings.load(call.id(), in: tx)
                // Nobody takes back what another has decided: neither an enterprise the authority's nor the other way.
                let owner = decision.state.content?.enterprise
                try call.require(enterprise: owner ?? "")
                if !call.caller.role.isOfEnterprise, owner != nil { throw ForeignMapping() }
                try decision.expect(version: call.expectedVersion())
                let reason = try call.body(ReasonBody.self).checked()
                let withdrawal = MappingDecision.Withdrawal(
                    by: call.caller.subject,
                    reason: reason,
                    on: call.cause.today
                )
                try decision.handle(.withdraw(withdrawal))
                try stores.mappings.save(decision, because: call.cause, in: tx)
                return try .ok(MappingView(decision), version: decision.newVersion)
            },
        ]
    }
}

/// The decision is another's: who decided takes it back.
struct ForeignMapping: Rejection, Hashable {
    var code: String { "evaluation.foreign-mapping" }
}
