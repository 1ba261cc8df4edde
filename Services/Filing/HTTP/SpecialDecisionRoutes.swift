import FilingDomain
import Messaging
import ServiceKit

extension Main {
    /// What the authority does with special-grade filings.
    var specialDecisionRoutes: [Route] {
        [
            Route("POST /special-filings/{id}/corrections") { call, tx in
                let requests = try call.body(CorrectionsBody.self).read()
                var filing = try handled(special: call, in: tx)
                try specials.requestCorrections(
                    of: &filing,
                    requests,
                    by: Officer(call.caller),
                    because: call.cause,
                    in: tx
                )
                return try shown(filing, call, in: tx)
            },
            Route("POST /special-filings/{id}/acceptance") { call, tx in
                let (authority, scopeReason) = try call.body(SpecialAcceptanceBody.self).read()
                var filing = try handled(special: call, in: tx)
                try acceptSpecialFiling(
                    &filing,
                    authority: authority,
                    scopeReason: scopeReason,
                    by: Officer(call.caller),
                    because: call.cause,
                    in: tx
                )
                return try shown(filing, call, in: tx)
            },
            Route("POST /special-filings/{id}/refusal") { call, tx in
                let reasons = try call.body(RefusalBody.self).read()
                var filing = try handled(special: call, in: tx)
                try specials.refuse(&filing, reasons: reasons, by: Officer(call.caller), because: call.cause, in: tx)
                return try shown(filing, call, in: tx)
            },
        ]
    }
}
