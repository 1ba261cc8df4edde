import FilingDomain
import Messaging
import ServiceKit

extension Main {
    /// What the centre does with special-grade filings.
    var decisionRoutes: [Route] {
        [
            Route("POST /special-filings/{id}/corrections") { call, tx in
                let requests = try call.body(CorrectionsBody.self).read()
                var filing = try call.opened(specialFilings, addressees, in: tx)
                try requestCorrections(of: &filing, requests, because: call.cause, in: tx)
                return try .ok(filing)
            },
            Route("POST /special-filings/{id}/acceptance") { call, tx in
                let authority = try call.body(SpecialAcceptanceBody.self).read()
                var filing = try call.opened(specialFilings, addressees, in: tx)
                try acceptSpecialFiling(&filing, authority: authority, because: call.cause, in: tx)
                return try .ok(filing)
            },
            Route("POST /special-filings/{id}/refusal") { call, tx in
                let reasons = try call.body(RefusalBody.self).read()
                var filing = try call.opened(specialFilings, addressees, in: tx)
                try refuseSpecialFiling(&filing, reasons: reasons, because: call.cause, in: tx)
                return try .ok(filing)
            },
        ]
    }
}
