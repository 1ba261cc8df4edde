import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Who attests what, and what is missing.
    var attestationRoutes: [Route] {
        [
            Route("POST /attestations") { [attestMonth, self] call, tx in
                let body = try call.body(AttestationBody.self)
                let employer = try employer(body.creditCode, of: call, in: tx)
                let heading = try body.heading(creditCode: employer.enterprise.creditCode, account: call.caller.subject)
                let outcomes = try attestMonth(body.items.map(\.line), of: heading, because: call.cause, in: tx)
                let problems = outcomes.enumerated().flatMap { index, outcome -> [FieldProblem] in
                    guard case .refused(let problems) = outcome else { return [] }
                    return problems.map {
                        FieldProblem(field: "items.\(index).\($0.field)", code: $0.code, arguments: $0.arguments)
                    }
                }
                guard problems.isEmpty else { throw InvalidInput(problems) }
                return try .ok(AttestedView(outcomes, of: heading.month))
            },
            Route("GET /attestations") { [attestMonth] call, tx in
                guard let month = call.query("month").flatMap({ Month($0) }) else {
                    throw InvalidInput(field: "month", code: "compensation.month")
                }
                let page = call.page
                let creditCode = try call.enterprise() ?? ""
                try requireCounty(of: creditCode, call, in: tx)
                let duties = try attestMonth.duties.due(
                    in: month,
                    creditCode: creditCode,
                    after: page.after,
                    limit: page.limit,
                    onlyMissing: call.query("missing") == "true",
                    in: tx
                )
                let known = try attestMonth.store.read(month, duties.map(\.appointment), in: tx)
                return try .page(
                    duties.map { AttestationView($0, in: month, known[$0.appointment]) },
                    next: duties.count == page.limit ? duties.last?.appointment : nil
                )
            },
            Route("GET /attestations/gaps") { call, tx in
                let page = call.page
                let creditCode = try call.enterprise()
                let county = try call.countyAskedFor()
                let gaps = try GapRegister().page(
                    creditCode: creditCode,
                    county: county,
                    today: call.cause.today,
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                let last = gaps.count == page.limit ? gaps.last.flatMap { UUID(uuidString: $0.id) } : nil
                return try .page(gaps, next: last)
            },
        ]
    }

    /// Refuses a county officer of another county than the enterprise's.
    func requireCounty(of creditCode: String, _ call: Call, in tx: borrowing Transaction) throws {
        try call.require(anyCounty: directory.find(creditCode: creditCode, in: tx)?.counties ?? [])
    }
}

extension Call {
    /// The county a list is about: a county officer's own, for others what they ask for.
    func countyAskedFor() throws -> String? {
        guard caller.role.isOfCounty else { return query("county") }
        let own = caller.county ?? ""
        try require(county: own)
        return own
    }
}
