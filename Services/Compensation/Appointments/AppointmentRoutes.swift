import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Who is appointed to which post.
    var appointmentRoutes: [Route] {
        [
            Route("POST /appointments") { [appoint, posts] call, tx in
                let request = try call.body(AppointmentBody.self).validated()
                try call.require(enterprise: posts.employer(of: request.post, in: tx))
                let appointment = try appoint(request, because: call.cause, in: tx)
                return try .created(
                    AppointmentView(appointment, showsAmounts: true),
                    version: appointment.newVersion
                )
            },
            Route("GET /appointments") { [appointments, filings] call, tx in
                let page = call.page
                let found = try appointments.page(
                    creditCode: call.enterprise(),
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                let isOwn = call.caller.role == .enterpriseHR
                let flags = try filings.flags(of: found.map(\.id), in: tx)
                return try .page(
                    found.compactMap { AppointmentView($0, showsAmounts: isOwn, flag: flags[$0.id]) },
                    next: page.next(found)
                )
            },
        ]
    }
}
