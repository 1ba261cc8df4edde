import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Papers issued again.
    var reissueRoutes: [Route] {
        [
            Route("GET /certificates/{id}/reissues") { call, tx in
                let (id, store) = (try call.id(), ReissueStore())
                let certificate = try store.certificate(id, in: tx)
                try Self.requireOwn(certificate, call)
                let view = ReissuesView(try store.find(id, in: tx), of: certificate, id)
                return try .ok(view, version: view.version)
            },
            Route("POST /certificates/{id}/reissues") { call, tx in
                let (id, asked) = (try call.id(), try call.body(ReissueBody.self).checked())
                let certificate = try ReissueStore().lock(id, in: tx)
                try Self.requireOwn(certificate, call)
                let reissues = try reissueCertificate(
                    id,
                    certificate,
                    asked,
                    seen: call.expectedVersion(),
                    because: call.cause,
                    in: tx
                )
                let view = ReissuesView(reissues, of: certificate, id)
                return try .created(view, version: view.version)
            },
        ]
    }

    private static func requireOwn(_ certificate: Certificate, _ call: Call) throws {
        guard let holding = certificate.holding else { throw NotFound("certificate") }
        try call.require(enterprise: holding.issuer.creditCode)
    }
}
