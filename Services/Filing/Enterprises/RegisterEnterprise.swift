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
    let outbox: Outbox

    func callAsFunction(
        _ particulars: EnterpriseParticulars,
        contact: Contact,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Enterprise> {
        var enterprise = try enterprises.find(particulars.creditCode, in: tx) ?? Stored(new: NewID.v7())
        try enterprise.handle(.register(particulars: particulars, on: cause.today))
        try enterprises.add([enterprise], in: tx)
        try contacts.add(contact, of: enterprise.id, in: tx)
        try journal.append(enterprise, of: "enterprise", because: cause, in: tx)
        try outbox.announce(
            EnterpriseRegistered(
                registered: EnterpriseRef(id: enterprise.id, creditCode: particulars.creditCode.text),
                enterpriseName: particulars.name,
                jurisdiction: particulars.jurisdiction
            ),
            because: cause,
            in: tx
        )
        return enterprise
    }
}
