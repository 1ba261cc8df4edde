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

    /// The general filing a command is for, as the caller last saw it; an officer of the centre it is filed with.
    func opened(
        _ store: GeneralFilingStore,
        _ addressees: FilingAddressees,
        in tx: borrowing Transaction
    ) throws -> Stored<GeneralFiling> {
        let filing = try store.find(id(), in: tx)
        guard let filer = filing.state.application?.filer else { throw NotFound("general-filing") }
        try require(enterprise: filer.creditCode)
        try require(authority: addressees.kind(ofGeneral: filing.id, in: tx))
        try filing.expect(version: expectedVersion())
        return filing
    }

    /// The special-grade filing a command is for, as the caller last saw it; an officer of the centre it is filed with.
    func opened(
        _ store: SpecialFilingStore,
        _ addressees: FilingAddressees,
        in tx: borrowing Transaction
    ) throws -> Stored<SpecialFiling> {
        let filing = try store.find(id(), in: tx)
        guard let filer = filing.state.dossier?.filer else { throw NotFound("special-filing") }
        try require(enterprise: filer.creditCode)
        try require(authority: addressees.kind(ofSpecial: filing.id, in: tx))
        try filing.expect(version: expectedVersion())
        return filing
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

extension Answer {
    /// A general filing with its version.
    static func ok(_ filing: Stored<GeneralFiling>) throws -> Answer {
        try ok(GeneralFilingView(filing.id, filing.state), version: filing.newVersion)
    }

    /// A special-grade filing with its version.
    static func ok(_ filing: Stored<SpecialFiling>) throws -> Answer {
        try ok(SpecialFilingView(filing.id, filing.state), version: filing.newVersion)
    }
}
