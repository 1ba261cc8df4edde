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
                let basis = try generalFilings.find(general, in: tx)
                guard let filer = basis.state.application?.filer else { throw NotFound("general-filing") }
                try call.require(enterprise: filer.creditCode)
                let filing = try draftSpecialFiling(
                    on: basis,
                    for: occupations,
                    application,
                    plan,
                    because: call.cause,
                    in: tx
                )
                try coverages.name(coverage, of: filing.id, filer: filer.id, because: call.cause, in: tx)
                return try .created(SpecialFilingView(filing.id, filing.state), version: filing.newVersion)
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
                return try call.page(of: entries) { SpecialFilingView($0.id, $0.state) }
            },
            Route("GET /special-filings/{id}") { call, tx in
                guard let entry = try register.specialFiling(call.id(), in: tx),
                    let filer = entry.state.dossier?.filer
                else { throw NotFound("special-filing") }
                try call.require(enterprise: filer.creditCode)
                try call.require(anyCounty: coverages.counties(of: entry.id, filer: filer.id, in: tx))
                return try .ok(SpecialFilingView(entry.id, entry.state), version: entry.version)
            },
            Route("PUT /special-filings/{id}/work-plan") { call, tx in
                var check = Check()
                let plan = try call.body(WorkPlanBody.self).plan(&check)
                try check.done()
                var filing = try call.opened(specialFilings, addressees, in: tx)
                try replaceWorkPlan(of: &filing, by: plan, because: call.cause, in: tx)
                return try .ok(filing)
            },
            Route("PUT /special-filings/{id}/application") { call, tx in
                let (application, occupations) = try call.body(RevisionBody.self).read()
                var filing = try call.opened(specialFilings, addressees, in: tx)
                try reviseApplication(of: &filing, to: application, occupations, because: call.cause, in: tx)
                return try .ok(filing)
            },
            Route("POST /special-filings/{id}/submission") { call, tx in
                var filing = try call.opened(specialFilings, addressees, in: tx)
                try submitSpecialFiling(&filing, because: call.cause, in: tx)
                return try .ok(filing)
            },
            Route("POST /special-filings/{id}/resubmission") { call, tx in
                var filing = try call.opened(specialFilings, addressees, in: tx)
                try submitSpecialFiling.again(&filing, because: call.cause, in: tx)
                return try .ok(filing)
            },
        ]
    }
}
