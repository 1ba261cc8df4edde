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
        let records = try records(of: seats.members, in: round, tx)
        let candidates = try stores.panelRegister.candidates(of: round, in: tx)
        try panel.handle(.derive(Panel.recusals(of: records, from: candidates, at: cause.now)))
        return panel
    }

    /// What is known of members, by account; a member a plan of before named is looked for in the pool by the account.
    private func records(
        of members: [PanelMember],
        in round: UUID,
        _ tx: borrowing Transaction
    ) throws -> [String: ExpertRecord] {
        var experts = try stores.experts.read(members.compactMap(\.expert), in: tx)
        let planned = Set(members.filter { $0.expert == nil }.map(\.account))
        if !planned.isEmpty, let filing = try stores.rounds.read(round, in: tx).state.terms?.filing {
            experts += try stores.experts.pool(of: filing.enterprise.creditCode, in: tx).filter { expert in
                expert.state.record.map { planned.contains($0.account) } ?? false
            }
        }
        return Dictionary(experts.compactMap(\.state.record).map { ($0.account, $0) }) { first, _ in first }
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
    /// Where a plan of before names its members itself and none was formed, those are seated now, so that the records are looked
    /// through for them as well.
    ///
    /// - Returns: Who may judge whom.
    /// - Throws: ``EvaluationDomain/Panel/Rejection``.
    func prepare(
        _ round: Stored<Round>,
        for candidates: [UUID],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Seats {
        var panel = try stores.panels.load(of: round.id, in: tx)
        let terms = round.state.terms
        if case .absent = panel.state, let terms, !terms.needsForming {
            try panel.handle(.seatPlan(members: seated(by: terms, in: round.id, tx)))
        }
        if let terms, !terms.needsForming, let seats = panel.state.seats {
            // Of whom the pool has no record it is not known whom they must not judge: it is asked, not taken for nothing.
            let known = try records(of: seats.members, in: round.id, tx)
            let unknown = seats.members.filter { known[$0.account] == nil }.map(\.name)
            guard unknown.isEmpty else { throw Panel.Rejection.undeclared(names: unknown) }
        }
        panel = try derived(panel, in: round.id, because: cause, in: tx)
        try stores.panels.save(panel, of: round.id, because: cause, in: tx)
        try panel.state.requireReady(
            for: candidates,
            quorum: round.state.quorum,
            needsChair: terms?.needsForming ?? true
        )
        return panel.state.seats ?? Seats(plan: [])
    }

    /// The members a plan names itself, each as the enterprise's pool knows them.
    ///
    /// - Throws: ``EvaluationDomain/Panel/Rejection/applied(name:)`` where one of them applied in the round.
    private func seated(by terms: PlanTerms, in round: UUID, _ tx: borrowing Transaction) throws -> [PanelMember] {
        let creditCode = terms.filing.enterprise.creditCode
        let pool = try stores.experts.pool(of: creditCode, in: tx)
        let known = Dictionary(
            pool.compactMap { expert in expert.state.record.map { ($0.account, (expert.id, $0)) } }
        ) { first, _ in first }
        let records = terms.panel.map { known[$0.evaluator]?.1 ?? ExpertRecord(seat: $0, of: creditCode) }
        let applicants = try stores.panelRegister.applicants(of: round, like: records, in: tx)
        for record in records where applicants.contains(where: { DerivedRecusals.isSame(record, $0) }) {
            throw Panel.Rejection.applied(name: record.name)
        }
        return terms.panel.map { seat in
            known[seat.evaluator].map { PanelMember(expert: $0.0, record: $0.1) } ?? PanelMember(seat: seat)
        }
    }
}

extension ExpertRecord {
    /// A seat of a plan as the record of an expert, of whom nothing but that is known.
    fileprivate init(seat: PanelSeat, of creditCode: String) {
        self.init(
            creditCode: creditCode,
            account: seat.evaluator,
            name: seat.name,
            unit: seat.unit,
            occupations: [],
            title: "",
            origin: .invited
        )
    }
}
