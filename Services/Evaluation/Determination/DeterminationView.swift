import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// A determination as it goes out.
struct DeterminationView: Encodable {
    struct Name: Encodable {
        let person: ID<PersonalIdentity>
        let name: String?
        /// How it stands on the list now.
        let standing: String?
    }

    let id: ID<Determination>
    let list: ID<ProposedList>
    let notice: ID<Determination.Basis>
    let state: String
    let authorisedBy: String?
    let determinedAt: Date?
    /// The number of its paper; missing until it is in force.
    let number: String?
    /// The day the paper bears.
    let bears: LocalDate?
    let names: [Name]
    let version: Int

    init?(_ determination: Stored<Determination>, names: [UUID: String], standings: [UUID: String]) {
        guard let basis = determination.state.basis else { return nil }
        id = ID(determination.id)
        list = ID(basis.list)
        notice = ID(basis.notice)
        if case .inForce(_, _, let authority, let since, _) = determination.state {
            (state, authorisedBy, determinedAt) = ("in-force", authority, since)
        } else {
            (state, authorisedBy, determinedAt) = ("awaiting-signature", nil, nil)
        }
        number = determination.state.paper?.chinese
        bears = determination.state.paper?.bears
        self.names = determination.state.persons.map { Name(person: ID($0), name: names[$0], standing: standings[$0]) }
        version = determination.newVersion
    }
}
