import FilingDomain
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// General filings (自主评价备案).
    var generalFilingRoutes: [Route] {
        [
            Route("POST /general-filings") { call, tx in
                let (creditCode, application) = try call.body(GeneralFilingBody.self).read()
                let authority = try call.body(AddresseeBody.self).read()
                try call.require(enterprise: creditCode.text)
                guard let enterprise = try enterprises.find(creditCode, in: tx) else { throw NotFound("enterprise") }
                let filing = try submitGeneralFiling(application(enterprise.id), because: call.cause, in: tx)
                try addressees.address(filing.id, to: authority, because: call.cause, in: tx)
                return try .created(GeneralFilingView(filing.id, filing.state), version: filing.newVersion)
            },
            Route("GET /general-filings") { call, tx in
                let entries = try register.generalFilings(
                    creditCode: call.narrowing(),
                    county: call.county(),
                    phase: call.phase(),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                return try call.page(of: entries) { GeneralFilingView($0.id, $0.state) }
            },
            Route("GET /general-filings/{id}") { call, tx in
                guard let entry = try register.generalFiling(call.id(), in: tx),
                    let filer = entry.state.application?.filer
                else { throw NotFound("general-filing") }
                try call.require(enterprise: filer.creditCode)
                try call.require(anyCounty: enterprises.find(filer.id, in: tx).state.counties)
                return try .ok(GeneralFilingView(entry.id, entry.state), version: entry.version)
            },
            Route("POST /general-filings/{id}/acceptance") { call, tx in
                let (agencyCode, term) = try call.body(GeneralAcceptanceBody.self).read()
                var filing = try call.opened(generalFilings, addressees, in: tx)
                try acceptGeneralFiling(&filing, agencyCode: agencyCode, term: term, because: call.cause, in: tx)
                return try .ok(filing)
            },
            Route("POST /general-filings/{id}/refusal") { call, tx in
                let reasons = try call.body(RefusalBody.self).read()
                var filing = try call.opened(generalFilings, addressees, in: tx)
                try refuseGeneralFiling(&filing, reasons: reasons, because: call.cause, in: tx)
                return try .ok(filing)
            },
        ]
    }
}
