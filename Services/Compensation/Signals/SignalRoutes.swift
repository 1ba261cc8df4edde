import CompensationDomain
import Foundation
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// What the authority and the filing go by.
    var signalRoutes: [Route] {
        [
            Route("GET /enterprises/{creditCode}/record") { call, tx in
                let creditCode = call.parameter("creditCode")
                try call.require(enterprise: creditCode)
                try requireCounty(of: creditCode, call, in: tx)
                guard try directory.find(creditCode: creditCode, in: tx) != nil else { throw NotFound("enterprise") }
                return try .ok(EnterpriseRecord(of: creditCode, today: call.cause.today, in: tx))
            },
            Route("GET /certificates-awaiting-appointment") { call, tx in
                let page = call.page
                let found = try AwaitedView.page(
                    creditCode: call.enterprise(),
                    county: call.countyAskedFor(),
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                let last = found.count == page.limit ? found.last.flatMap { UUID(uuidString: $0.id) } : nil
                return try .page(found, next: last)
            },
        ]
    }
}
