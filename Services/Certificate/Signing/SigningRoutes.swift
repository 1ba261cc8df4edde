import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The keys enterprises sign with, and what they signed.
    var signingRoutes: [Route] {
        [
            Route("GET /issuer-keys") { [issuerKeys] call, tx in
                let found = try issuerKeys.store.list(
                    of: creditCode(call),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let shown = found.prefix(call.page.limit)
                return try Answer.page(
                    shown.compactMap(IssuerKeyView.init),
                    next: found.count > shown.count ? shown.last?.id : nil
                )
            },
            Route("POST /issuer-keys") { [issuerKeys] call, tx in
                let creditCode = call.caller.organisation ?? ""
                try call.require(enterprise: creditCode)
                guard let entry = try EnterpriseDirectory().find(creditCode: creditCode, in: tx) else {
                    throw NotFound("enterprise")
                }
                let key = try issuerKeys.make(for: entry.enterprise, named: entry.name, because: call.cause, in: tx)
                return try .created(IssuerKeyView(key), version: key.newVersion)
            },
            Route("POST /issuer-keys/{id}/certification") { [issuerKeys] call, tx in
                let key = try issuerKeys.certify(
                    call.id(),
                    expecting: call.expectedVersion(),
                    because: call.cause,
                    in: tx
                )
                return try .ok(IssuerKeyView(key), version: key.newVersion)
            },
            Route("POST /issuer-keys/{id}/revocation") { [issuerKeys] call, tx in
                let reason = try call.body(ReasonBody.self).checked()
                let rows = try tx.query("SELECT credit_code FROM issuer_key WHERE id = \(call.id())")
                guard let row = rows.first else { throw NotFound("issuer-key") }
                try call.require(enterprise: row.decode("credit_code"))
                let key = try issuerKeys.revoke(
                    call.id(),
                    expecting: call.expectedVersion(),
                    for: reason,
                    because: call.cause,
                    in: tx
                )
                return try .ok(IssuerKeyView(key), version: key.newVersion)
            },
            Route("GET /certificates/{id}/statement") { [address] call, tx in
                guard let certificate = try CertificateRegister().find(call.id(), in: tx),
                    let holding = certificate.state.holding
                else { throw NotFound("certificate") }
                try call.require(enterprise: holding.issuer.creditCode)
                guard let statement = try StatementStore().load(of: [certificate.id], in: tx)[certificate.id] else {
                    throw NotFound("statement")
                }
                return try .ok(StatementView(statement, address: address.page))
            },
        ]
    }
}

/// A reason somebody gives.
struct ReasonBody: Decodable {
    static let longestReason = 500

    let reason: String?

    /// The reason, which must be given.
    ///
    /// - Throws: `InvalidInput`.
    func checked() throws -> String {
        let reason = (reason ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !reason.isEmpty else { throw InvalidInput(field: "reason", code: "certificate.why-missing") }
        guard reason.count <= Self.longestReason else {
            throw InvalidInput(
                field: "reason",
                code: "certificate.reason-too-long",
                arguments: ["limit": String(Self.longestReason)]
            )
        }
        return reason
    }
}
