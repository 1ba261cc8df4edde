import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The ledger of numbers, its recount, and numbers for those left behind.
    var numberRoutes: [Route] {
        [
            Route("GET /numbers") { call, tx in
                let after = try call.query("after").map { try Self.number($0, field: "after") }
                let found = try NumberRegister().list(
                    Self.filter(call),
                    after: after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let shown = found.prefix(call.page.limit)
                let next = found.count > shown.count ? shown.last?.entry.number.text : nil
                return try .ok(NumberPage(items: shown.map(NumberView.init), next: next))
            },
            Route("GET /numbers/check") { call, tx in
                try .ok(RecountView(RecountNumbers()(Self.filter(call), in: tx)))
            },
            Route("POST /registrations/{id}/numbers") { call, tx in
                let registration = try commanded(call, tx, onlyInForce: true)
                return try answer(renumberCertificates(registration, because: call.cause, in: tx), call, in: tx)
            },
        ]
    }

    private static func filter(_ call: Call) throws -> NumberRegister.Filter {
        var filter = NumberRegister.Filter()
        var problems: [FieldProblem] = []
        if let agency = call.query("agency") {
            filter.agency = try? AgencyCode(agency)
            if filter.agency == nil {
                problems.append(FieldProblem(field: "agency", code: "certificate.not-an-agency"))
            }
        }
        if let year = call.query("year") {
            filter.year = Int(year).flatMap { (2000...2099).contains($0) ? $0 : nil }
            if filter.year == nil { problems.append(FieldProblem(field: "year", code: "certificate.not-a-year")) }
        }
        if let standing = call.query("standing") {
            filter.standing = NumberStanding(rawValue: standing)
            if filter.standing == nil {
                let known = NumberStanding.allCases.map(\.rawValue).joined(separator: "、")
                problems.append(
                    FieldProblem(field: "standing", code: "certificate.unknown-state", arguments: ["known": known])
                )
            }
        }
        if let registration = call.query("registration") {
            filter.registration = UUID(uuidString: registration)
            if filter.registration == nil { throw NotFound("registration") }
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return filter
    }

    private static func number(_ text: String, field: String) throws -> CertificateNumber {
        do { return try CertificateNumber(text) } catch {
            throw InvalidInput(field: field, code: "certificate.not-a-number")
        }
    }
}
