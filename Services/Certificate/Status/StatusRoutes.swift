import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The status of certificates, and what changes it.
    var statusRoutes: [Route] {
        [
            Route("GET /certificates/{id}/status") { call, tx in
                guard let certificate = try CertificateRegister().find(call.id(), in: tx),
                    let holding = certificate.state.holding
                else { throw NotFound("certificate") }
                try call.require(enterprise: holding.issuer.creditCode)
                return try answer(certificate)
            },
            Route("POST /certificates/{id}/revocation") { call, tx in
                let change = try change(call, to: .revoked)
                return try answer(changed(call, .withdraw(change, today: call.cause.today), tx))
            },
            Route("POST /certificates/{id}/cancellation") { call, tx in
                let change = try change(call, to: .cancelled)
                return try answer(changed(call, .withdraw(change, today: call.cause.today), tx))
            },
            Route("POST /certificates/{id}/suspension") { [changeStatus] call, tx in
                try changeStatus.requireSuspension(because: call.cause, in: tx)
                let change = try change(call, to: .suspended)
                return try answer(changed(call, .pause(change, today: call.cause.today), tx))
            },
            Route("POST /certificates/{id}/reinstatement") { call, tx in
                try answer(changed(call, .resume(by: call.caller.subject, on: call.cause.today), tx))
            },
        ]
    }

    private func change(_ call: Call, to status: CertificateStatus) throws -> StatusChange {
        try call.body(StatusBody.self).change(to: status, by: call.caller.subject, today: call.cause.today)
    }

    private func changed(
        _ call: Call,
        _ command: Certificate.Command,
        _ tx: borrowing Transaction
    ) throws -> Stored<Certificate> {
        let certificate = try CertificateStore().load(one: call.id(), in: tx)
        try call.require(enterprise: certificate.state.holding?.issuer.creditCode ?? "")
        try certificate.expect(version: call.expectedVersion())
        do {
            return try changeStatus(certificate, command, because: call.cause, in: tx)
        } catch let rejection as Certificate.Rejection {
            guard case .sinceOutOfRange = rejection else { throw rejection }
            throw InvalidInput([FieldProblem(field: "since", rejection)])
        }
    }

    private func answer(_ certificate: Stored<Certificate>) throws -> Answer {
        guard let view = StatusView(certificate) else { throw Certificate.Rejection.notIssued }
        return try .ok(view, version: view.version)
    }
}
