import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Renewal and more occupations: asked for by the enterprise, decided by an officer who is shown the record.
    var tenureRequestRoutes: [Route] {
        [
            Route("POST /tenures/{id}/renewals") { [tenureRequests] call, tx in
                _ = try ownTenure(call, in: tx)
                let (wish, statement) = try call.body(RenewalBody.self).read()
                let made = try tenureRequests.make(
                    wish,
                    of: call.id(),
                    statement: statement,
                    because: call.cause,
                    in: tx
                )
                return try .created(TenureRequestView(made), version: made.newVersion)
            },
            Route("POST /tenures/{id}/additions") { [tenureRequests] call, tx in
                let tenure = try ownTenure(call, in: tx)
                let (wish, statement) = try call.body(AdditionBody.self)
                    .read(for: tenure.state.life?.kind ?? .general)
                let made = try tenureRequests.make(
                    wish,
                    of: call.id(),
                    statement: statement,
                    because: call.cause,
                    in: tx
                )
                return try .created(TenureRequestView(made), version: made.newVersion)
            },
            Route("GET /tenure-requests") { [tenureRequests] call, tx in
                var tenure: UUID?
                if let text = call.query("tenure") {
                    guard let id = UUID(uuidString: text) else {
                        throw InvalidInput(field: "tenure", code: "filing.not-an-id")
                    }
                    tenure = id
                }
                let found = try tenureRequests.store.page(
                    creditCode: call.narrowing(),
                    tenure: tenure,
                    phase: call.phase(),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let shown = found.prefix(call.page.limit)
                return try .page(
                    shown.compactMap { TenureRequestView($0) },
                    next: found.count > shown.count ? shown.last?.id : nil
                )
            },
            Route("GET /tenure-requests/{id}") { [tenureRequests, record] call, tx in
                let request = try tenureRequest(call, in: tx)
                guard let asked = request.state.asked else { throw NotFound("tenure-request") }
                let family = try record.family(of: asked.filing, in: tx)
                let now = try tenureRequests.record(of: family, on: call.cause.today, in: tx)
                return try .ok(TenureRequestView(request, now: now), version: request.version)
            },
            Route("POST /tenure-requests/{id}/grant") { call, tx in try decide(call, isGranted: true, in: tx) },
            Route("POST /tenure-requests/{id}/refusal") { call, tx in try decide(call, isGranted: false, in: tx) },
            Route("POST /tenure-requests/{id}/withdrawal") { [tenureRequests] call, tx in
                let request = try commandedRequest(call, in: tx)
                let withdrawn = try tenureRequests.withdraw(request, because: call.cause, in: tx)
                return try .ok(TenureRequestView(withdrawn), version: withdrawn.newVersion)
            },
        ]
    }

    private func decide(_ call: Call, isGranted: Bool, in tx: borrowing Transaction) throws -> Answer {
        let (reasons, through) = try call.body(RequestDecisionBody.self).read()
        let request = try commandedRequest(call, in: tx)
        // Filed with the city or the province: its officers decide.
        guard let asked = request.state.asked, let life = try tenureRegister.find(asked.filing, in: tx)?.state.life
        else { throw NotFound("tenure-request") }
        try call.require(authority: addressees.kind(ofGeneral: life.restsOn ?? life.filing, in: tx))
        let decided = try tenureRequests.decide(
            request,
            isGranted: isGranted,
            through: through,
            reasons: reasons,
            by: call.namedOfficer,
            because: call.cause,
            in: tx
        )
        return try .ok(TenureRequestView(decided), version: decided.newVersion)
    }

    /// The filing an enterprise asks something about, its own.
    private func ownTenure(_ call: Call, in tx: borrowing Transaction) throws -> Stored<Tenure> {
        guard let tenure = try tenureRegister.find(call.id(), in: tx), let life = tenure.state.life else {
            throw NotFound("tenure")
        }
        try call.require(enterprise: life.filer.creditCode)
        return tenure
    }

    /// An application the caller may see.
    private func tenureRequest(_ call: Call, in tx: borrowing Transaction) throws -> Stored<TenureRequest> {
        let request = try tenureRequests.store.read(call.id(), in: tx)
        guard let asked = request.state.asked else { throw NotFound("tenure-request") }
        try call.require(enterprise: asked.filer.creditCode)
        return request
    }

    /// An application the caller commands, as the caller saw it; locked after the filing it is about.
    private func commandedRequest(_ call: Call, in tx: borrowing Transaction) throws -> Stored<TenureRequest> {
        guard let filing = try tenureRequest(call, in: tx).state.asked?.filing else { throw NotFound("tenure-request") }
        try requireNoInterest(call, in: filing, tx)
        _ = try tenures.store.find(filing, in: tx)
        let request = try tenureRequests.store.find(call.id(), in: tx)
        try request.expect(version: call.expectedVersion())
        return request
    }
}
