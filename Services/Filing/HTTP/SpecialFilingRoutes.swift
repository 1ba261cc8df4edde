import FilingDomain
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// Special-grade filings (特级技师评价备案) as the enterprise writes them.
    var specialFilingRoutes: [Route] {
        [
            Route("POST /special-filings") { call, tx in
                let (general, occupations, application, plan) = try call.body(SpecialFilingBody.self).read()
                let coverage = try call.body(CoverageBody.self).read()
                let basis = try generals.store.find(general, in: tx)
                guard let filer = basis.state.application?.filer else { throw NotFound("general-filing") }
                try call.require(enterprise: filer.creditCode)
                let filing = try specials.draft(
                    on: basis,
                    for: occupations,
                    application,
                    plan,
                    because: call.cause,
                    in: tx
                )
                try coverages.name(coverage, of: filing.id, filer: filer.id, because: call.cause, in: tx)
                return try shown(filing, call, isNew: true, in: tx)
            },
            Route("GET /special-filings") { call, tx in
                let entries = try register.specialFilings(
                    creditCode: call.narrowing(),
                    county: call.county(),
                    phase: call.phase(),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let beside = try Showing(entries.map(\.id), today: call.cause.today, in: tx)
                return try call.page(of: entries) {
                    SpecialFilingView($0.id, $0.state, beside: .init(handling: beside.handling(of: $0.id)))
                }
            },
            Route("GET /special-filings/{id}") { call, tx in
                guard let entry = try register.specialFiling(call.id(), in: tx),
                    let filer = entry.state.dossier?.filer
                else { throw NotFound("special-filing") }
                try call.require(enterprise: filer.creditCode)
                try call.require(anyCounty: coverages.counties(of: entry.id, filer: filer.id, in: tx))
                return try shown(Stored(id: entry.id, version: entry.version, state: entry.state), call, in: tx)
            },
            Route("PUT /special-filings/{id}/work-plan") { call, tx in
                var check = Check()
                let plan = try call.body(WorkPlanBody.self).plan(&check)
                try check.done()
                var filing = try call.opened(specials, in: tx)
                try specials.replaceWorkPlan(of: &filing, by: plan, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
            Route("PUT /special-filings/{id}/application") { call, tx in
                let (application, occupations) = try call.body(RevisionBody.self).read()
                var filing = try call.opened(specials, in: tx)
                try specials.revise(&filing, to: application, occupations, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
            Route("POST /special-filings/{id}/submission") { call, tx in
                var filing = try call.opened(specials, in: tx)
                try specials.submit(&filing, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
            Route("PUT /special-filings/{id}/corrections/{number}/answer") { call, tx in
                let text = try call.body(CorrectionAnswerBody.self).read()
                var filing = try call.opened(specials, in: tx)
                try specials.answer(&filing, call.number(), text, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
            Route("POST /special-filings/{id}/resubmission") { call, tx in
                var filing = try call.opened(specials, in: tx)
                try specials.resubmit(&filing, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
            Route("POST /special-filings/{id}/withdrawal") { call, tx in
                let reason = try call.body(WithdrawalBody.self).read()
                var filing = try call.opened(specials, in: tx)
                try specials.withdraw(&filing, reason: reason, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
        ]
    }
}
