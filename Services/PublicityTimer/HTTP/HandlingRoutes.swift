import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// What the office does to which an objection is addressed.
    var handlingRoutes: [Route] {
        [
            Route("POST /notices/{id}/entered-objections") { [register, objections] call, tx in
                let notice = try call.notice(in: register, tx)
                guard let display = notice.state.display, let handles = call.handles else {
                    throw NotFound("notice")
                }
                var body = try call.body(EntryBody.self)
                body.objection.addressee = handles.rawValue
                let entry = try body.validated(for: display)
                if let person = entry.request.subject.person, person == call.caller.person { throw OwnCase() }
                let taken = try objections.enter(
                    entry.request,
                    to: notice.id,
                    by: entry.channel,
                    at: entry.receivedAt,
                    because: call.cause,
                    in: tx
                )
                guard let view = EntryView(taken) else { throw NotFound("objection") }
                return try .created(view, version: taken.objection.newVersion).unkept
            },
            reasoned("POST /objections/{id}/pursuit") { [objections] call, version, reason, tx in
                try objections.pursue(call.id(), version: version, finding: reason, because: call.cause, in: tx)
            },
            reasoned("POST /objections/{id}/leaving") { [objections] call, version, reason, tx in
                try objections.leave(call.id(), version: version, reason: reason, because: call.cause, in: tx)
            },
            reasoned("POST /objections/{id}/arguability") { [objections] call, version, reason, tx in
                try objections.findArguable(call.id(), version: version, reason: reason, because: call.cause, in: tx)
            },
            reasoned("POST /objections/{id}/extension") { [objections] call, version, reason, tx in
                try objections.extend(call.id(), version: version, reason: reason, because: call.cause, in: tx)
            },
            Route("POST /objections/{id}/decision") { [register, objections] call, tx in
                let handled = try call.handled(objections, register, in: tx)
                let (upheld, reason) = try call.body(DecisionBody.self).validated()
                let decided = try objections.decide(
                    handled.objection.id,
                    version: call.expectedVersion(),
                    upheld: upheld,
                    reason: reason,
                    because: call.cause,
                    in: tx
                )
                return try .shown(decided, on: handled.display, objections, call)
            },
        ]
    }

    /// A step that needs nothing but a reason.
    private func reasoned(
        _ key: String,
        _ step: @escaping @Sendable (Call, Int, String, borrowing Transaction) throws -> Stored<Objection>
    ) -> Route {
        Route(key) { [register, objections] call, tx in
            let handled = try call.handled(objections, register, in: tx)
            let reason = try call.body(ReasonBody.self).validated()
            let done = try step(call, call.expectedVersion(), reason, tx)
            return try .shown(done, on: handled.display, objections, call)
        }
    }
}
