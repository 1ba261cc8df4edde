import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The life of accepted filings: their terms, suspension and lifting, and whose renewal is due.
    var tenureRoutes: [Route] {
        [
            Route("GET /tenures") { [tenureRegister, tenures] call, tx in
                var filter = TenureRegister.Filter(creditCode: try call.narrowing(), phase: try call.phase())
                if let kind = call.query("kind") { filter.kind = try call.choice(kind, "kind") }
                let found = try tenureRegister.page(
                    filter,
                    on: call.cause.today,
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let shown = found.prefix(call.page.limit)
                return try .page(
                    shown.compactMap { TenureView($0, on: call.cause.today, tenures.rules) },
                    next: found.count > shown.count ? shown.last?.state.life?.filing : nil
                )
            },
            Route("GET /tenures/{id}") { [tenureRegister, tenures, record] call, tx in
                guard let tenure = try tenureRegister.find(call.id(), in: tx), let life = tenure.state.life else {
                    throw NotFound("tenure")
                }
                try call.require(enterprise: life.filer.creditCode)
                let family = try record.family(of: life.filing, in: tx)
                let view = TenureView(tenure, on: call.cause.today, tenures.rules)?
                    .with(try record(of: family, on: call.cause.today, in: tx))
                return try .ok(view, version: tenure.version)
            },
            Route("POST /tenures/{id}/suspension") { [tenures] call, tx in
                try requireNoInterest(call, in: call.id(), tx)
                let suspension = try call.body(SuspensionBody.self).read(today: call.cause.today)
                let tenure = try tenures.change(
                    call.id(),
                    at: call.expectedVersion(),
                    because: call.cause,
                    in: tx
                ) { _, _ in .suspend(suspension: suspension, on: call.cause.today) }
                return try .shown(tenure, tenures.rules, call)
            },
            Route("POST /tenures/{id}/lifting") { [tenures] call, tx in
                try requireNoInterest(call, in: call.id(), tx)
                let reasons = try call.body(ReasonsBody.self).read()
                let tenure = try tenures.change(
                    call.id(),
                    at: call.expectedVersion(),
                    because: call.cause,
                    in: tx
                ) { _, _ in .lift(reasons: reasons, on: call.cause.today) }
                return try .shown(tenure, tenures.rules, call)
            },
            Route("GET /renewals-due") { [tenureRegister, tenures] call, tx in
                let (day, rules) = (call.cause.today, tenures.rules)
                let last = day.adding(days: max(rules.opens, rules.thresholds.max() ?? 0) - 1)
                let found = try tenureRegister.ending(
                    by: last,
                    notBefore: day,
                    creditCode: call.narrowing(),
                    in: tx
                )
                let renewing = try tenureRegister.renewing(found.compactMap(\.state.life?.filing), in: tx)
                let views = found.compactMap {
                    RenewalDueView(
                        $0,
                        on: day,
                        rules,
                        isAppliedFor: $0.state.life.map { renewing.contains($0.filing) } ?? false
                    )
                }
                return try .page(views, next: nil)
            },
        ]
    }
}

extension Main {
    /// Refuses an officer who declared an interest in the enterprise of a filing; before any row is locked.
    ///
    /// - Throws: `NotFound`, ``OfficerInterests/Refused``.
    func requireNoInterest(_ call: Call, in filing: UUID, _ tx: borrowing Transaction) throws {
        guard let filer = try tenureRegister.find(filing, in: tx)?.state.life?.filer else { throw NotFound("tenure") }
        try interests.require(call.caller, filer.id, in: tx)
    }
}

extension Call {
    /// One of a few words in the query.
    ///
    /// - Throws: `InvalidInput` for another.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ text: String, _ field: String) throws -> Choice {
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: "、")
            throw InvalidInput(field: field, code: "filing.unknown-choice", arguments: ["known": known])
        }
        return choice
    }

    /// The caller as an officer.
    var namedOfficer: Officer { Officer(caller) }
}

extension Answer {
    /// The life of a filing with its version.
    static func shown(_ tenure: Stored<Tenure>, _ rules: TenureRules, _ call: Call) throws -> Answer {
        try ok(TenureView(tenure, on: call.cause.today, rules), version: tenure.newVersion)
    }
}
