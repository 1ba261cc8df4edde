import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What clients can ask.
    var routes: [Route] { commands + lists }

    private var commands: [Route] {
        [
            Route("POST /benchmarks") { [declareBenchmark, self] call, tx in
                let body = try call.body(BenchmarkBody.self)
                let employer = try employer(body.creditCode, of: call, in: tx)
                let benchmark = try declareBenchmark(
                    body.validated(employer: employer),
                    because: call.cause,
                    in: tx
                )
                return try .created(BenchmarkView(benchmark), version: benchmark.newVersion)
            },
            Route("POST /posts") { [establishPost, self] call, tx in
                let body = try call.body(PostBody.self)
                let employer = try employer(body.creditCode, of: call, in: tx)
                let post = try establishPost(body.validated(employer: employer), because: call.cause, in: tx)
                return try .created(PostView(post, today: call.cause.today), version: post.newVersion)
            },
            Route("POST /appointments") { [appoint, posts] call, tx in
                let request = try call.body(AppointmentBody.self).validated()
                try call.require(enterprise: posts.employer(of: request.post, in: tx))
                let appointment = try appoint(request, because: call.cause, in: tx)
                return try .created(
                    AppointmentView(appointment, showsAmounts: true),
                    version: appointment.newVersion
                )
            },
        ]
    }

    private var lists: [Route] {
        [
            Route("GET /benchmarks") { [benchmarks] call, tx in
                let page = call.page
                let found = try benchmarks.page(
                    of: call.enterprise() ?? "",
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                return try .page(found.compactMap(BenchmarkView.init), next: page.next(found))
            },
            Route("GET /posts") { [posts] call, tx in
                let page = call.page
                let found = try posts.page(creditCode: call.enterprise(), after: page.after, limit: page.limit, in: tx)
                return try .page(
                    found.compactMap { PostView($0, today: call.cause.today) },
                    next: page.next(found)
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
            },
        ]
    }

    /// The enterprise a body names, if it is the caller's own and registered.
    private func employer(
        _ creditCode: String,
        of call: Call,
        in tx: borrowing Transaction
    ) throws -> EnterpriseRef {
        var checks = Checks()
        let creditCode = checks.creditCode(creditCode)
        try checks.finish()
        try call.require(enterprise: creditCode)
        guard let known = try directory.find(creditCode: creditCode, in: tx) else { throw NotFound("enterprise") }
        return known.enterprise
    }
}

extension Call {
    /// The enterprise a list is about: an enterprise's people see their own, officers what they ask for.
    fileprivate func enterprise() throws -> String? {
        guard caller.role.isOfEnterprise else { return query("creditCode") }
        let own = caller.organisation ?? ""
        try require(enterprise: own)
        return own
    }
}

extension Page {
    /// Where the next page begins, nil when this one was not full.
    fileprivate func next(_ found: [Stored<some Decider>]) -> UUID? {
        found.count == limit ? found.last?.id : nil
    }
}
