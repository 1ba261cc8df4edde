import CompensationDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The dated documents: read by whoever works under them, laid down by the filing authority.
    var configurationRoutes: [Route] {
        [
            Route("GET /configuration/{kind}") { call, tx in
                let kind = try kind(call)
                var views = try ConfigurationStore().all(kind, in: tx).map(ConfigurationView.init)
                views.append(try ConfigurationView(builtIn: kind))
                if let followed = views.firstIndex(where: { $0.inForceFrom <= call.cause.today }) {
                    views[followed].isInForce = true
                }
                return try .page(views, next: nil)
            },
            Route("POST /configuration/{kind}/check") { call, tx in
                let document = try layDownConfiguration.read(kind(call), call.bytes)
                return try .ok(ConfigurationView(document))
            },
            Route("POST /configuration/{kind}") { call, tx in
                let document = try layDownConfiguration.read(kind(call), call.bytes)
                let isNew = try layDownConfiguration(document, because: call.cause, in: tx)
                let view = ConfigurationView(document)
                return try isNew ? .created(view) : .ok(view)
            },
        ]
    }

    private func kind(_ call: Call) throws -> ConfigurationKind {
        guard let kind = ConfigurationKind(rawValue: call.parameter("kind")) else { throw NotFound("configuration") }
        return kind
    }
}
