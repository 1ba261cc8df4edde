import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Seats somebody else in a member's place (更换委员), from the draw's reserves or the pool.
struct ReplaceMember {
    let stores: Stores
    let form: FormPanel

    /// Without a successor, the first of the reserves follows who is still in the pool, has not applied and keeps the panel as the
    /// plan wants it.
    func callAsFunction(
        _ account: String,
        by successor: UUID?,
        cause why: PanelReplacement.Cause,
        reason: String,
        in place: PanelOfRound,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Panel> {
        var place = place
        let reserves = try place.panel.state.sitting().reserves.compactMap(\.expert)
        let member = try successor.flatMap { id in
            try form.seated([id], of: place, in: tx)[id].map { PanelMember(expert: $0.id, record: $0.record) }
        }
        try place.panel.handle(
            .replace(
                account,
                by: member,
                cause: why,
                reason: reason,
                actor: cause.actor,
                at: cause.now,
                unfit: unfit(reserves, of: place, in: tx)
            )
        )
        let panel = try form.standAside.derived(place.panel, in: place.round.id, because: cause, in: tx)
        try stores.panels.save(panel, of: place.round.id, because: cause, in: tx)
        return panel
    }

    private func unfit(
        _ reserves: [UUID],
        of place: PanelOfRound,
        in tx: borrowing Transaction
    ) throws -> Set<UUID> {
        let experts = try stores.experts.read(reserves, in: tx)
        let records = experts.compactMap(\.state.record)
        let applicants = try stores.panelRegister.applicants(of: place.round.id, like: records, in: tx)
        let fit = experts.filter { expert in
            guard expert.state.isActive, let record = expert.state.record else { return false }
            return !applicants.contains { DerivedRecusals.isSame(record, $0) }
        }
        return Set(reserves).subtracting(fit.map(\.id))
    }
}
