import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The entries of a list as they are shown: the application, with what was corrected since.
struct ShownNames {
    let applications: ApplicationStore
    let persons: PersonRegister

    /// The entries, in the order of the list.
    func callAsFunction(_ listed: [ListedName], in tx: borrowing Transaction) throws -> [ProposedName] {
        try self(listed, as: applications.read(listed.map(\.application), in: tx), in: tx)
    }

    /// The entries, in the order of the list, with the applications as they are given.
    func callAsFunction(
        _ listed: [ListedName],
        as applications: [Stored<Application>],
        in tx: borrowing Transaction
    ) throws -> [ProposedName] {
        let applications = Dictionary(applications.map { ($0.id, $0.state) }, uniquingKeysWith: { $1 })
        let names = try persons.names(of: listed.map(\.person), in: tx)
        return listed.compactMap { listed in
            guard let application = applications[listed.application], let entry = application.entry,
                let name = names[listed.person]
            else { return nil }
            let (particulars, correction) = (entry.particulars, listed.correction)
            return ProposedName(
                person: listed.person,
                application: listed.application,
                name: name,
                unit: correction?.unit ?? particulars.unit,
                workshop: correction?.workshop ?? particulars.workshop,
                occupation: correction?.applied(to: particulars.occupation) ?? particulars.occupation,
                merits: correction?.merits ?? particulars.merits,
                relaxation: application.assessment?.relaxation
            )
        }
    }
}
