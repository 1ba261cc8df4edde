import FilingDomain
import Kernel
import ServiceKit

extension Main {
    /// The table of counties and zones.
    var jurisdictionRoutes: [Route] {
        [
            Route("GET /jurisdictions") { _, tx in
                try .page(jurisdictions.all(in: tx).map(JurisdictionView.init), next: nil)
            },
            Route("POST /jurisdictions") { call, tx in
                let entry = try call.body(JurisdictionBody.self).read()
                let outcomes = try listJurisdictions([entry], because: call.cause, in: tx)
                if case .refused(let problems)? = outcomes.first { throw InvalidInput(problems) }
                return try .created(JurisdictionView(entry))
            },
            // The body is the file itself, CSV or Excel.
            Route("POST /jurisdictions/import") { call, tx in
                let isRehearsal = call.query("dryRun") == "true"
                return try .ok(importJurisdictions(call.bytes, isRehearsal: isRehearsal, because: call.cause, in: tx))
            },
        ]
    }
}

/// A county or zone as it is shown.
struct JurisdictionView: Encodable {
    let code: String
    let name: String
    /// The code of GB/T 2260 it lies in.
    let parent: String

    init(_ entry: Jurisdiction.Entry) { (code, name, parent) = (entry.code, entry.name, entry.parent) }
}
