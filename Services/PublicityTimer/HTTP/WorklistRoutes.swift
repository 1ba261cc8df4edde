import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// The objections an office has to handle, and those it only has to know are overdue.
    var worklistRoutes: [Route] {
        [
            Route("GET /objections") { [register, objections] call, tx in
                let page = call.page
                let found = try objections.register.page(
                    call.worklist(),
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                var displays: [UUID: Display] = [:]
                let views = try found.compactMap { objection -> ObjectionView? in
                    guard let complaint = objection.state.complaint else { return nil }
                    if displays[complaint.notice] == nil {
                        displays[complaint.notice] = try register.find(complaint.notice, in: tx)?.state.display
                    }
                    // One about the caller's own name is not shown to the caller.
                    if let person = complaint.subject.person, person == call.caller.person { return nil }
                    return ObjectionView(
                        objection,
                        on: displays[complaint.notice],
                        content: complaint.addressee == call.handles ? try objections.content(of: objection) : nil,
                        today: call.cause.today
                    )
                }
                return try .page(views, next: found.count == page.limit ? found.last?.id : nil).unkept
            },
            Route("GET /objections/{id}") { [register, objections] call, tx in
                let handled = try call.handled(objections, register, in: tx)
                return try .shown(handled.objection, on: handled.display, objections, call)
            },
            Route("GET /objections/{id}/answer") { [register, objections] call, tx in
                let handled = try call.handled(objections, register, in: tx)
                return try objections.paper(for: handled.objection, register, in: tx)
            },
        ]
    }
}

extension Answer {
    /// An objection for who handles it, with its version.
    static func shown(
        _ objection: Stored<Objection>,
        on display: Display,
        _ objections: Objections,
        _ call: Call
    ) throws -> Answer {
        let view = ObjectionView(
            objection,
            on: display,
            content: try objections.content(of: objection),
            today: call.cause.today
        )
        guard let view else { throw NotFound("objection") }
        return try Answer.ok(view, version: objection.newVersion).unkept
    }
}
