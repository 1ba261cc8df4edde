import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// What the operator's command line asks of every service.
struct OperatorRoutes: Sendable {
    let clock: BusinessClock

    static let access = Access([
        "GET /operator/clock": .only(.operator),
        "POST /operator/clock": .only(.operator),
        "GET /operator/calendar": .only(.operator),
        "GET /operator/parked": .only(.operator),
        "POST /operator/parked/{id}/retry": .only(.operator),
        "POST /operator/replay": .only(.operator),
        "PUT /operator/enterprise-access/{creditCode}": .only(.operator),
        "DELETE /operator/enterprise-access/{creditCode}": .only(.operator),
    ])

    struct ClockView: Codable {
        let now: Date
        let travels: Bool
    }

    struct ReplayWanted: Codable {
        let to: ServiceName
    }

    var routes: [Route] {
        [
            Route("GET /operator/clock") { [clock] _, _ in
                try .ok(ClockView(now: clock.now, travels: clock.travels))
            },
            Route("POST /operator/clock") { [clock] call, tx in
                struct Target: Decodable {
                    let to: Date
                }
                do {
                    try clock.travel(to: try call.body(Target.self).to, in: tx)
                } catch let refused as BusinessClock.TravelRefused {
                    throw ClockRejection(refused: refused)
                }
                try clock.refresh(in: tx)
                return try .ok(ClockView(now: clock.now, travels: clock.travels))
            },
            Route("GET /operator/calendar") { _, tx in try .ok(try CalendarCopy.status(in: tx)) },
            Route("GET /operator/parked") { call, tx in
                let page = call.page
                let items = try Parked.list(after: page.after, limit: page.limit, in: tx)
                return try .page(items, next: items.count == page.limit ? items.last?.id : nil)
            },
            Route("POST /operator/parked/{id}/retry") { call, tx in
                guard try Parked.retry(try call.id(), in: tx) else { throw NotFound("parked") }
                return .noContent()
            },
            Route("POST /operator/replay") { call, _ in try .ok(try call.body(ReplayWanted.self)) },
            Route("PUT /operator/enterprise-access/{creditCode}") { call, tx in
                let code = try CreditCode(call.parameter("creditCode")).text
                try EnterpriseAccess.grant(code, by: call.caller.subject, in: tx)
                return .noContent()
            },
            Route("DELETE /operator/enterprise-access/{creditCode}") { call, tx in
                try EnterpriseAccess.revoke(call.parameter("creditCode"), in: tx)
                return .noContent()
            },
        ]
    }
}

/// The clock did not travel.
struct ClockRejection: Rejection {
    let refused: BusinessClock.TravelRefused

    var code: String {
        switch refused {
        case .notAllowed: "common.clock-fixed"
        case .backwards: "common.clock-backwards"
        }
    }
}
