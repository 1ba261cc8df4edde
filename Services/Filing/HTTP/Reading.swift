import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Call {
    /// The credit code lists are narrowed to: its own for an enterprise, the one asked for by an officer, or none.
    func narrowing() throws -> String? {
        if caller.role == .enterpriseHR {
            let own = caller.organisation ?? ""
            try require(enterprise: own)
            return own
        }
        return query("creditCode").map(Normalised.identifier)
    }

    /// The state a list is filtered by; nil where none is asked for.
    ///
    /// - Throws: `InvalidInput` for a state there is not.
    func phase<Phase: RawRepresentable<String> & CaseIterable>(_ type: Phase.Type = Phase.self) throws -> Phase? {
        guard let text = query("state") else { return nil }
        guard let phase = Phase(rawValue: text) else {
            let states = Phase.allCases.map(\.rawValue).joined(separator: "、")
            throw InvalidInput(field: "state", code: "filing.unknown-state", arguments: ["states": states])
        }
        return phase
    }

    /// The general filing a command of the enterprise is for, as the caller last saw it.
    func opened(_ generals: GeneralFilings, in tx: borrowing Transaction) throws -> Stored<GeneralFiling> {
        let filing = try generals.store.find(id(), in: tx)
        guard let filer = filing.state.application?.filer else { throw NotFound("general-filing") }
        try require(enterprise: filer.creditCode)
        try generals.changes.expect(expectedVersion(), of: filing, in: tx)
        return filing
    }

    /// The special-grade filing a command of the enterprise is for, as the caller last saw it.
    func opened(_ specials: SpecialFilings, in tx: borrowing Transaction) throws -> Stored<SpecialFiling> {
        let filing = try specials.store.find(id(), in: tx)
        guard let filer = filing.state.dossier?.filer else { throw NotFound("special-filing") }
        try require(enterprise: filer.creditCode)
        try specials.changes.expect(expectedVersion(), of: filing, in: tx)
        return filing
    }

    /// The change of a work plan a command of the enterprise is for, as the caller last saw it.
    func opened(_ plans: WorkPlanChanges, in tx: borrowing Transaction) throws -> Stored<WorkPlanChange> {
        let change = try plans.store.find(id(), in: tx)
        guard let filer = change.state.proposal?.filer else { throw NotFound("work-plan-change") }
        try require(enterprise: filer.creditCode)
        try plans.changes.expect(expectedVersion(), of: change, in: tx)
        return change
    }

    /// A page of entries that were asked for with one more than fits, each shown.
    func page<View: Encodable, State>(
        of entries: [FilingRegister.Entry<State>],
        _ show: (FilingRegister.Entry<State>) throws -> View?
    ) throws -> Answer {
        let shown = entries.prefix(page.limit)
        let next = entries.count > page.limit ? shown.last?.id : nil
        return try Answer.page(shown.compactMap(show), next: next)
    }
}

extension Main {
    /// The general filing an officer acts on: of the centre it is filed with, without an interest, and who saw it as it is.
    func handled(general call: Call, in tx: borrowing Transaction) throws -> Stored<GeneralFiling> {
        guard let filer = try register.generalFiling(call.id(), in: tx)?.state.application?.filer else {
            throw NotFound("general-filing")
        }
        try call.require(authority: addressees.kind(ofGeneral: call.id(), in: tx))
        try interests.require(call.caller, filer.id, in: tx)
        return try call.opened(generals, in: tx)
    }

    /// The special-grade filing an officer acts on, in the same way.
    func handled(special call: Call, in tx: borrowing Transaction) throws -> Stored<SpecialFiling> {
        guard let filer = try register.specialFiling(call.id(), in: tx)?.state.dossier?.filer else {
            throw NotFound("special-filing")
        }
        try call.require(authority: addressees.kind(ofSpecial: call.id(), in: tx))
        try interests.require(call.caller, filer.id, in: tx)
        return try call.opened(specials, in: tx)
    }

    /// The change of a work plan an officer acts on, in the same way.
    func handled(change call: Call, in tx: borrowing Transaction) throws -> Stored<WorkPlanChange> {
        guard let proposal = try workPlanChanges.store.read(call.id(), in: tx).state.proposal else {
            throw NotFound("work-plan-change")
        }
        try call.require(authority: addressees.kind(ofSpecial: proposal.filing, in: tx))
        try interests.require(call.caller, proposal.filer.id, in: tx)
        return try call.opened(workPlanChanges, in: tx)
    }

    /// The handling in the path, for an officer of the centre it is with.
    func handled(_ call: Call, in tx: borrowing Transaction) throws -> Handling.Matter {
        guard let matter = try interests.desk.store.read(call.id(), in: tx).state.matter else {
            throw NotFound("handling")
        }
        let kind =
            switch matter.kind {
            case .general: try addressees.kind(ofGeneral: matter.filing, in: tx)
            case .special: try addressees.kind(ofSpecial: matter.filing, in: tx)
            case .workPlan:
                try addressees.kind(
                    ofSpecial: workPlanChanges.store.read(matter.filing, in: tx).state.proposal?.filing
                        ?? matter.filing,
                    in: tx
                )
            }
        try call.require(authority: kind)
        return matter
    }
}
