import FilingDomain
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// General filings (自主评价备案) as the enterprise writes them.
    var generalFilingRoutes: [Route] {
        [
            Route("POST /general-filings") { call, tx in
                let (creditCode, application) = try call.body(GeneralFilingBody.self).read()
                let authority = try call.body(AddresseeBody.self).read()
                try call.require(enterprise: creditCode.text)
                guard let enterprise = try enterprises.find(creditCode, in: tx) else { throw NotFound("enterprise") }
                let filing = try generals.submit(application(enterprise.id), because: call.cause, in: tx)
                try addressees.address(filing.id, to: authority, because: call.cause, in: tx)
                return try shown(filing, call, isNew: true, in: tx)
            },
            Route("POST /general-filings/drafts") { call, tx in
                let (creditCode, application) = try call.body(GeneralFilingBody.self).read(.draft)
                let authority = try call.body(AddresseeBody.self).read()
                try call.require(enterprise: creditCode.text)
                guard let enterprise = try enterprises.find(creditCode, in: tx) else { throw NotFound("enterprise") }
                let filing = try generals.draft(application(enterprise.id), because: call.cause, in: tx)
                try addressees.address(filing.id, to: authority, because: call.cause, in: tx)
                return try shown(filing, call, isNew: true, in: tx)
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
                let beside = try Showing(entries.map(\.id), today: call.cause.today, in: tx)
                return try call.page(of: entries) {
                    GeneralFilingView($0.id, $0.state, handling: beside.handling(of: $0.id))
                }
            },
            Route("GET /general-filings/{id}") { call, tx in
                guard let entry = try register.generalFiling(call.id(), in: tx),
                    let filer = entry.state.application?.filer
                else { throw NotFound("general-filing") }
                try call.require(enterprise: filer.creditCode)
                try call.require(anyCounty: enterprises.find(filer.id, in: tx).state.counties)
                return try shown(Stored(id: entry.id, version: entry.version, state: entry.state), call, in: tx)
            },
            Route("PUT /general-filings/{id}/application") { call, tx in
                var filing = try call.opened(generals, in: tx)
                guard let filer = filing.state.application?.filer else { throw NotFound("general-filing") }
                let application = try call.body(GeneralFilingBody.self).read(of: filer)
                try generals.revise(&filing, to: application, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
            Route("POST /general-filings/{id}/submission") { call, tx in
                var filing = try call.opened(generals, in: tx)
                try generals.submit(&filing, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
            Route("PUT /general-filings/{id}/corrections/{number}/answer") { call, tx in
                let text = try call.body(CorrectionAnswerBody.self).read()
                var filing = try call.opened(generals, in: tx)
                try generals.answer(&filing, call.number(), text, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
            Route("POST /general-filings/{id}/resubmission") { call, tx in
                var filing = try call.opened(generals, in: tx)
                try generals.resubmit(&filing, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
            Route("POST /general-filings/{id}/withdrawal") { call, tx in
                let reason = try call.body(WithdrawalBody.self).read()
                var filing = try call.opened(generals, in: tx)
                try generals.withdraw(&filing, reason: reason, because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
        ]
    }

    /// What the authority does with general filings.
    var generalDecisionRoutes: [Route] {
        [
            Route("POST /general-filings/{id}/corrections") { call, tx in
                let requests = try call.body(CorrectionsBody.self).read()
                var filing = try handled(general: call, in: tx)
                try generals.requestCorrections(
                    of: &filing,
                    requests,
                    by: Officer(call.caller),
                    because: call.cause,
                    in: tx
                )
                return try shown(filing, call, in: tx)
            },
            Route("POST /general-filings/{id}/acceptance") { call, tx in
                let (agencyCode, term, authority) = try call.body(GeneralAcceptanceBody.self).read()
                var filing = try handled(general: call, in: tx)
                try acceptGeneralFiling(
                    &filing,
                    agencyCode: agencyCode,
                    term: term,
                    authority: authority,
                    by: Officer(call.caller),
                    because: call.cause,
                    in: tx
                )
                return try shown(filing, call, in: tx)
            },
            Route("POST /general-filings/{id}/refusal") { call, tx in
                let reasons = try call.body(RefusalBody.self).read()
                var filing = try handled(general: call, in: tx)
                try generals.refuse(&filing, reasons: reasons, by: Officer(call.caller), because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
        ]
    }
}
