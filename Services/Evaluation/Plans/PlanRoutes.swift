import Attachments
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Implementation plans: their versions, their disclosure, and what the filing authority answers.
    var planRoutes: [Route] {
        [
            Route("POST /plans") { call, tx in
                let body = try call.body(PlanBody.self)
                let scope = try stores.filings.scope(of: body.filing, in: tx)
                try call.require(enterprise: scope.enterprise.creditCode)
                let terms = try body.terms(in: scope, above: floors(of: body, call, in: tx), on: call.cause.today)
                let plan = try drawUpPlan(terms, because: call.cause, in: tx)
                return try .created(PlanView(plan), version: plan.newVersion)
            },
            Route("POST /plans/{id}/versions") { call, tx in
                let body = try call.body(PlanBody.self)
                let scope = try stores.filings.scope(of: body.filing, in: tx)
                try call.require(enterprise: scope.enterprise.creditCode)
                try gate.requireInForce(scope.filing, on: call.cause.today, in: tx)
                let plan = try expectedPlan(call, in: tx)
                let revised = try drawUpPlan.revise(
                    plan,
                    to: body.terms(in: scope, above: floors(of: body, call, in: tx), on: call.cause.today),
                    reason: body.revisionReason(),
                    because: call.cause,
                    in: tx
                )
                return try .created(PlanView(revised), version: revised.newVersion)
            },
            Route("GET /plans") { call, tx in
                let plans = try stores.planRegister.page(
                    of: call.listedEnterprise(),
                    standing: call.planStanding(),
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
            Route("GET /plans/{id}/versions") { call, tx in
                let plan = try stores.plans.read(call.id(), in: tx)
                try call.require(enterprise: plan.state.terms?.filing.enterprise.creditCode ?? "")
                let rounds = try stores.roundRegister.rounds(under: plan.id, in: tx)
                let versions = plan.state.versions
                let views = zip(versions, [nil] + versions.dropLast()).map { version, before in
                    PlanVersionView(version, after: before, rounds: rounds[version.number] ?? [])
                }
                return try .page(views, next: nil)
            },
            Route("GET /plans/{id}/versions/{number}") { call, tx in
                let plan = try stores.plans.read(call.id(), in: tx)
                try call.require(enterprise: plan.state.terms?.filing.enterprise.creditCode ?? "")
                let number = Int(call.parameter("number"))
                guard let version = plan.state.versions.first(where: { $0.number == number }) else {
                    throw NotFound("plan-version")
                }
                let remarks = plan.state.course.remarks.filter { $0.version == number }
                return try .ok(PlanView(plan.id, version, remarks: remarks))
            },
            Route("POST /plans/{id}/disclosure") { call, tx in
                let body = try call.body(DisclosureBody.self)
                let plan = try expectedPlan(call, in: tx)
                let disclosure = try Disclosure(
                    shownToEmployeesOn: body.shownToEmployeesOn,
                    proof: body.proof,
                    sentToAuthorityOn: body.sentToAuthorityOn,
                    proofOfSending: body.proofOfSending,
                    shownFiles: PlanFiles.proofs(PlanFiles.shown, of: plan, from: files.store, in: tx),
                    sentFiles: PlanFiles.proofs(PlanFiles.sent, of: plan, from: files.store, in: tx),
                    today: call.cause.today
                )
                let disclosed = try disclosePlan(plan, disclosure, because: call.cause, in: tx)
                return try .ok(PlanView(disclosed), version: disclosed.newVersion)
            },
            Route("POST /plans/{id}/receipt") { call, tx in
                let plan = try answerPlan(
                    expectedPlan(call, in: tx),
                    .receive(call.planReceipt),
                    because: call.cause,
                    in: tx
                )
                return try .ok(PlanView(plan), version: plan.newVersion)
            },
            Route("POST /plans/{id}/remarks") { call, tx in
                let body = try call.body(RemarkBody.self)
                let remark = ImplementationPlan.Command.remark(
                    try body.checked(),
                    asksForRevision: body.asksForRevision ?? false,
                    by: call.planReceipt
                )
                let plan = try answerPlan(expectedPlan(call, in: tx), remark, because: call.cause, in: tx)
                return try .ok(PlanView(plan), version: plan.newVersion)
            },
        ] + shownPlanRoutes
    }

    /// A plan the caller may command, locked, as the caller has seen it.
    private func expectedPlan(_ call: Call, in tx: borrowing Transaction) throws -> Stored<ImplementationPlan> {
        let plan = try plan(call, call.id(), in: tx)
        try plan.expect(version: call.expectedVersion())
        return plan
    }
}

extension Call {
    /// The standing plans are narrowed to; nil for all.
    fileprivate func planStanding() throws -> PlanRegister.Standing? {
        guard let text = query("standing") else { return nil }
        guard let standing = PlanRegister.Standing(rawValue: text) else {
            throw InvalidInput(field: "standing", code: "evaluation.plan-standing")
        }
        return standing
    }

    /// That the caller, an officer, has received a plan.
    fileprivate var planReceipt: PlanReceipt { PlanReceipt(by: caller.subject, name: caller.name, on: cause.today) }
}

extension Main {
    /// What the plan may not go below, by the rule set it names or the one in force.
    private func floors(of body: PlanBody, _ call: Call, in tx: borrowing Transaction) throws -> RuleSet.Floors {
        try PinRuleSet(stores: stores).floors(of: body.ruleSet, on: call.cause.today, in: tx)
    }
}
