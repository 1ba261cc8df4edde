import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// An office returns single persons: they go their own way until they are corrected, and the rest stays where it is.
///
/// Asked by an auditor who passes the rest, and by what the provincial system answers of single rows.
struct ReturnPersons {
    let setApart: SetPersonsApart
    let registrations = RegistrationStore()
    let journal: Journal

    /// Returns those the findings name; where they are all, the registration as a whole is given back.
    func callAsFunction(
        _ registration: Stored<Registration>,
        _ correction: Registration.Correction,
        _ audit: Audit,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        var registration = registration
        let persons = Set(correction.persons.map(\.person))
        if let batch = registration.state.batch, batch.persons.allSatisfy(persons.contains) {
            try registration.handle(.giveBack(correction, audit, today: cause.today))
            try registrations.save([registration], in: tx)
            try journal.append(registration, of: "registration", because: cause, in: tx)
            return Stored(id: registration.id, version: registration.newVersion, state: registration.state)
        }
        return try setApart(
            Array(persons),
            of: registration,
            returned: .init(correction: correction, audit: audit),
            reason: correction.reason,
            because: cause,
            in: tx
        ).left
    }
}
