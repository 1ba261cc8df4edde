import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The versions of filed work plans.
    var workPlanRoutes: [Route] {
        [
            Route("GET /special-filings/{id}/work-plans") { call, tx in
                let filing = try read(call, in: tx)
                let inForce = try workPlanChanges.plans.inForce(of: filing, in: tx)?.number
                let changes = try workPlanChanges.store.list(of: filing.id, in: tx)
                let lines = try workPlanChanges.plans.list(of: filing.id, in: tx).map { kept in
                    WorkPlanLine(
                        kept,
                        inForce: inForce,
                        change: changes.first { $0.state.proposal?.plan.number == kept.number }?.id
                    )
                }
                return try .page(lines, next: nil)
            },
            Route("GET /special-filings/{id}/work-plans/{version}") { call, tx in
                let filing = try read(call, in: tx)
                guard let number = Int(call.parameter("version")) else { throw NotFound("work-plan") }
                let plan = try workPlanChanges.plans.find(number, of: filing.id, in: tx)
                var other: WorkPlans.Kept?
                if let against = call.query("against") {
                    guard let number = Int(against) else { throw NotFound("work-plan") }
                    other = try workPlanChanges.plans.find(number, of: filing.id, in: tx)
                }
                return try .ok(WorkPlanReading(plan, against: other))
            },
            Route("GET /special-filings/{id}/work-plan-changes") { call, tx in
                let filing = try read(call, in: tx)
                let changes = try workPlanChanges.store.list(of: filing.id, in: tx)
                let beside = try Showing(changes.map(\.id), today: call.cause.today, in: tx)
                let views = changes.compactMap { WorkPlanChangeView($0, handling: beside.handling(of: $0.id)) }
                return try .page(views, next: nil)
            },
            Route("GET /work-plan-changes/{id}") { call, tx in
                let change = try workPlanChanges.store.read(call.id(), in: tx)
                guard let proposal = change.state.proposal else { throw NotFound("work-plan-change") }
                try call.require(enterprise: proposal.filer.creditCode)
                return try shown(change, call, in: tx)
            },
        ]
    }

    /// Changed work plans, filed as new versions.
    var workPlanChangeRoutes: [Route] {
        [
            Route("POST /special-filings/{id}/work-plan-changes") { call, tx in
                let (plan, reason) = try call.body(WorkPlanChangeBody.self).read()
                let filing = try specials.store.find(call.id(), in: tx)
                guard let filer = filing.state.dossier?.filer else { throw NotFound("special-filing") }
                try call.require(enterprise: filer.creditCode)
                let change = try workPlanChanges.draft(of: filing, plan, reason: reason, because: call.cause, in: tx)
                return try shown(change, call, isNew: true, in: tx)
            },
            Route("PUT /work-plan-changes/{id}/work-plan") { call, tx in
                let (plan, reason) = try call.body(WorkPlanChangeBody.self).read()
                var change = try call.opened(workPlanChanges, in: tx)
                try workPlanChanges.revise(&change, to: plan, reason: reason, because: call.cause, in: tx)
                return try shown(change, call, in: tx)
            },
            Route("POST /work-plan-changes/{id}/submission") { call, tx in
                var change = try call.opened(workPlanChanges, in: tx)
                let filing = try filing(of: change, in: tx)
                try workPlanChanges.submit(&change, of: filing, because: call.cause, in: tx)
                return try shown(change, call, in: tx)
            },
            Route("POST /work-plan-changes/{id}/withdrawal") { call, tx in
                let reason = try call.body(WithdrawalBody.self).read()
                var change = try call.opened(workPlanChanges, in: tx)
                try workPlanChanges.withdraw(&change, reason: reason, because: call.cause, in: tx)
                return try shown(change, call, in: tx)
            },
            Route("POST /work-plan-changes/{id}/acceptance") { call, tx in
                let authority = try call.body(PlanAcceptanceBody.self).read()
                var change = try handled(change: call, in: tx)
                let filing = try filing(of: change, in: tx)
                try workPlanChanges.accept(
                    &change,
                    of: filing,
                    authority: authority,
                    by: Officer(call.caller),
                    because: call.cause,
                    in: tx
                )
                return try shown(change, call, in: tx)
            },
            Route("POST /work-plan-changes/{id}/refusal") { call, tx in
                let reasons = try call.body(RefusalBody.self).read()
                var change = try handled(change: call, in: tx)
                try workPlanChanges.refuse(
                    &change,
                    reasons: reasons,
                    by: Officer(call.caller),
                    because: call.cause,
                    in: tx
                )
                return try shown(change, call, in: tx)
            },
        ]
    }

    /// The filing in the path, for a reader who may.
    private func read(_ call: Call, in tx: borrowing Transaction) throws -> Stored<SpecialFiling> {
        guard let entry = try register.specialFiling(call.id(), in: tx), let filer = entry.state.dossier?.filer else {
            throw NotFound("special-filing")
        }
        try call.require(enterprise: filer.creditCode)
        return Stored(id: entry.id, version: entry.version, state: entry.state)
    }

    /// The filing whose plan changes, locked.
    private func filing(
        of change: Stored<WorkPlanChange>,
        in tx: borrowing Transaction
    ) throws -> Stored<SpecialFiling> {
        guard let proposal = change.state.proposal else { throw NotFound("work-plan-change") }
        return try specials.store.find(proposal.filing, in: tx)
    }
}
