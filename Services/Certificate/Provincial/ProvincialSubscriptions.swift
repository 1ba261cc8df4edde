import Foundation
import Messaging
import Postgres

extension Main {
    /// What the connector does by itself.
    var provincialSubscriptions: [Subscription] { province.subscriptions }
}

extension ProvincialConnector {
    var subscriptions: [Subscription] {
        // What a workbook of receipts told too early is taken later too, also where nothing goes by itself.
        let late = Subscription.every(.seconds(20), "take late numbers") { [act] now, tx in
            try act.takeLate(at: now, in: tx)
        }
        guard settings.way != .none else { return [late] }
        let queueing: [Subscription] = [
            .every(.seconds(5), "queue uploads") { [queue] now, tx in try queue(at: now, in: tx) }, late,
        ]
        guard let transport = settings.transport else { return queueing }
        let (send, ask) = (
            SendDeliveries(store: store, choosing: choose, hear: hear, patience: settings.patience),
            AskReceipts(hear: hear, patience: settings.patience, rhythm: settings.rhythm)
        )
        let reconcile = Reconcile(store: store, drifts: drifts, transport: transport, patience: settings.patience)
        return queueing + [
            .look(
                every: .seconds(1),
                "send deliveries",
                choose: { now, tx in try send.choose(at: now, in: tx) },
                see: { await transport.deliver($0) },
                note: { try send.note($0, at: $1, in: $2) }
            ),
            .look(
                every: .seconds(2),
                "ask for receipts",
                choose: { _, tx in (places: try ask.choose(in: tx), more: false) },
                see: { await transport.receipts(after: $0.after, at: $0.now) },
                note: { try ask.note($0, at: $1, in: $2) }
            ),
            .look(
                every: .seconds(5),
                "compare with the province",
                choose: { now, tx in (places: try reconcile.choose(at: now, in: tx), more: false) },
                see: { await reconcile.see($0) },
                note: { try reconcile.note($0, at: $1, in: $2) }
            ),
        ]
    }
}
