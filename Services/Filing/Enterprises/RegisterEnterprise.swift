import Contracts
import FilingDomain
import Kernel
import Messaging
import Postgres

/// An officer puts an enterprise on the register.
struct RegisterEnterprise: Sendable {
    let enterprises: EnterpriseStore
    let contacts: ContactStore
    let journal: Journal
    let announce: AnnounceEnterprise

    func callAsFunction(
        _ particulars: EnterpriseParticulars,
        units: [UnitParticulars] = [],
        contacts persons: [Contact],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Enterprise> {
        var enterprise = try enterprises.find(particulars.creditCode, in: tx) ?? Stored(new: NewID.v7())
        let units = units.map { Enterprise.Unit(id: NewID.v7(), particulars: $0, addedOn: cause.today) }
        try enterprise.handle(.register(particulars: particulars, units: units, on: cause.today))
        try enterprises.add([enterprise], in: tx)
        try contacts.replace(persons, of: enterprise.id, in: tx)
        try journal.append(enterprise, of: "enterprise", because: cause, in: tx)
        try announce.registered(enterprise, because: cause, in: tx)
        return enterprise
    }
}
