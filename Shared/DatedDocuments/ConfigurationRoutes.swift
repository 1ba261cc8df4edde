import Kernel
import Messaging
import ServiceKit

extension LayDownConfiguration {
    /// The dated documents: read by whoever works under them, laid down by the filing authority.
    package var routes: [Route] {
        [
            Route("GET /configuration/{kind}") { call, tx in
                let kind = try kind(call)
                var views = try store.all(kind, in: tx).map(ConfigurationView.init)
                views.append(try ConfigurationView(builtIn: kind))
                if let followed = views.firstIndex(where: { $0.inForceFrom <= call.cause.today }) {
                    views[followed].isInForce = true
                }
                return try .page(views, next: nil)
            },
            Route("POST /configuration/{kind}/check") { call, tx in
                let document = try read(kind(call), call.bytes)
                return try .ok(ConfigurationView(document))
            },
            Route("POST /configuration/{kind}") { call, tx in
                let document = try read(kind(call), call.bytes)
                let isNew = try self(document, because: call.cause, in: tx)
                let view = ConfigurationView(document)
                return try isNew ? .created(view) : .ok(view)
            },
        ]
    }

    private func kind(_ call: Call) throws -> Kind {
        guard let kind = Kind(rawValue: call.parameter("kind")) else { throw NotFound("configuration") }
        return kind
    }
}
