import FilingDomain
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// The register of enterprises.
    var enterpriseRoutes: [Route] {
        [
            Route("POST /enterprises") { call, tx in
                let (particulars, contact) = try call.body(EnterpriseBody.self).read(jurisdictions, in: tx)
                let enterprise = try registerEnterprise(particulars, contact: contact, because: call.cause, in: tx)
                // Answers to commands are kept for their Idempotency-Key, so the telephone is not in this one.
                return try .created(
                    EnterpriseView(enterprise.id, enterprise.state, contact: nil),
                    version: enterprise.newVersion
                )
            },
            Route("GET /enterprises") { call, tx in
                let entries = try register.enterprises(
                    creditCode: call.narrowing(),
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let contacts = try contacts.load(entries.map(\.id), in: tx)
                return try call.page(of: entries) { EnterpriseView($0.id, $0.state, contact: contacts[$0.id]) }
            },
            Route("GET /enterprises/{id}") { call, tx in
                let enterprise = try enterprises.find(call.id(), in: tx)
                guard let particulars = enterprise.state.particulars else { throw NotFound("enterprise") }
                try call.require(enterprise: particulars.creditCode.text)
                let contact = try contacts.load([enterprise.id], in: tx)[enterprise.id]
                return try .ok(
                    EnterpriseView(enterprise.id, enterprise.state, contact: contact),
                    version: enterprise.version
                )
            },
        ]
    }
}
