import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What people can ask of the handing-over of certificates.
    var handOverRoutes: [Route] {
        [
            Route("GET /hand-overs", listHandOvers),
            Route("GET /certificates/{id}/hand-overs", handOversOfCertificate),
            Route("POST /certificates/{id}/hand-overs") { call, tx in
                let body = try call.body(HandOverBody.self)
                let certificate = try ownCertificate(call, in: tx)
                return try answer(recordHandOver(body, of: certificate, because: call.cause, in: tx), isNew: true)
            },
            Route("POST /certificates/{id}/hand-overs/{handOver}/undoing") { call, tx in
                let reason = try call.body(ReasonBody.self).checked()
                let certificate = try ownCertificate(call, in: tx)
                let handOver = try HandOverStore().load(call.id("handOver"), of: certificate.id, in: tx)
                try handOver.expect(version: call.expectedVersion())
                return try answer(recordHandOver.undo(handOver, reason: reason, because: call.cause, in: tx))
            },
        ]
    }

    private func listHandOvers(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let found = try HandOverStore().list(
            creditCode: creditCode(call),
            after: call.page.after,
            limit: call.page.limit + 1,
            in: tx
        )
        let shown = found.prefix(call.page.limit)
        return try Answer.page(
            shown.compactMap(HandOverView.init),
            next: found.count > shown.count ? shown.last?.id : nil
        )
    }

    private func handOversOfCertificate(_ call: Call, _ tx: borrowing Transaction) throws -> Answer {
        let certificate = try ownCertificate(call, in: tx)
        let found = try HandOverStore().list(of: certificate.id, limit: 200, in: tx)
        return try Answer.page(found.compactMap(HandOverView.init), next: nil)
    }

    /// The certificate in the path, the caller's own where it has to be.
    private func ownCertificate(_ call: Call, in tx: borrowing Transaction) throws -> Stored<Certificate> {
        guard let found = try CertificateRegister().find(call.id(), in: tx), let holding = found.state.holding else {
            throw NotFound("certificate")
        }
        try call.require(enterprise: holding.issuer.creditCode)
        return found
    }

    private func answer(_ handOver: Stored<HandOver>, isNew: Bool = false) throws -> Answer {
        guard let view = HandOverView(handOver) else { throw NotFound("hand-over") }
        return try isNew ? .created(view, version: view.version) : .ok(view, version: view.version)
    }
}
