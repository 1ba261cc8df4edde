import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What officers do about certificates that may have to be revoked.
    var revocationRoutes: [Route] {
        [
            Route("POST /revocations") { [decideRevocation] call, tx in
                let body = try call.body(OpenRevocationBody.self)
                let found = try ReasonBody(reason: body.reason).checked()
                let item = try decideRevocation.open(body.certificate, because: found, call.cause, in: tx)
                return try .created(RevocationView(item), version: item.newVersion)
            },
            Route("POST /revocations/{id}/notice") { [decideRevocation] call, tx in
                let body = try call.body(StatusBody.self)
                let change = try body.change(to: .revoked, by: call.caller.subject, today: call.cause.today)
                return try answered(call, tx) { item in
                    try decideRevocation.tell(item, change.reason, facts: change.note, because: call.cause, in: tx)
                }
            },
            Route("POST /revocations/{id}/hearing") { [decideRevocation] call, tx in
                let statement = try call.body(ReasonBody.self).checked()
                return try answered(call, tx) { item in
                    try decideRevocation.hear(item, statement, because: call.cause, in: tx)
                }
            },
            Route("POST /revocations/{id}/decision") { [decideRevocation] call, tx in
                let body = try call.body(DecisionBody.self)
                let reason = try ReasonBody(reason: body.reason).checked()
                return try answered(call, tx) { item in
                    try decideRevocation.decide(
                        item,
                        isRevoked: body.outcome == .revoked,
                        reason: reason,
                        because: call.cause,
                        in: tx
                    )
                }
            },
        ]
    }

    /// An item of the path at the version the caller saw, changed; its certificate is locked before it, as everywhere.
    private func answered(
        _ call: Call,
        _ tx: borrowing Transaction,
        _ act: (Stored<Revocation>) throws -> Stored<Revocation>
    ) throws -> Answer {
        let store = RevocationStore()
        guard let certificate = try store.certificate(of: call.id(), in: tx) else { throw NotFound("revocation") }
        _ = try CertificateStore().load(one: certificate, in: tx)
        guard let item = try store.load(of: [certificate], in: tx)[certificate] else { throw NotFound("revocation") }
        try item.expect(version: call.expectedVersion())
        let changed = try act(item)
        return try .ok(RevocationView(changed), version: changed.newVersion)
    }
}

/// Which certificate, and what was found.
struct OpenRevocationBody: Decodable {
    let certificate: UUID
    let reason: String?
}

/// What an officer decides.
struct DecisionBody: Decodable {
    enum Outcome: String, Decodable {
        case revoked, kept
    }

    let outcome: Outcome
    let reason: String?
}
