import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Keeps members of a panel from candidates they must not judge (回避).
struct StandAside {
    let stores: Stores

    /// The panel with what the records say of its members and the round's candidates now; not saved.
    func derived(
        _ panel: Stored<Panel>,
        in round: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Panel> {
        guard let seats = panel.state.seats else { return panel }
        var panel = panel
        let experts = try stores.experts.read(seats.members.compactMap(\.expert), in: tx)
        let records = Dictionary(experts.compactMap(\.state.record).map { ($0.account, $0) }) { first, _ in first }
        let candidates = try stores.panelRegister.candidates(of: round, in: tx)
        try panel.handle(.derive(Panel.recusals(of: records, from: candidates, at: cause.now)))
        return panel
    }

    /// Looks through the records again on every panel an expert sits on whose vote is not open.
    func followRecords(of expert: Stored<Expert>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let account = expert.state.record?.account else { return }
        for round in try stores.panels.open(with: account, in: tx) {
            let panel = try derived(stores.panels.load(of: round, in: tx), in: round, because: cause, in: tx)
            try stores.panels.save(panel, of: round, because: cause, in: tx)
        }
    }

    /// Looks through the records before candidates are put before the panel, and refuses where it cannot judge them.
    ///
    /// Where the plan itself names its members and none was formed, the plan's seats stand as they are.
    ///
    /// - Returns: Who may judge whom.
    /// - Throws: ``EvaluationDomain/Panel/Rejection``.
    func prepare(
        _ round: Stored<Round>,
        for candidates: [UUID],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Seats {
        let panel = try derived(stores.panels.load(of: round.id, in: tx), in: round.id, because: cause, in: tx)
        try stores.panels.save(panel, of: round.id, because: cause, in: tx)
        if panel.state.seats != nil || round.state.terms?.needsForming == true {
            try panel.state.requireReady(for: candidates, quorum: round.state.quorum)
        }
        return panel.state.seats ?? Seats(plan: round.state.terms?.panel ?? [])
    }
}
