import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Persons with a determination or certificate and no appointment.
    var holderRoutes: [Route] {
        [
            Route("GET /holders") { [holders, filings] call, tx in
                let page = call.page
                let found = try holders.pageOfFree(
                    creditCode: call.enterprise(),
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                let suspended = try filings.suspended(among: found.compactMap(\.state.certificate?.id), in: tx)
                return try .page(
                    found.compactMap { holder in
                        let certificate = holder.state.certificate?.id
                        return HolderView(holder, isSuspended: certificate.map(suspended.contains) ?? false)
                    },
                    next: page.next(found)
                )
            }
        ]
    }
}
