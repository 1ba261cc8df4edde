import Contracts
import PublicityTimerDomain

extension ShownName {
    /// A name as evaluation proposed it.
    init(_ name: ProposedName) {
        self.init(
            person: name.person,
            application: name.application,
            name: name.name,
            unit: name.unit,
            workshop: name.workshop,
            occupation: name.occupation,
            merits: name.merits,
            relaxation: name.relaxation
        )
    }
}
