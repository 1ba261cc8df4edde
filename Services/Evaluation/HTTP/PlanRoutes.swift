import EvaluationDomain
import Foundation
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// Implementation plans.
    var planRoutes: [Route] {
        [
            Route("POST /plans") { call, tx in
                let body = try call.body(PlanBody.self)
                let scope = try stores.filings.scope(of: body.filing, in: tx)
                try call.require(enterprise: scope.enterprise.creditCode)
                let plan = try drawUpPlan(body.terms(in: scope), because: call.cause, in: tx)
                return try .created(PlanView(plan), version: plan.newVersion)
            },
            Route("GET /plans") { call, tx in
                let plans = try stores.planRegister.page(
                    of: call.listedEnterprise(),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                return try call.page(of: plans, id: \.id) { PlanView($0) }
            },
            Route("GET /plans/{id}") { call, tx in
                let plan = try stores.plans.read(call.id(), in: tx)
                try call.require(enterprise: plan.state.terms?.filing.enterprise.creditCode ?? "")
                return try .ok(PlanView(plan), version: plan.version)
            },
            Route("POST /plans/{id}/disclosure") { call, tx in
                let body = try call.body(DisclosureBody.self)
                let plan = try plan(call, call.id(), in: tx)
                try plan.expect(version: call.expectedVersion())
                let disclosure = try Disclosure(
                    shownToEmployeesOn: body.shownToEmployeesOn,
                    proof: body.proof,
                    sentToAuthorityOn: body.sentToAuthorityOn,
                    proofOfSending: body.proofOfSending,
                    today: call.cause.today
                )
                let disclosed = try disclosePlan(plan, disclosure, because: call.cause, in: tx)
                return try .ok(PlanView(disclosed), version: disclosed.newVersion)
            },
        ]
    }
}
